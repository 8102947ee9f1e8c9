// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/jsx.hpp"

#include <algorithm>
#include <array>

#include "markup/excerpt.hpp"
#include "markup/snippets.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

constexpr std::size_t npos = std::string_view::npos;

constexpr std::array<std::string_view, 13> void_elements{
    "area",  "base", "br",   "col",    "embed", "hr", "img",
    "input", "link", "meta", "source", "track", "wbr"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_name(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || std::string_view("_$-.:").find(c) != npos;
}

/// React's names of attributes, where they are not HTML's.
std::string_view html_attribute(std::string_view name) {
  if (name == "className") return "class";
  return name == "htmlFor" ? "for" : name;
}

/// The characters that a JavaScript string or template means.
std::string unescape(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out.push_back(text[i]);
      continue;
    }
    const char c = text[++i];
    out.push_back(c == 'n' ? '\n' : c == 't' ? '\t' : c);
  }
  return out;
}

bool is_one_string(std::string_view text, char quote) {
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] == quote || (quote == '`' && text.substr(i, 2) == "${")) return false;
    if (text[i] == '\\') ++i;
  }
  return text.size() >= 2 && text.front() == quote && text.back() == quote;
}

}  // namespace

bool Tag::is_html() const {
  return !name.empty() && name[0] >= 'a' && name[0] <= 'z' && name.find('.') == npos;
}

bool Tag::is_void() const {
  return std::find(void_elements.begin(), void_elements.end(), name) != void_elements.end();
}

bool Tag::is_hidden_element() const { return name == "script" || name == "style"; }

std::optional<Tag> read_tag(std::string_view mdx, std::size_t begin, Script& script) {
  const bool is_close = mdx.substr(begin + 1, 1) == "/";
  const std::size_t first = begin + (is_close ? 2 : 1);
  if (first >= mdx.size()) return std::nullopt;
  const char c = mdx[first];
  if (!is_letter(c) && c != '_' && c != '$' && c != '>') return std::nullopt;
  const auto end = script.tag_end(begin);
  if (!end) return std::nullopt;
  std::size_t name_end = first;
  while (is_name(mdx[name_end])) ++name_end;
  const bool is_empty = mdx[*end - 2] == '/' && !is_close;
  return Tag{mdx.substr(first, name_end - first),
             is_close   ? Tag::Shape::close
             : is_empty ? Tag::Shape::empty
                        : Tag::Shape::open,
             begin, *end};
}

std::string Tag::html(Script& script, std::string_view mdx) const {
  if (shape == Shape::close) return "</" + std::string(name) + '>';
  std::string out = "<" + std::string(name);
  for (std::size_t i = begin + 1 + name.size(); i < end;) {
    i = std::min(mdx.find_first_not_of(" \t\r\n=/>", i), end);
    std::size_t stop = i;
    while (stop < end && is_name(mdx[stop])) ++stop;
    const std::string_view attribute = mdx.substr(i, stop - i);
    std::size_t value = std::min(mdx.find_first_not_of(" \t\r\n", stop), end);
    const bool has_value = attribute.empty() || (value < end && mdx[value] == '=');
    if (has_value && !attribute.empty()) value = mdx.find_first_not_of(" \t\r\n", value + 1);
    i = has_value ? std::min(value, end) : stop;
    if (i < end && has_value && mdx[i] == '{') {
      i = std::min(script.expression_end(i).value_or(end), end);
      continue;
    }
    if (!attribute.empty()) out.append(" ").append(html_attribute(attribute));
    if (i >= end || !has_value || (mdx[i] != '"' && mdx[i] != '\'')) continue;
    const std::size_t close = std::min(mdx.find(mdx[i], i + 1), end - 1) + 1;
    out.append("=").append(mdx.substr(i, close - i));
    i = close;
  }
  if (is_void()) return out + " />";
  return shape == Shape::empty ? out + "></" + std::string(name) + '>' : out + '>';
}

std::string text_of_expression(std::string_view expression) {
  const std::string_view text = text::trim(expression);
  if (text.substr(0, 2) == "/*" && text.size() >= 4)
    return is_excerpt_word(text.substr(2, text.size() - 4)) ? std::string(excerpt_mark) : "";
  if (!text.empty() && text.find_first_not_of("0123456789.") == npos) return std::string(text);
  if (text.empty() || !is_one_string(text, text[0])) return {};
  const std::string_view inner = text.substr(1, text.size() - 2);
  if (text[0] == '"' || text[0] == '\'') return plain(unescape(inner), Flavour::markdown);
  if (text[0] != '`') return {};
  return inner.find('\n') == npos
             ? plain(unescape(inner), Flavour::markdown)
             : "\n\n" + code_block(unescape(inner), "", "", Flavour::markdown) + "\n\n";
}

}  // namespace blogsearch::markup
