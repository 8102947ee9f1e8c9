// SPDX-License-Identifier: GPL-2.0-or-later
//
// One line on a terminal that says how far a long build is; never more than that line.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <ostream>
#include <string_view>

namespace blogsearch::cli {

/// Shows nothing in a build's first moments, redraws a few times a second, and takes its line back
/// when it is destroyed.
class Progress {
 public:
  using Moment = std::chrono::steady_clock::time_point;

  /// `width` is the terminal's.
  Progress(std::ostream& terminal, std::size_t width, Moment start)
      : terminal_(terminal), width_(width), start_(start) {}
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  void advance(std::string_view stage, std::size_t done, std::size_t total, Moment now);

 private:
  std::ostream& terminal_;
  std::size_t width_;
  Moment start_;
  std::optional<Moment> drawn_;
};

}  // namespace blogsearch::cli
