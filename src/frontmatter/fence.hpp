// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where a source text's front matter ends and its body begins, and what it is written in.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "blogsearch/core/result.hpp"
#include "blogsearch/model/limits.hpp"
#include "core/source_text.hpp"

namespace blogsearch::frontmatter {

enum class Syntax {
  yaml,
  toml,
  json,
  json_members,  ///< JSON's members without the braces around them
  lines          ///< `Key: value`, read as in headers.hpp
};

struct Fence {
  std::string_view opening;
  std::array<std::string_view, 2> closing;  ///< either
  Syntax syntax;
};

/// Every pair of fences.
[[nodiscard]] std::span<const Fence> fences();

struct Parts {
  std::optional<Span> header;  ///< without its fences; none when the text has no front matter
  Span body;                   ///< everything behind the closing fence's line
  Syntax syntax = Syntax::yaml;
};

/// Blank lines may stand before the front matter, and blanks behind each fence. It is one of:
///
///     --- … ---  or  --- … ...      YAML; `---json`, `---toml`, `---yaml` name another syntax
///     +++ … +++                     TOML
///     ;;; … ;;;                     JSON, with or without the braces
///     { "key": … }                  JSON
///     --- {key: value} ---          YAML in one line, also `--- key: value ---`
///     Key: value                    lines up to the first that is none
///     key: value … ---              YAML without its first fence
///
/// The last three only when the keys are known. Errors: frontmatter.bad-fence,
/// frontmatter.unclosed, frontmatter.too-large, frontmatter.unknown-syntax.
[[nodiscard]] Result<Parts> split(const SourceText& source, const model::Limits& limits = {});

}  // namespace blogsearch::frontmatter
