// SPDX-License-Identifier: GPL-2.0-or-later
//
// Front matter without an opening fence: the `Key: value` lines of Pelican and MultiMarkdown, and
// Hexo's YAML that only ends with a fence.
#pragma once

#include <optional>
#include <string_view>

#include "core/source_text.hpp"
#include "syntax/limits.hpp"
#include "syntax/node.hpp"

namespace blogsearch::frontmatter {

struct HeaderLines {
  Span header;
  std::size_t body = 0;    ///< where it begins
  bool is_closed = false;  ///< by a fence: then the lines are YAML
};

/// `Key: value` lines from `begin` on, each followed by any number of indented lines that go on
/// with it. They end at a blank line, at a line that is none of the two, or at a fence. To tell
/// them from prose, the first key must be known and one of them name a title or a date.
[[nodiscard]] std::optional<HeaderLines> find_headers(std::string_view bytes, std::size_t begin);

/// A mapping of plain texts, as written. Empty after an error: syntax.duplicate-key,
/// syntax.too-large (more than `limit` values).
[[nodiscard]] std::optional<syntax::Node> read_headers(const SourceText& source, Span header,
                                                       Diagnostics& findings,
                                                       std::size_t limit = syntax::node_limit);

}  // namespace blogsearch::frontmatter
