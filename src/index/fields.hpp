// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where the words of each field are found.
#pragma once

#include <algorithm>

#include "index/query_tree.hpp"
#include "index/schema.hpp"

namespace blogsearch::index {

enum class Matching {
  words,   ///< stems with positions, ranked
  places,  ///< the same, but they say where a post is and not how good it is
  value,   ///< the whole value
};

struct FieldTerms {
  const char* prefix;
  Matching matching;
};

/// The body's words are among those of any field, and so are the positions of code.
[[nodiscard]] constexpr FieldTerms terms_of(Field field) {
  switch (field) {
    case Field::any:
    case Field::body:
      return {"", Matching::words};
    case Field::title:
      return {prefix::title, Matching::words};
    case Field::heading:
      return {prefix::heading, Matching::words};
    case Field::code:
      return {prefix::code, Matching::words};
    case Field::tag:
      return {prefix::tag, Matching::value};
    case Field::author:
      return {prefix::author, Matching::value};
    case Field::lang:
      return {prefix::lang, Matching::value};
    case Field::section:
      return {prefix::section, Matching::value};
    case Field::series:
      return {prefix::series, Matching::value};
    case Field::url:
      return {prefix::url, Matching::places};
    case Field::path:
      return {prefix::path, Matching::places};
  }
  return {"", Matching::words};
}

/// Finds posts and does not rank them.
[[nodiscard]] inline bool is_filter(const Node& node) {
  return node.kind == Node::Kind::dates || terms_of(node.field).matching != Matching::words;
}

[[nodiscard]] inline bool is_plain_word(const Node& node) {
  return node.kind == Node::Kind::word && node.sign == Node::Sign::none && !is_filter(node);
}

/// What no sign and no operator demands: it may be given up where few posts have it all.
[[nodiscard]] inline bool may_be_missing(const Node& node) {
  if (node.sign != Node::Sign::none || is_filter(node)) return false;
  if (node.kind == Node::Kind::group)
    return std::all_of(node.members.begin(), node.members.end(), may_be_missing);
  return node.kind == Node::Kind::word || node.kind == Node::Kind::phrase || node.is_synonym;
}

}  // namespace blogsearch::index
