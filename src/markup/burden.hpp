// SPDX-License-Identifier: GPL-2.0-or-later
//
// A guard before cmark, which takes some 300 bytes and its time for each sign of markup, and which
// repeats what a text asks it to repeat: a long address at each of its references, an empty cell
// for each that a row of a table has not.
#pragma once

#include <cstddef>
#include <string_view>

namespace blogsearch::markup {

/// How many pieces of a tree `markdown` may become, from above: its lines and its signs of markup,
/// the cells of its tables, and one for each 256 bytes that references repeat. One linear pass; it
/// goes no further once `enough` is passed.
[[nodiscard]] std::size_t burden_of(std::string_view markdown, std::size_t enough);

}  // namespace blogsearch::markup
