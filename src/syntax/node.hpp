// SPDX-License-Identifier: GPL-2.0-or-later
//
// The neutral tree that every front matter and config syntax is read into. It keeps what was
// written: no scalar is turned into a number, a date or a truth value here, so a title `1.0` stays
// `1.0`. Every node knows its place in the source text.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "blogsearch/core/span.hpp"

namespace blogsearch::syntax {

struct Member;

struct Node {
  enum class Kind { null, scalar, sequence, mapping };

  Kind kind = Kind::null;
  Span span;                    ///< of a scalar's text without its quotes; else of its start
  std::string scalar;           ///< Kind::scalar
  bool is_quoted = false;       ///< written as text, so that `"true"` is never a truth value
  std::vector<Node> items;      ///< Kind::sequence
  std::vector<Member> members;  ///< Kind::mapping, in the order written, keys unique

  [[nodiscard]] bool is_null() const { return kind == Kind::null; }
  [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }
  [[nodiscard]] bool is_sequence() const { return kind == Kind::sequence; }
  [[nodiscard]] bool is_mapping() const { return kind == Kind::mapping; }

  /// The value of a member whose key is exactly `key`, or null.
  [[nodiscard]] const Node* find(std::string_view key) const;
};

struct Member {
  std::string key;
  Span key_span;
  Node value;
};

/// `a text`, `a list`, `a mapping`, `nothing`: what a person would call it in a message.
[[nodiscard]] std::string_view kind_name(const Node& node);

}  // namespace blogsearch::syntax
