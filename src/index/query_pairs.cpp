// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/query_pairs.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "index/query_hint.hpp"
#include "text/utf8.hpp"

namespace blogsearch::index {
namespace {

constexpr std::array quotes{U'"', U'\u201C', U'\u201D', U'\u201E', U'\u201F', U'\u00AB', U'\u00BB'};

bool is_quote(char32_t c) { return std::find(quotes.begin(), quotes.end(), c) != quotes.end(); }

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000;
}

std::string simplify(std::string_view words) {
  std::string out;
  out.reserve(words.size());
  for (std::size_t i = 0; i < words.size();) {
    const text::Step step = text::decode(words, i);
    if (step.character && is_quote(*step.character))
      out.append(1, '"').append(step.length - 1, left_out);
    else if (step.character &&
             (is_space(*step.character) || !text::is_xml_character(*step.character)))
      out.append(step.length, ' ');
    else
      out.append(words, i, step.length);
    i += step.length;
  }
  return out;
}

/// From `at` to the end of what it is filled up with.
Span filled(std::string_view text, std::size_t at) {
  return {at, std::min(text.find_first_not_of(left_out, at + 1), text.size())};
}

void pair_quotes(std::string& text, Diagnostics& hints) {
  if (std::count(text.begin(), text.end(), '"') % 2 == 0) return;
  const std::size_t last = text.rfind('"');
  hints.add(query_hint(filled(text, last), "the quote is not closed, it is left out",
                       "write a second quote behind the phrase"));
  text[last] = left_out;
}

/// The places of brackets outside of quotes.
std::vector<std::size_t> brackets_of(std::string_view text) {
  std::vector<std::size_t> places;
  bool is_quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') is_quoted = !is_quoted;
    if (!is_quoted && (text[i] == '(' || text[i] == ')')) places.push_back(i);
  }
  return places;
}

/// Leaves out brackets that have no other.
void pair_brackets(std::string& text, Diagnostics& hints) {
  const auto leave_out = [&](std::size_t at, std::string message, std::string hint) {
    hints.add(query_hint({at, at + 1}, std::move(message), std::move(hint)));
    text[at] = left_out;
  };
  std::vector<std::size_t> open;
  for (const std::size_t at : brackets_of(text)) {
    if (text[at] == '(')
      open.push_back(at);
    else if (!open.empty())
      open.pop_back();
    else
      leave_out(at, "`)` closes nothing, it is left out", "write `(` where the group begins");
  }
  for (const std::size_t at : open)
    leave_out(at, "`(` is not closed, it is left out", "write `)` where the group ends");
}

/// For brackets in pairs.
void flatten(std::string& text, Diagnostics& hints) {
  bool is_told = false;
  std::size_t depth = 0;
  for (const std::size_t at : brackets_of(text)) {
    const bool is_open = text[at] == '(';
    if (is_open) ++depth;
    if (depth > max_depth) {
      if (!std::exchange(is_told, true))
        hints.add(query_hint(
            {at, at + 1}, "brackets within " + std::to_string(max_depth) + " others are left out",
            "write the query with fewer brackets"));
      text[at] = left_out;
    }
    if (!is_open) --depth;
  }
}

}  // namespace

std::string pair_up(std::string_view words, Diagnostics& hints) {
  std::string text = simplify(words);
  pair_quotes(text, hints);
  pair_brackets(text, hints);
  flatten(text, hints);
  return text;
}

}  // namespace blogsearch::index
