// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/html_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "text/utf8.hpp"
#include "text/words.hpp"

namespace blogsearch::markup {
namespace {

struct Reference {
  std::string_view name, text;
};
constexpr std::array<Reference, 14> references{{
    {"amp", "&"},
    {"lt", "<"},
    {"gt", ">"},
    {"quot", "\""},
    {"apos", "'"},
    {"nbsp", " "},
    {"copy", "©"},
    {"mdash", "—"},
    {"ndash", "–"},
    {"hellip", "…"},
    {"lsquo", "‘"},
    {"rsquo", "’"},
    {"ldquo", "“"},
    {"rdquo", "”"},
}};

std::optional<char32_t> numeric(std::string_view digits) {
  const bool is_hex = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
  if (is_hex) digits.remove_prefix(1);
  unsigned value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, is_hex ? 16 : 10);
  if (digits.empty() || stop != end || error != std::errc{}) return std::nullopt;
  return text::is_xml_character(value) ? char32_t{value} : U'\uFFFD';
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
    const auto* row = std::find_if(references.begin(), references.end(),
                                   [name](const Reference& r) { return r.name == name; });
    if (row != references.end()) {
      out.append(row->text);
      return semicolon + 1;
    }
  }
  out.push_back('&');
  return 1;
}

bool starts_with_name(std::string_view html, std::string_view name) {
  if (text::lower_ascii(html.substr(0, name.size())) != name) return false;
  const std::string_view rest = html.substr(std::min(name.size(), html.size()));
  return rest.empty() || rest[0] == '>' || rest[0] == '/' || rest[0] == ' ' || rest[0] == '\n' ||
         rest[0] == '\t';
}

/// Where the text goes on behind the markup at the start of `html`, which begins with '<';
/// zero when that is no markup but a plain '<'.
std::size_t markup_length(std::string_view html) {
  if (html.substr(0, 4) == "<!--") {
    const std::size_t end = html.find("-->", 4);
    return end == std::string_view::npos ? html.size() : end + 3;
  }
  const char next = html.size() > 1 ? html[1] : ' ';
  const bool is_name = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
  if (!is_name && next != '/' && next != '!' && next != '?') return 0;
  for (const std::string_view hidden : {"script", "style"}) {
    if (!starts_with_name(html.substr(1), hidden)) continue;
    for (std::size_t end = html.find("</"); end != std::string_view::npos;
         end = html.find("</", end + 2))
      if (starts_with_name(html.substr(end + 2), hidden)) return end;
    return html.size();
  }
  const std::size_t end = html.find('>');
  return end == std::string_view::npos ? html.size() : end + 1;
}

}  // namespace

std::string html_text(std::string_view html) {
  std::string out;
  for (std::size_t i = 0; i < html.size();) {
    if (html[i] == '&') {
      i += decode_reference(html.substr(i), out);
      continue;
    }
    const std::size_t skipped = html[i] == '<' ? markup_length(html.substr(i)) : 0;
    if (skipped == 0) {
      out.push_back(html[i++]);
      continue;
    }
    out.push_back(' ');  // a tag separates words
    i += skipped;
  }
  return out;
}

}  // namespace blogsearch::markup
