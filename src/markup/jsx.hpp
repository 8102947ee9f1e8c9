// SPDX-License-Identifier: GPL-2.0-or-later
//
// The tags and expressions of MDX.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "markup/script.hpp"

namespace blogsearch::markup {

struct Tag {
  enum class Shape { open, close, empty };

  std::string_view name;  ///< empty: a fragment, `<>`
  Shape shape = Shape::open;
  std::size_t begin = 0;
  std::size_t end = 0;

  /// Names in lower case are HTML's, others (`Card`, `ui.card`) are components.
  [[nodiscard]] bool is_html() const;
  [[nodiscard]] bool is_void() const;            ///< `br`, `img`, … have no end tag
  [[nodiscard]] bool is_hidden_element() const;  ///< `script`, `style`

  /// As HTML spells it, without the attributes that are expressions.
  [[nodiscard]] std::string html(Script& script, std::string_view mdx) const;
};

/// The tag whose '<' is at `begin`; nullopt when that is a plain '<'.
[[nodiscard]] std::optional<Tag> read_tag(std::string_view mdx, std::size_t begin, Script& script);

/// What an expression, given without its braces, leaves: a string or a number its text, a comment
/// with an excerpt's word the mark, anything else nothing.
[[nodiscard]] std::string text_of_expression(std::string_view expression);

}  // namespace blogsearch::markup
