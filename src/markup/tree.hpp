// SPDX-License-Identifier: GPL-2.0-or-later
//
// gumbo's tree, read as names, attributes and children.
#pragma once

#include <gumbo.h>

#include <optional>
#include <string>
#include <string_view>

#include "markup/allowed.hpp"

namespace blogsearch::markup {

/// A parsed page, or a piece of a page's body; it refers to the text it was made of.
class Tree {
 public:
  enum class Kind { page, fragment };
  explicit Tree(std::string_view html, Kind kind = Kind::fragment);
  ~Tree();
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  [[nodiscard]] const GumboNode& root() const { return *output_->root; }

 private:
  GumboOutput* output_;
};

[[nodiscard]] inline bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT;
}

/// The children of an element as a range of `const GumboNode*`.
struct Children {
  const GumboVector& nodes;
  [[nodiscard]] const GumboNode* const* begin() const {
    return reinterpret_cast<const GumboNode* const*>(nodes.data);
  }
  [[nodiscard]] const GumboNode* const* end() const { return begin() + nodes.length; }
};
[[nodiscard]] inline Children children(const GumboNode& element) {
  return {element.v.element.children};
}

[[nodiscard]] Language language_of(const GumboNode& element);

/// In lower case; SVG's in its own spelling.
[[nodiscard]] std::string name_of(const GumboNode& element);

/// The value of an attribute without a namespace, its character references decoded.
[[nodiscard]] std::optional<std::string_view> attribute(const GumboNode& element, const char* name);

/// Whether `word` is one of the `words` between blanks (HTML, 2.3.7).
[[nodiscard]] bool has_word(std::string_view words, std::string_view word);

[[nodiscard]] bool has_class(const GumboNode& element, std::string_view name);

/// The first element below `node`, in document order, that `is_wanted`, or null.
template <class Predicate>
[[nodiscard]] const GumboNode* find(const GumboNode& node, const Predicate& is_wanted) {
  if (!is_element(node)) return nullptr;
  for (const GumboNode* child : children(node)) {
    if (is_element(*child) && is_wanted(*child)) return child;
    if (const GumboNode* found = find(*child, is_wanted); found != nullptr) return found;
  }
  return nullptr;
}

/// The first element named `name` below `node`.
[[nodiscard]] const GumboNode* find(const GumboNode& node, const char* name);

/// All text below `node`.
[[nodiscard]] std::string text_of(const GumboNode& node);

}  // namespace blogsearch::markup
