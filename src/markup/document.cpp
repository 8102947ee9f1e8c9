// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/document.hpp"

#ifdef BLOGSEARCH_GFM
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#else
#include <cmark.h>
#endif

#include <array>
#include <cstdlib>

#include "markup/html_text.hpp"
#include "text/uri.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};
struct FreeText {
  void operator()(char* text) const { std::free(text); }
};
using Parser = std::unique_ptr<cmark_parser, FreeParser>;
using Iterator = std::unique_ptr<cmark_iter, FreeIterator>;

#ifdef BLOGSEARCH_GFM
constexpr int options = CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES;

void attach_extensions(cmark_parser* parser) {
  cmark_gfm_core_extensions_ensure_registered();
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"})
    if (auto* extension = cmark_find_syntax_extension(name); extension != nullptr)
      cmark_parser_attach_syntax_extension(parser, extension);
}

char* to_html(cmark_node* root) { return cmark_render_html(root, options, nullptr); }
#else
constexpr int options = CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8;

void attach_extensions(cmark_parser*) {}

char* to_html(cmark_node* root) { return cmark_render_html(root, options); }
#endif

std::string_view literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text == nullptr ? std::string_view() : std::string_view(text);
}

/// Calls `visit(event, node)` for `root` and all below it, in document order, until it is false.
template <class Visit>
void walk(cmark_node* root, Visit visit) {
  const Iterator iterator(cmark_iter_new(root));
  for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iterator.get()))
    if (!visit(event, cmark_iter_get_node(iterator.get()))) return;
}

/// cmark numbers inline nodes behind block nodes; extensions' nodes carry the class in high bits.
bool is_block(cmark_node* node) {
#ifdef BLOGSEARCH_GFM
  return (cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
#else
  return cmark_node_get_type(node) <= CMARK_NODE_LAST_BLOCK;
#endif
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
    case CMARK_NODE_HTML_BLOCK:
      out.append(html_text(literal(node)));
      break;
    default:
      break;
  }
  const bool ends_block = event == CMARK_EVENT_EXIT || cmark_node_first_child(node) == nullptr;
  if (is_block(node) && ends_block && !out.empty() && out.back() != '\n') out.push_back('\n');
}

std::string text_of(cmark_node* root) {
  std::string out;
  walk(root, [&out](cmark_event_type event, cmark_node* node) {
    append_text(out, event, node);
    return true;
  });
  return out;
}

void resolve_urls(cmark_node* root, std::string_view base) {
  walk(root, [base](cmark_event_type event, cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (event == CMARK_EVENT_ENTER && (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)) {
      const char* url = cmark_node_get_url(node);
      if (url != nullptr) cmark_node_set_url(node, text::resolve(base, url).c_str());
    }
    return true;
  });
}

}  // namespace

void Document::Free::operator()(cmark_node* node) const { cmark_node_free(node); }

Document::Document(std::string_view markdown, std::string_view url) {
  const Parser parser(cmark_parser_new(options));
  attach_extensions(parser.get());
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  root_.reset(cmark_parser_finish(parser.get()));
  resolve_urls(root_.get(), url);
}

std::string Document::html() const {
  const std::unique_ptr<char, FreeText> html(to_html(root_.get()));
  return text::make_legal(html.get());
}

std::string Document::text() const { return text::make_legal(text_of(root_.get())); }

std::string Document::first_heading() const {
  for (cmark_node* node = cmark_node_first_child(root_.get()); node != nullptr;
       node = cmark_node_next(node))
    if (cmark_node_get_type(node) == CMARK_NODE_HEADING && cmark_node_get_heading_level(node) == 1)
      return text::squeeze(text::make_legal(text_of(node)));
  return {};
}

std::string Document::first_paragraph() const {
  for (cmark_node* node = cmark_node_first_child(root_.get()); node != nullptr;
       node = cmark_node_next(node)) {
    if (cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH) continue;
    const std::string text = text::squeeze(text::make_legal(text_of(node)));
    if (!text.empty()) return text::shorten(text, 280);
  }
  return {};
}

}  // namespace blogsearch::markup
