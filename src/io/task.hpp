// SPDX-License-Identifier: GPL-2.0-or-later
//
// Runs another program that says what it has to say by itself, and for no longer than it may.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "blogsearch/core/result.hpp"

namespace blogsearch::io {

struct Task {
  std::vector<std::string> words;  ///< the program, looked for in PATH, and its arguments
  std::filesystem::path folder;    ///< where it runs
  std::filesystem::path input;     ///< the file that is its standard input
  std::vector<std::pair<std::string, std::string>> set = {};  ///< over our own environment
  std::chrono::milliseconds limit{};                          ///< then it is ended
  std::function<bool()> is_stopped = {};                      ///< asked often; may be empty
  std::chrono::milliseconds grace{5000};  ///< between asking it to end and ending it
};

struct TaskEnd {
  enum class How { exited, killed, took_too_long, was_stopped };
  How how = How::exited;
  int number = 0;  ///< its exit status, or the signal that killed it
};

/// Waits for the program's end. Both its outputs are our error stream. It has a session of its own,
/// so that it asks nobody at a terminal, and ends with all it has started; what it leaves behind in
/// the end goes on. Errors as of `run`.
[[nodiscard]] Result<TaskEnd> carry_out(const Task& task);

}  // namespace blogsearch::io
