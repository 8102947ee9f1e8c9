// SPDX-License-Identifier: GPL-2.0-or-later
//
// Runs another program and listens to it. No shell: a word is a word, whatever is in it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "blogsearch/core/result.hpp"

namespace blogsearch::io {

struct Command {
  std::vector<std::string> words;  ///< the program, looked for in PATH, and its arguments
  std::vector<std::pair<std::string, std::string>> set = {};  ///< over our own environment
  std::vector<std::string> unset = {};                        ///< left out of it
};

struct Finished {
  int status = 0;  ///< of its exit; 128 + n when signal n ended it
  std::string out;
  std::string err;
};

/// Waits for the program's end. Its standard input is empty. Errors: io.not-found when there is
/// no such program, io.unreadable when it cannot be run.
[[nodiscard]] Result<Finished> run(const Command& command);

}  // namespace blogsearch::io
