// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/html_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "text/utf8.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

struct Reference {
  std::string_view name, text;
};
constexpr std::array<Reference, 27> references{{
    {"amp", "&"},    {"lt", "<"},    {"gt", ">"},     {"quot", "\""}, {"apos", "'"},
    {"mdash", "—"},  {"ndash", "–"}, {"hellip", "…"}, {"lsquo", "‘"}, {"rsquo", "’"},
    {"sbquo", "‚"},  {"ldquo", "“"}, {"rdquo", "”"},  {"bdquo", "„"}, {"lsaquo", "‹"},
    {"rsaquo", "›"}, {"bull", "•"},  {"euro", "€"},   {"trade", "™"}, {"larr", "←"},
    {"uarr", "↑"},   {"rarr", "→"},  {"darr", "↓"},   {"minus", "−"}, {"ne", "≠"},
    {"le", "≤"},     {"ge", "≥"},
}};

/// Of U+00A0 to U+00FF, in order (HTML 4, section 24.2).
constexpr std::array<std::string_view, 96> latin1{
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",
    "copy",   "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn",
    "sup2",   "sup3",   "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",
    "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
    "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave",
    "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde",
    "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",
    "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
    "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",
    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

/// What these enclose runs on in the line: their tags separate no words.
constexpr std::array<std::string_view, 31> inline_elements{
    "a",    "abbr",   "b",      "bdi", "bdo", "big",  "cite", "code", "data", "del",  "dfn",
    "em",   "font",   "i",      "ins", "kbd", "mark", "nobr", "q",    "s",    "samp", "small",
    "span", "strike", "strong", "sub", "sup", "time", "tt",   "u",    "var"};

/// Others that may stand in a text of one line.
constexpr std::array<std::string_view, 14> block_elements{
    "p",  "div", "h1", "h2", "h3",     "h4",         "h5",
    "h6", "ul",  "ol", "li", "center", "blockquote", "figure"};

constexpr std::array<std::string_view, 4> hidden_elements{"script", "style", "template", "title"};

std::optional<char32_t> numeric(std::string_view digits) {
  const bool is_hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (is_hex) digits.remove_prefix(1);
  unsigned value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, is_hex ? 16 : 10);
  if (digits.empty() || stop != end || error != std::errc{}) return std::nullopt;
  return text::is_xml_character(value) ? char32_t{value} : U'\uFFFD';
}

bool append_named(std::string& out, std::string_view name) {
  const auto* row = std::find_if(references.begin(), references.end(),
                                 [name](const Reference& r) { return r.name == name; });
  if (row != references.end()) {
    out.append(row->text);
    return true;
  }
  if (name == "nbsp") {
    out.push_back(' ');
    return true;
  }
  const auto* letter = std::find(latin1.begin(), latin1.end(), name);
  if (letter == latin1.end()) return false;
  text::append(out, 0xA0 + static_cast<char32_t>(letter - latin1.begin()));
  return true;
}

/// The character reference at the start of `html` into `out`; the bytes it takes, at least one.
std::size_t decode_reference(std::string_view html, std::string& out) {
  constexpr std::size_t longest = 12;
  const std::size_t semicolon = html.substr(0, longest).find(';');
  if (semicolon != std::string_view::npos) {
    const std::string_view name = html.substr(1, semicolon - 1);
    if (!name.empty() && name[0] == '#') {
      if (const auto character = numeric(name.substr(1))) {
        text::append(out, *character);
        return semicolon + 1;
      }
    }
    if (append_named(out, name)) return semicolon + 1;
  }
  out.push_back('&');
  return 1;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What stands at a '<' and how long it is; `length` is zero when that is a plain '<'.
struct Markup {
  std::size_t length = 0;
  bool separates = true;
};

/// Behind the '>' of the tag at the start of `html`; a quoted value may have one of its own.
std::size_t tag_length(std::string_view html) {
  for (std::size_t i = html.find_first_of("\"'>"); i != std::string_view::npos;
       i = html.find_first_of("\"'>", i + 1)) {
    if (html[i] == '>') return i + 1;
    if (html[i - 1] != '=') continue;
    const std::size_t close = html.find(html[i], i + 1);
    if (close == std::string_view::npos) break;
    i = close;
  }
  const std::size_t end = html.find('>');
  return end == std::string_view::npos ? html.size() : end + 1;
}

Markup markup_at(std::string_view html) {
  if (html.substr(0, 4) == "<!--") {
    const std::size_t end = html.find("-->", 4);
    return {end == std::string_view::npos ? html.size() : end + 3, false};
  }
  const char next = html.size() > 1 ? html[1] : ' ';
  if (!is_letter(next) && next != '/' && next != '!' && next != '?') return {};
  const std::string name = tag_name(html.substr(next == '/' ? 2 : 1));
  const auto is_in = [&name](const auto& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (next != '/' && is_in(hidden_elements)) return {element_length(html, name), true};
  return {tag_length(html), !is_in(inline_elements)};
}

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Of the tag that `text` begins with, if it is one of a pair or a line break; else zero. `open`
/// are the names of the pairs around it.
std::size_t paired_tag_length(std::string_view text, std::vector<std::string>& open) {
  const bool is_end = text.substr(1, 1) == "/";
  const std::string name = tag_name(text.substr(is_end ? 2 : 1));
  const std::size_t length = tag_length(text);
  if (text[length - 1] != '>') return 0;
  if (name == "br") return length;
  if (!contains(inline_elements, name) && !contains(block_elements, name)) return 0;
  if (is_end) {
    const auto begun = std::find(open.begin(), open.end(), name);
    if (begun == open.end()) return 0;
    open.erase(begun);
    return length;
  }
  const std::string_view rest = text.substr(length);
  if (element_length(rest, name) == rest.size()) return 0;
  open.push_back(name);
  return length;
}

}  // namespace

std::string tag_name(std::string_view html) {
  constexpr std::size_t longest = 64;
  std::size_t end = 0;
  while (end < std::min(html.size(), longest) && (is_letter(html[end]) || is_digit(html[end])))
    ++end;
  const bool is_longer = end < html.size() && (html[end] == '-' || html[end] == ':');
  return is_longer ? "" : text::lower_ascii(html.substr(0, end));
}

std::size_t element_length(std::string_view html, std::string_view name) {
  for (std::size_t end = html.find("</"); end != std::string_view::npos;
       end = html.find("</", end + 2))
    if (tag_name(html.substr(end + 2)) == name) return end;
  return html.size();
}

std::size_t markup_length(std::string_view html) { return markup_at(html).length; }

std::string html_text(std::string_view html) {
  std::string out;
  for (std::size_t i = 0; i < html.size();) {
    if (html[i] == '&') {
      i += decode_reference(html.substr(i), out);
      continue;
    }
    const Markup markup = html[i] == '<' ? markup_at(html.substr(i)) : Markup{};
    if (markup.length == 0) {
      out.push_back(html[i++]);
      continue;
    }
    if (markup.separates) out.push_back(' ');
    i += markup.length;
  }
  return out;
}

std::string first_element_text(std::string_view html, std::string_view name) {
  for (std::size_t i = html.find('<'); i != std::string_view::npos; i = html.find('<', i)) {
    const std::string_view rest = html.substr(i);
    const std::size_t length = std::max<std::size_t>(markup_at(rest).length, 1);
    i += length;
    if (tag_name(rest.substr(1)) != name) continue;
    const std::size_t inner = element_length(html.substr(i), name);
    std::string text = text::squeeze(text::make_legal(html_text(html.substr(i, inner))));
    if (!text.empty()) return text;
    i += inner;
  }
  return {};
}

std::string plain_text(std::string_view text) {
  constexpr std::size_t sight = 2048;  // of a pair's end; keeps this linear
  std::string out;
  std::vector<std::string> open;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i, sight);
    if (rest[0] == '&') {
      i += decode_reference(rest, out);
      continue;
    }
    const std::size_t length = rest[0] == '<' ? paired_tag_length(rest, open) : 0;
    if (length == 0) {
      out.push_back(text[i++]);
      continue;
    }
    if (markup_at(rest).separates) out.push_back(' ');
    i += length;
  }
  return text::squeeze(text::make_legal(out));
}

}  // namespace blogsearch::markup
