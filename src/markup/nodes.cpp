// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/nodes.hpp"

#include "markup/html_text.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

/// cmark numbers inline nodes behind block nodes; extensions' nodes carry the class in high bits.
bool is_block(cmark_node* node) {
#ifdef BLOGSEARCH_GFM
  return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
#else
  return cmark_node_get_type(node) <= CMARK_NODE_LAST_BLOCK;
#endif
}

}  // namespace

std::string_view literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text == nullptr ? std::string_view() : std::string_view(text);
}

bool is_html(cmark_node* node) {
  const auto type = cmark_node_get_type(node);
  return type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE;
}

void end_line(std::string& out) {
  if (!out.empty() && out.back() != '\n') out.push_back('\n');
}

void append_text(std::string& out, cmark_event_type event, cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
      out.append(literal(node));
      return;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      out.push_back(' ');
      return;
    case CMARK_NODE_CODE_BLOCK:
      out.append(literal(node));
      break;
    case CMARK_NODE_HTML_INLINE:
      out.append(html_text(literal(node)));
      return;
    case CMARK_NODE_HTML_BLOCK: {
      const std::string words = html_text(literal(node));
      if (text::trim(words).empty()) return;
      out.append(words);
      break;
    }
    default:
      break;
  }
  const bool ends_block = event == CMARK_EVENT_EXIT || cmark_node_first_child(node) == nullptr;
  if (is_block(node) && ends_block) end_line(out);
}

std::string text_of(cmark_node* root) {
  std::string out;
  walk(root, [&out](cmark_event_type event, cmark_node* node) {
    append_text(out, event, node);
    return true;
  });
  return out;
}

}  // namespace blogsearch::markup
