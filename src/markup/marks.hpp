// SPDX-License-Identifier: GPL-2.0-or-later
//
// Marks of Markdown's dialects that cmark would show as text.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace blogsearch::markup {

/// The ids that authors give to headings, by the number of the line, from 1, in which one ends.
using HeadingIds = std::map<std::size_t, std::string>;

struct Unmarked {
  std::string text;
  HeadingIds ids;  ///< by lines of `text`; those behind other blocks may be among them
};

/// `markdown` without attribute lists (kramdown's and Python-Markdown's `{: .class}`, `{#id}` and
/// `{.class}` behind headings, links and images), without places of a table of contents (`[TOC]`,
/// `[[toc]]`, a list with `{:toc}`), and without the fences of containers (`:::note Title`,
/// `!!! note "Title"`, `> [!NOTE]`), whose titles and text stay. Code stays as it is.
[[nodiscard]] Unmarked without_marks(std::string markdown);

/// Whether `line` makes a heading of the one before it, in quotations too.
[[nodiscard]] bool is_underline(std::string_view line);

}  // namespace blogsearch::markup
