// SPDX-License-Identifier: GPL-2.0-or-later
//
// The text of a query cut into words, phrases, brackets and operators.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "index/query_names.hpp"
#include "index/query_tree.hpp"

namespace blogsearch::index {

struct Lexeme {
  enum class Type { word, phrase, open, close, conjunction, disjunction, negation, proximity };

  Type type = Type::word;
  Node::Sign sign = Node::Sign::none;  ///< of word, phrase, open
  const Name* name = nullptr;          ///< of the same, as written; null: none
  std::string text;                    ///< of word, phrase and operators; as in Node
  bool is_prefix = false;
  std::size_t distance = 0;  ///< of proximity
  Span span;

  [[nodiscard]] bool is_operator() const { return type >= Type::conjunction; }
  /// Its text, the star of a prefix with it.
  [[nodiscard]] std::string typed() const { return text + (is_prefix ? "*" : ""); }
};

/// The operators are those that look so: whether they have what they need is not asked here. What
/// has neither letter, digit nor symbol is left out. `text` is as pair_up leaves it.
[[nodiscard]] std::vector<Lexeme> scan_query(std::string_view text, Diagnostics& hints);

}  // namespace blogsearch::index
