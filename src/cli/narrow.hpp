// SPDX-License-Identifier: GPL-2.0-or-later
//
// Help is written for 80 columns; here it is for terminals that have less.
#pragma once

#include <string>
#include <string_view>

#include "cli/console.hpp"

namespace blogsearch::cli {

/// What help is written for.
inline constexpr std::size_t help_width = 80;

/// `text` anew in `width` columns: lines that go on one another are joined, rows of two columns
/// keep them, or have the second below the first where it would be too narrow.
[[nodiscard]] std::string narrowed(std::string_view text, std::size_t width);

/// Writes help to `console.out`, as `deliver` does.
[[nodiscard]] int deliver_help(std::string_view text, Console& console);

}  // namespace blogsearch::cli
