// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/spool.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <utility>

#include "io/error.hpp"

namespace blogsearch::io {
namespace {

constexpr std::size_t buffer_size = 256U << 10U;

}  // namespace

Result<Spool> Spool::make(const std::filesystem::path& folder) {
  std::string name = (folder / ".spool-XXXXXX").string();
  File file(::mkostemp(name.data(), O_CLOEXEC));
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
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t n = ::pread(file_.descriptor(), text.data() + done, text.size() - done,
                              static_cast<off_t>(place.begin + done));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return failure(Code::io_unreadable, "cannot read", folder_, n < 0 ? errno : EIO);
    done += static_cast<std::size_t>(n);
  }
  return text;
}

}  // namespace blogsearch::io
