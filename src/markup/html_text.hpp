// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words in a piece of raw HTML.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace blogsearch::markup {

/// `html` without tags, comments and what the page does not show (`title`, scripts, styles,
/// templates), character references decoded (numeric ones, Latin-1's names and those that stand in
/// prose). A tag that is not inline becomes a space. One linear pass over any bytes.
[[nodiscard]] std::string html_text(std::string_view html);

/// The words in the first element `name` (lower case) that has any, squeezed; or empty.
[[nodiscard]] std::string first_element_text(std::string_view html, std::string_view name);

/// A text of one line, as front matter has it, in which a piece of HTML may stand: `A &amp; B` is
/// `A & B`, `<em>x</em>` is `x`. What is no pair of an HTML element's tags stays: `Vec<T>`, `the
/// <b> tag`, `a < b`. White space is squeezed.
[[nodiscard]] std::string plain_text(std::string_view text);

/// Of the tag, comment or hidden element that `html` begins with; zero when its '<' is a plain one.
[[nodiscard]] std::size_t markup_length(std::string_view html);

/// The name, in lower case, of the element whose tag goes on with `html` behind its '<' or '</'.
[[nodiscard]] std::string tag_name(std::string_view html);

/// Up to the end tag of the element `name` that `html` begins with, or all of it.
[[nodiscard]] std::size_t element_length(std::string_view html, std::string_view name);

}  // namespace blogsearch::markup
