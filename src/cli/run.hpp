// SPDX-License-Identifier: GPL-2.0-or-later
//
// The whole program, given its words and its console.
#pragma once

#include <span>
#include <string>

#include "cli/console.hpp"

namespace blogsearch::cli {

/// `args` without the program's name. Returns the exit status.
[[nodiscard]] int run(std::span<const std::string> args, Console& console);

}  // namespace blogsearch::cli
