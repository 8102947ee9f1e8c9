// SPDX-License-Identifier: GPL-2.0-or-later
//
// Marks of Markdown's dialects that cmark would show as text.
#pragma once

#include <string>
#include <string_view>

namespace blogsearch::markup {

/// `markdown` without attribute lists (kramdown's and Python-Markdown's `{: .class}`, `{#id}` and
/// `{.class}` behind headings, links and images), without places of a table of contents (`[TOC]`,
/// `[[toc]]`, a list with `{:toc}`), and without the fences of containers (`:::note Title`,
/// `!!! note "Title"`, `> [!NOTE]`), whose titles and text stay. Code stays as it is.
[[nodiscard]] std::string without_marks(std::string_view markdown);

}  // namespace blogsearch::markup
