// SPDX-License-Identifier: GPL-2.0-or-later
//
// CSS selectors, as far as one needs them to say where in a page something is (Selectors Level 4):
// types, `#id`, `.class`, `[attribute=value]` with all its operators, descendants, `>` and lists
// with commas. `\` takes the next character as part of a name (`.md\:prose`).
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

  /// The first element below `root` that the first alternative of the list matches; where it
  /// matches none, the next alternative's. Null when none is there. Unlike in a style sheet the
  /// order of the list is one of preference.
  [[nodiscard]] const GumboNode* find_in(const GumboNode& root) const;

 private:
  friend class SelectorReader;

  /// One condition on an element: `.class` is `class ~= name`, `#id` is `id = name`.
  struct Condition {
    std::string attribute;
    char how = 0;  ///< 0 is there, '=' equal, '~' a word, '^' starts, '$' ends, '*' has, '|' dash
    std::string value;
  };
  enum class Relation { descendant, child };
  struct Compound {
    std::string type;  ///< empty for any
    std::vector<Condition> conditions;
    Relation relation = Relation::descendant;  ///< to the compound before it
  };
  using Complex = std::vector<Compound>;  ///< outermost first, never empty

  static bool holds(const Condition& condition, const GumboNode& element);
  static bool fits(const Compound& compound, const GumboNode& element);
  static bool fits(const Complex& complex, const GumboNode& element);

  std::vector<Complex> alternatives_;
};

}  // namespace blogsearch::markup
