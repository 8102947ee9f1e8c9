// SPDX-License-Identifier: GPL-2.0-or-later
//
// The text of a query made even, so that whoever reads on meets no exceptions.
#pragma once

#include <string>
#include <string_view>

#include "blogsearch/core/diagnostic.hpp"

namespace blogsearch::index {

/// Brackets beyond this depth are left out: they are nobody's query, and each level costs stack.
inline constexpr std::size_t max_depth = 50;

/// Stands where something was left out, and fills up what became shorter.
inline constexpr char left_out = '\0';

/// `words` byte by byte at the same places: spaces of all scripts, and what XML forbids, as ' ';
/// quotes of all kinds as '"', in pairs; brackets outside of quotes in pairs.
[[nodiscard]] std::string pair_up(std::string_view words, Diagnostics& hints);

}  // namespace blogsearch::index
