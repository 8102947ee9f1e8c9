// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/pieces.hpp"

#include <fcntl.h>

namespace blogsearch::io {
namespace {

/// A process may have 1024 files open.
constexpr std::size_t most_open = 64;

}  // namespace

std::optional<std::string> Pieces::read(const std::filesystem::path& file, Span place) {
  auto open = open_.find(file);
  if (open == open_.end()) {
    if (open_.size() >= most_open) open_.clear();
    File opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    open = open_.emplace(file, std::move(opened)).first;
  }
  std::string bytes(place.size(), '\0');
  if (open->second.read_at(place.begin, bytes) != 0) return std::nullopt;
  return bytes;
}

}  // namespace blogsearch::io
