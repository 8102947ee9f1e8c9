// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace blogsearch::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 300ms;  // a build that takes no longer needs no bar
constexpr auto pause = 50ms;      // between two drawings
constexpr std::string_view erase_line = "\r\x1b[K";

std::string line(std::string_view stage, std::size_t done, std::size_t total, std::size_t width) {
  constexpr std::size_t longest = 40;
  const std::string counts = fmt::format(" {}/{}", done, total);
  const std::size_t taken = stage.size() + counts.size() + 4;  // " [", "]", and the last column
  if (width < taken + 5) return std::string(stage) + counts;
  const std::size_t size = std::min(longest, width - taken);
  const std::size_t full = std::min(size, size * done / total);
  return fmt::format("{} [{:=<{}}{:{}}]{}", stage, "", full, "", size - full, counts);
}

}  // namespace

Progress::~Progress() {
  if (drawn_) terminal_ << erase_line << std::flush;
}

void Progress::advance(std::string_view stage, std::size_t done, std::size_t total, Moment now) {
  if (total == 0 || now - start_ < patience || (drawn_ && now - *drawn_ < pause)) return;
  terminal_ << erase_line << line(stage, done, total, width_) << std::flush;
  drawn_ = now;
}

}  // namespace blogsearch::cli
