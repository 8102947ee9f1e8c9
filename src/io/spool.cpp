// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/spool.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "io/error.hpp"
#include "io/temporary_file.hpp"

namespace blogsearch::io {
namespace {

constexpr std::size_t buffer_size = 256U << 10U;

}  // namespace

Result<Spool> Spool::make(const std::filesystem::path& folder) {
  std::filesystem::path name;
  File file = open_beside(folder / "spool", name);
  if (!file) return failure(Code::io_unwritable, "cannot write", folder, errno);
  ::unlink(name.c_str());
  return Spool(std::move(file), folder);
}

Span Spool::append(std::string_view text) {
  buffer_.append(text);
  const Span place{end_, end_ + text.size()};
  end_ = place.end;
  if (buffer_.size() >= buffer_size) flush();
  return place;
}

void Spool::flush() {
  if (error_ == 0) error_ = file_.write(buffer_);
  buffer_.clear();
}

Result<void> Spool::finish() {
  flush();
  if (error_ != 0) return failure(Code::io_unwritable, "cannot write", folder_, error_);
  return {};
}

Result<std::string> Spool::read(Span place) const {
  std::string text(place.size(), '\0');
  if (const int error = file_.read_at(place.begin, text); error != 0)
    return failure(Code::io_unreadable, "cannot read", folder_, error);
  return text;
}

Result<void> Spool::read_all(const std::function<void(std::string_view)>& sink) const {
  for (std::size_t begin = 0; begin < end_; begin += buffer_size) {
    const Result<std::string> text = read({begin, std::min(begin + buffer_size, end_)});
    if (!text) return text.error();
    sink(*text);
  }
  return {};
}

}  // namespace blogsearch::io
