// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include "markup/references.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

/// Families of properties by their first word: `border` lets `border-left-width` pass. What moves
/// an entry over the reader's own page (`position`, `z-index`) or brings in text is not here.
constexpr std::array<std::string_view, 38> families{
    "align",   "aspect", "background", "border",    "box",      "break",   "caption", "clear",
    "color",   "column", "columns",    "direction", "display",  "empty",   "fill",    "flex",
    "float",   "font",   "gap",        "grid",      "height",   "hyphens", "justify", "letter",
    "line",    "list",   "margin",     "max",       "min",      "object",  "opacity", "overflow",
    "padding", "stroke", "table",      "text",      "vertical", "white"};
constexpr std::array<std::string_view, 6> properties{"width",     "word-break", "word-spacing",
                                                     "word-wrap", "tab-size",   "unicode-bidi"};

bool is_known(std::string_view property) {
  const std::string_view family = property.substr(0, property.find('-'));
  return std::find(families.begin(), families.end(), family) != families.end() ||
         std::find(properties.begin(), properties.end(), property) != properties.end();
}

/// The end of the declaration at the start of `css`: a semicolon outside quotes and brackets.
std::size_t declaration_end(std::string_view css) {
  char quote = 0;
  int depth = 0;
  for (std::size_t i = 0; i < css.size(); ++i) {
    const char c = css[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')') {
      --depth;
    } else if (c == ';' && depth <= 0) {
      return i;
    }
  }
  return css.size();
}

std::string_view unquoted(std::string_view text) {
  text = text::trim(text);
  const bool is_quoted =
      text.size() >= 2 && (text[0] == '"' || text[0] == '\'') && text.back() == text[0];
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

/// A value with each `url()` made absolute; nothing when it holds what may not be there.
std::optional<std::string> value_of(std::string_view value, const Base& base) {
  constexpr std::string_view opening = "url(";
  const std::string lower = text::lower_ascii(value);
  if (value.find('\\') != std::string_view::npos || lower.find("/*") != std::string::npos ||
      lower.find("expression") != std::string::npos || value.find('<') != std::string_view::npos ||
      lower.find("image-set") != std::string::npos)
    return std::nullopt;
  std::string out;
  std::size_t at = 0;
  for (std::size_t begin = lower.find(opening); begin != std::string::npos;
       begin = lower.find(opening, at)) {
    const std::size_t end = value.find(')', begin);
    if (end == std::string_view::npos) return std::nullopt;
    const std::size_t inner = begin + opening.size();
    const auto url = source(unquoted(value.substr(inner, end - inner)), base);
    if (!url || url->find_first_of("\"'()") != std::string::npos) return std::nullopt;
    out.append(value.substr(at, begin - at)).append("url('").append(*url).append("')");
    at = end + 1;
  }
  return out.append(value.substr(at));
}

}  // namespace

std::optional<std::string> style(std::string_view declarations, const Base& base) {
  std::string out;
  while (!declarations.empty()) {
    const std::size_t end = declaration_end(declarations);
    const std::string_view declaration = declarations.substr(0, end);
    declarations.remove_prefix(std::min(end + 1, declarations.size()));
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string property = text::lower_ascii(text::trim(declaration.substr(0, colon)));
    if (!is_known(property)) continue;
    const auto value = value_of(text::trim(declaration.substr(colon + 1)), base);
    if (!value || value->empty()) continue;
    if (!out.empty()) out += "; ";
    out.append(property).append(": ").append(*value);
  }
  if (out.empty()) return std::nullopt;
  return out;
}

}  // namespace blogsearch::markup
