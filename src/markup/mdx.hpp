// SPDX-License-Identifier: GPL-2.0-or-later
//
// MDX → Markdown: what the page shows of it.
#pragma once

#include <string>
#include <string_view>

namespace blogsearch::markup {

/// Without imports, exports and `{expressions}` (those that are a plain string leave it), with the
/// text inside components but not their tags. HTML tags stay, without attributes that are
/// expressions. Text is moved to the left where a component indents it, since MDX knows no
/// indented code. Code between fences and backticks stays as it is.
[[nodiscard]] std::string markdown_of_mdx(std::string_view mdx);

}  // namespace blogsearch::markup
