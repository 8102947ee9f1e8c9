// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/tree.hpp"

#include <algorithm>

#include "text/words.hpp"

namespace blogsearch::markup {

Tree::Tree(std::string_view html, Kind kind) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  if (kind == Kind::fragment) options.fragment_context = GUMBO_TAG_BODY;
  output_ = gumbo_parse_with_options(&options, html.data(), html.size());
}

Tree::~Tree() { gumbo_destroy_output(&kGumboDefaultOptions, output_); }

Language language_of(const GumboNode& element) {
  switch (element.v.element.tag_namespace) {
    case GUMBO_NAMESPACE_SVG:
      return Language::svg;
    case GUMBO_NAMESPACE_MATHML:
      return Language::math;
    case GUMBO_NAMESPACE_HTML:
      break;
  }
  return Language::html;
}

std::string name_of(const GumboNode& element) {
  const GumboElement& e = element.v.element;
  GumboStringPiece written = e.original_tag;
  if (written.data != nullptr) gumbo_tag_from_original_text(&written);
  if (e.tag_namespace == GUMBO_NAMESPACE_SVG && written.data != nullptr)
    if (const char* name = gumbo_normalize_svg_tagname(&written); name != nullptr) return name;
  if (e.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(e.tag);
  return written.data == nullptr ? "" : text::lower_ascii({written.data, written.length});
}

std::optional<std::string_view> attribute(const GumboNode& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.v.element.attributes, name);
  if (found == nullptr || found->attr_namespace != GUMBO_ATTR_NAMESPACE_NONE) return std::nullopt;
  return found->value;
}

bool has_word(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find_first_of(" \t\n\r\f"), words.size());
    if (words.substr(0, end) == word) return !word.empty();
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

bool has_class(const GumboNode& element, std::string_view name) {
  return has_word(attribute(element, "class").value_or(""), name);
}

const GumboNode* find(const GumboNode& node, const char* name) {
  return find(node, [name](const GumboNode& element) { return name_of(element) == name; });
}

std::string text_of(const GumboNode& node) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
      node.type == GUMBO_NODE_CDATA)
    return node.v.text.text;
  std::string out;
  if (is_element(node))
    for (const GumboNode* child : children(node)) out += text_of(*child);
  return out;
}

}  // namespace blogsearch::markup
