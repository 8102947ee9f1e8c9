// SPDX-License-Identifier: GPL-2.0-or-later
//
// Titles of old feeds are HTML in some formats, escaped once or twice by some generators.
#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <utility>

#include "feed/reader.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace blogsearch::feed {
namespace {

struct Entity {
  std::string_view name;
  char32_t character;
};

/// Those of XML, and what typographic filters write.
constexpr auto entities = std::to_array<Entity>({
    {"amp", U'&'},         {"lt", U'<'},          {"gt", U'>'},          {"quot", U'"'},
    {"apos", U'\''},       {"nbsp", U'\u00A0'},   {"laquo", U'\u00AB'},  {"raquo", U'\u00BB'},
    {"ndash", U'\u2013'},  {"mdash", U'\u2014'},  {"lsquo", U'\u2018'},  {"rsquo", U'\u2019'},
    {"sbquo", U'\u201A'},  {"ldquo", U'\u201C'},  {"rdquo", U'\u201D'},  {"bdquo", U'\u201E'},
    {"hellip", U'\u2026'}, {"times", U'\u00D7'},  {"copy", U'\u00A9'},   {"trade", U'\u2122'},
    {"reg", U'\u00AE'},    {"middot", U'\u00B7'}, {"deg", U'\u00B0'},    {"euro", U'\u20AC'},
    {"auml", U'\u00E4'},   {"ouml", U'\u00F6'},   {"uuml", U'\u00FC'},   {"Auml", U'\u00C4'},
    {"Ouml", U'\u00D6'},   {"Uuml", U'\u00DC'},   {"szlig", U'\u00DF'},  {"eacute", U'\u00E9'},
    {"egrave", U'\u00E8'}, {"agrave", U'\u00E0'}, {"ccedil", U'\u00E7'}, {"ntilde", U'\u00F1'},
});

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The end of the tag or comment that begins at `at`; `at` when none does.
std::size_t end_of_tag(std::string_view text, std::size_t at) {
  const std::size_t name = at + (text.substr(at + 1).starts_with('/') ? 2 : 1);
  if (name >= text.size() || !is_letter(text[name])) return at;
  const std::size_t close = text.find('>', name);
  return close == std::string_view::npos ? at : close + 1;
}

std::optional<char32_t> numbered(std::string_view digits) {
  const bool is_hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (is_hexadecimal) digits.remove_prefix(1);
  std::uint32_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, number, is_hexadecimal ? 16 : 10);
  if (error != std::errc{} || stop != end || !text::is_xml_character(number)) return std::nullopt;
  return number;
}

std::optional<char32_t> character_of(std::string_view reference) {
  if (reference.starts_with('#')) return numbered(reference.substr(1));
  for (const Entity& entity : entities)
    if (entity.name == reference) return entity.character;
  return std::nullopt;
}

std::string without_tags(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = text[i] == '<' ? end_of_tag(text, i) : i;
    if (end == i) out += text[i++];
    i = std::max(i, end);
  }
  return out;
}

std::string without_references(std::string_view text) {
  constexpr std::size_t longest = 10;
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t end = text[i] == '&' ? text.substr(i, longest).find(';') : std::string::npos;
    const auto character =
        end == std::string::npos ? std::nullopt : character_of(text.substr(i + 1, end - 1));
    if (!character) {
      out += text[i];
      continue;
    }
    text::append(out, *character);
    i += end;
  }
  return out;
}

}  // namespace

std::string plain_title(std::string_view title) {
  return text::squeeze(text::make_legal(without_references(without_tags(title))));
}

}  // namespace blogsearch::feed
