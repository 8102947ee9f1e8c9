// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/progress.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace blogsearch::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 300ms;  // a build that takes no longer needs no bar
constexpr auto pause = 50ms;      // between two drawings
constexpr auto trial = 1s;        // of a stage, until its rate says something
constexpr std::string_view erase_line = "\r\x1b[K";

/// `40 s`, `3 min`: more than an estimate can know would only flicker.
std::string rounded(double seconds) {
  constexpr double longest = 90;
  return seconds <= longest ? fmt::format("{:.0f} s", std::ceil(seconds))
                            : fmt::format("{:.0f} min", std::ceil(seconds / 60));
}

/// With the longest of `remarks` that leaves room for a bar, or with bare numbers.
std::string line(std::string_view stage, std::string_view counts,
                 const std::array<std::string, 3>& remarks, double share, std::size_t width) {
  constexpr std::size_t longest = 40;
  for (const std::string& remark : remarks) {
    const std::size_t taken =
        stage.size() + counts.size() + remark.size() + 5;  // " [", "] ", and the last column
    const std::size_t shortest = remark.empty() ? 5 : 10;
    if (width < taken + shortest) continue;
    const std::size_t size = std::min(longest, width - taken);
    const auto full = static_cast<std::size_t>(static_cast<double>(size) * share);
    return fmt::format("{} [{:=<{}}{:{}}] {}{}", stage, "", full, "", size - full, counts, remark);
  }
  return fmt::format("{} {}", stage, counts);
}

}  // namespace

Progress::~Progress() { take_back(); }

void Progress::take_back() {
  if (drawn_) terminal_ << erase_line << std::flush;
  drawn_.reset();
}

void Progress::advance(std::string_view stage, std::size_t done, std::size_t total, Moment now) {
  if (stage != stage_) {
    stage_ = stage;
    stage_start_ = now;
    done_before_ = done;
  }
  if (total == 0) return take_back();
  if (now - start_ < patience || (drawn_ && now - *drawn_ < pause)) return;
  std::array<std::string, 3> remarks;
  const double seconds = std::chrono::duration<double>(now - stage_start_).count();
  if (now - stage_start_ >= trial && done > done_before_ && done <= total) {
    const double rate = static_cast<double>(done - done_before_) / seconds;
    remarks[1] = fmt::format(", {} left", rounded(static_cast<double>(total - done) / rate));
    remarks[0] = fmt::format(", {:.0f}/s{}", rate, remarks[1]);
  }
  const double share = std::min(1.0, static_cast<double>(done) / static_cast<double>(total));
  terminal_ << erase_line << line(stage, fmt::format("{}/{}", done, total), remarks, share, width_)
            << std::flush;
  drawn_ = now;
}

}  // namespace blogsearch::cli
