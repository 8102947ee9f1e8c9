// SPDX-License-Identifier: GPL-2.0-or-later
//
// The comment by which an author says where a post's excerpt ends.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "blogsearch/core/span.hpp"

namespace blogsearch::markup {

/// How the rewriting spells the mark where a generator has a form of its own.
inline constexpr std::string_view excerpt_mark = "<!-- more -->";

/// The word of a mark, in any letter case and between any spaces: `more`, `truncate`, …
[[nodiscard]] bool is_excerpt_word(std::string_view word);

/// The first mark in `html`.
[[nodiscard]] std::optional<Span> find_excerpt_mark(std::string_view html);

/// `body` with the mark in place of the first `separator` outside code, if it has a separator. A
/// mark is a block of its own, so that it ends a paragraph.
[[nodiscard]] std::string marked(std::string_view body, std::string_view separator);

/// `html` without any mark.
[[nodiscard]] std::string without_excerpt_marks(std::string_view html);

}  // namespace blogsearch::markup
