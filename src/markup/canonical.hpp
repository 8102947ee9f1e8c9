// SPDX-License-Identifier: GPL-2.0-or-later
//
// A guard before gumbo, which takes gigabytes and minutes on some hundred kilobytes of elements
// that are never closed. It does not guess how gumbo will read a text, it writes one that can be
// read in one way only.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "blogsearch/model/limits.hpp"

namespace blogsearch::markup {

/// `html` with every element closed in the order it was opened (as HTML, section 13.2.6, would
/// close it, as far as that goes without a tree), every attribute in double quotes, and without
/// what no feed shows: comments, scripts, styles, forms' tags. Nothing when it is not worth a
/// tree: more than `most_open` elements open at once, 250,000 tags, or emphasis that is left open
/// and would have to be opened again in thousands of blocks. One linear pass over any bytes.
[[nodiscard]] std::optional<std::string> canonical(std::string_view html,
                                                   std::size_t most_open = model::Limits().nesting);

}  // namespace blogsearch::markup
