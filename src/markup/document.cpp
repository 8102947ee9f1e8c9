// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/document.hpp"

#include <algorithm>
#include <cstdlib>
#include <mutex>
#include <utility>
#include <vector>

#include "markup/addresses.hpp"
#include "markup/burden.hpp"
#include "markup/clean.hpp"
#include "markup/excerpt.hpp"
#include "markup/html_parts.hpp"
#include "markup/html_text.hpp"
#include "markup/nodes.hpp"
#include "markup/parts.hpp"
#include "markup/rewrite.hpp"
#include "text/uri.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeText {
  void operator()(char* text) const { std::free(text); }
};
using Parser = std::unique_ptr<cmark_parser, FreeParser>;

#ifdef BLOGSEARCH_GFM
constexpr int options = CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES;

void attach_extensions(cmark_parser* parser) {
  static std::once_flag registered;
  std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
  for (const char* name : {"table", "strikethrough", "autolink", "tasklist"})
    if (auto* extension = cmark_find_syntax_extension(name); extension != nullptr)
      cmark_parser_attach_syntax_extension(parser, extension);
}

char* to_html(cmark_node* root) { return cmark_render_html(root, options, nullptr); }

/// The extensions tell a parser of their characters by a table that all parsers share, and take
/// them out again when it has finished.
cmark_node* finish(cmark_parser* parser) {
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);
  return cmark_parser_finish(parser);
}
#else
constexpr int options = CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8;

void attach_extensions(cmark_parser*) {}

char* to_html(cmark_node* root) { return cmark_render_html(root, options); }

cmark_node* finish(cmark_parser* parser) { return cmark_parser_finish(parser); }
#endif

/// Without the descriptions of images, up to the mark of an excerpt if `root` has one.
std::string prose_of(cmark_node* root) {
  std::string out;
  bool is_image = false;
  walk(root, [&](cmark_event_type event, cmark_node* node) {
    if (cmark_node_get_type(node) == CMARK_NODE_IMAGE) is_image = event == CMARK_EVENT_ENTER;
    if (is_image) return true;
    if (is_html(node)) {
      if (const auto mark = find_excerpt_mark(literal(node))) {
        out.append(html_text(literal(node).substr(0, mark->begin)));
        return false;
      }
    }
    append_text(out, event, node);
    return true;
  });
  return text::squeeze(text::make_legal(out));
}

/// Takes the marks of an excerpt out of the tree and of its pieces of raw HTML, `html`; the words
/// in front of the first one.
std::string cut_excerpt(cmark_node* root, std::vector<cmark_node*>& html) {
  const auto has_mark = [](cmark_node* node) {
    return find_excerpt_mark(literal(node)).has_value();
  };
  if (std::none_of(html.begin(), html.end(), has_mark)) return {};
  std::string lead = prose_of(root);
  std::erase_if(html, [&](cmark_node* node) {
    if (!has_mark(node)) return false;
    const std::string rest = without_excerpt_marks(literal(node));
    const bool is_all = text::trim(rest).empty();
    if (is_all)
      cmark_node_free(node);
    else
      cmark_node_set_literal(node, rest.c_str());
    return is_all;
  });
  return lead;
}

std::vector<cmark_node*> raw_html_in(cmark_node* root) {
  std::vector<cmark_node*> html;
  walk(root, [&html](cmark_event_type, cmark_node* node) {
    if (is_html(node)) html.push_back(node);
    return true;
  });
  return html;
}

void resolve_urls(cmark_node* root, std::string_view base) {
  walk(root, [base](cmark_event_type event, cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (event == CMARK_EVENT_ENTER && (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)) {
      const char* url = cmark_node_get_url(node);
      if (url != nullptr) cmark_node_set_url(node, text::resolve(base, page_of_link(url)).c_str());
    }
    return true;
  });
}

}  // namespace

void Document::Free::operator()(cmark_node* node) const { cmark_node_free(node); }

Document::Document(std::string_view body, std::string_view url, Flavour flavour,
                   std::string_view excerpt_separator, std::size_t most_markup) {
  is_unparsed_ = flavour != Flavour::html && burden_of(body, most_markup) > most_markup;
  if (is_unparsed_) {
    html_ = text::make_legal(paragraphs(body));
    return;
  }
  Rewritten rewritten = rewrite(marked(body, excerpt_separator), flavour);
  unknown_ = std::move(rewritten.unknown);
  ids_ = std::move(rewritten.ids);
  if (flavour == Flavour::html) {
    if (const auto mark = find_excerpt_mark(rewritten.text))
      lead_ = text::squeeze(text::make_legal(html_text(rewritten.text.substr(0, mark->begin))));
    html_ = text::make_legal(without_excerpt_marks(rewritten.text));
    return;
  }
  const Parser parser(cmark_parser_new(options));
  attach_extensions(parser.get());
  cmark_parser_feed(parser.get(), rewritten.text.data(), rewritten.text.size());
  root_.reset(finish(parser.get()));
  markdown_ = std::move(rewritten.text);
  resolve_urls(root_.get(), url);
  std::vector<cmark_node*> html = raw_html_in(root_.get());
  lead_ = cut_excerpt(root_.get(), html);
  has_raw_html_ = !html.empty();
}

std::string Document::html() const {
  if (!root_) return html_;
  const std::unique_ptr<char, FreeText> html(to_html(root_.get()));
  return text::make_legal(html.get());
}

model::Body Document::parts(model::Anchors rule) const {
  return root_ ? parts_of(root_.get(), {markdown_, ids_}, rule) : html_parts(html_);
}

std::string Document::text() const {
  std::string out;
  for (const model::Part& part : parts(model::Anchors::none)) {
    out.append(part.text);
    if (!out.empty() && out.back() != '\n') out.push_back('\n');
  }
  return out;
}

std::string Document::first_heading() const {
  if (!root_) return first_element_text(html_, "h1");
  for (cmark_node* node = cmark_node_first_child(root_.get()); node != nullptr;
       node = cmark_node_next(node))
    if (cmark_node_get_type(node) == CMARK_NODE_HEADING && cmark_node_get_heading_level(node) == 1)
      return text::squeeze(text::make_legal(text_of(node)));
  return {};
}

std::string Document::summary() const {
  return lead_.empty() ? text::shorten(first_paragraph(), 280) : lead_;
}

std::string Document::first_paragraph() const {
  if (!root_) return first_element_text(html_, "p");
  for (cmark_node* node = cmark_node_first_child(root_.get()); node != nullptr;
       node = cmark_node_next(node)) {
    if (cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH) continue;
    std::string text = prose_of(node);
    if (!text.empty()) return text;
  }
  return {};
}

}  // namespace blogsearch::markup
