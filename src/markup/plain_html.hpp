// SPDX-License-Identifier: GPL-2.0-or-later
//
// `clean` (clean.hpp) without a tree, which costs more than all else that is done for an entry: for
// HTML that can be read in one way only and whose elements stand where a tree would have them. So
// are cmark's own, and what canonical.hpp writes of most posts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "markup/references.hpp"

namespace blogsearch::markup {

/// What `clean` would make of it; in `html` each tag is `<name a="b" c>`, `<name />` or `</name>`.
/// Nothing where that is not certain (nesting.hpp; elements and attributes with rules of their own,
/// character references that cmark does not write), or where more than `most_open` are open at
/// once.
[[nodiscard]] std::optional<std::string> clean_plain(std::string_view html, const Base& base,
                                                     std::size_t most_open);

}  // namespace blogsearch::markup
