// SPDX-License-Identifier: GPL-2.0-or-later
//
// `clean` (clean.hpp) for HTML that cmark wrote of Markdown without raw HTML. That is well formed,
// in one spelling, and has nothing in it that is forbidden but addresses: it needs no tree, which
// costs more than all else that is done for an entry.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "markup/references.hpp"

namespace blogsearch::markup {

/// What `clean` would make of it. Nothing where that is not certain: links in links, or more than
/// `most_open` elements open at once.
[[nodiscard]] std::optional<std::string> clean_plain(std::string_view html, const Base& base,
                                                     std::size_t most_open);

}  // namespace blogsearch::markup
