// SPDX-License-Identifier: GPL-2.0-or-later
//
// CSS selectors, as far as one needs them to say where in a page the article is (Selectors
// Level 4): types, `#id`, `.class`, `[attribute=value]` with all its operators, descendants,
// `>` and lists with commas.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "blogsearch/core/result.hpp"
#include "markup/tree.hpp"

namespace blogsearch::markup {

class Selector {
 public:
  /// Error: markup.bad-selector, its span a place of `text`.
  [[nodiscard]] static Result<Selector> read(std::string_view text);

  [[nodiscard]] bool matches(const GumboNode& element) const;

 private:
  friend class SelectorReader;

  /// One condition on an element: `.class` is `class ~= name`, `#id` is `id = name`.
  struct Condition {
    std::string attribute;
    char how = 0;  ///< 0 is there, '=' equal, '~' a word, '^' starts, '$' ends, '*' has, '|' dash
    std::string value;
  };
  enum class Relation { itself, child, descendant };
  struct Compound {
    std::string type;  ///< empty for any
    std::vector<Condition> conditions;
    Relation relation = Relation::itself;  ///< to the compound before it
  };
  using Complex = std::vector<Compound>;  ///< outermost first

  static bool holds(const Condition& condition, const GumboNode& element);
  static bool matches(const Compound& compound, const GumboNode& element);
  static bool matches(const Complex& complex, std::size_t count, const GumboNode& element);

  std::vector<Complex> alternatives_;
};

}  // namespace blogsearch::markup
