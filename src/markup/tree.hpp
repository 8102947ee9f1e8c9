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

/// A parsed piece of a page's body; it refers to the text it was made of.
class Tree {
 public:
  explicit Tree(std::string_view html);
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

[[nodiscard]] bool has_class(const GumboNode& element, std::string_view name);

/// The first element named `name` below `node`, in document order, or null.
[[nodiscard]] const GumboNode* find(const GumboNode& node, std::string_view name);

/// All text below `node`.
[[nodiscard]] std::string text_of(const GumboNode& node);

}  // namespace blogsearch::markup
