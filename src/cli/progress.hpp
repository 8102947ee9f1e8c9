// SPDX-License-Identifier: GPL-2.0-or-later
//
// One line on a terminal that says how far a long build is; never more than that line.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace blogsearch::cli {

/// Shows nothing in a build's first moments, redraws a few times a second, and takes its line back
/// when it is destroyed, and for a stage without an end, which may want to say something itself.
/// After a second of a stage it says how many are done in one, and how long the rest will take.
class Progress {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  /// `width` is the terminal's.
  Progress(std::ostream& terminal, std::size_t width, Moment start)
      : terminal_(terminal), width_(width), start_(start) {}
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  /// `stage` stays the same text as long as it lasts.
  void advance(std::string_view stage, std::size_t done, std::size_t total, Moment now);

 private:
  void take_back();

  std::ostream& terminal_;
  std::size_t width_;
  Moment start_;
  std::optional<Moment> drawn_;
  std::string stage_;
  Moment stage_start_{};
  std::size_t done_before_ = 0;  ///< of the stage, when it was first heard of
};

}  // namespace blogsearch::cli
