// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where a source text's front matter ends and its body begins.
#pragma once

#include <optional>

#include "blogsearch/core/result.hpp"
#include "core/source_text.hpp"

namespace blogsearch::frontmatter {

/// No front matter may be larger: yaml-cpp takes gigabytes for megabytes of brackets.
inline constexpr std::size_t size_limit = 64U << 10U;

struct Parts {
  std::optional<Span> header;  ///< the YAML between the fences; none when the text has no fence
  Span body;                   ///< everything behind the closing fence's line
};

/// A first line `---` opens, the next line `---` or `...` closes (spaces behind are allowed, a
/// byte order mark and blank lines before). Errors: frontmatter.unclosed, frontmatter.too-large.
[[nodiscard]] Result<Parts> split(const SourceText& source);

}  // namespace blogsearch::frontmatter
