// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the program says of itself; at most 80 columns wide.
#pragma once

#include <string>

#include "cli/arguments.hpp"

namespace blogsearch::cli {

/// Every command in a line, and the exit statuses.
[[nodiscard]] std::string overview();

/// `blogsearch build [OPTION…] [PATH…]`
[[nodiscard]] std::string usage_of(const Syntax& syntax);

/// `-q, --quiet`, `--limit N`
[[nodiscard]] std::string label_of(const Option& option);

/// One command with its options.
[[nodiscard]] std::string help_of(const Syntax& syntax);

/// `blogsearch 1.2.3`
[[nodiscard]] std::string version();

}  // namespace blogsearch::cli
