// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/query_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "text/utf8.hpp"
#include "text/words.hpp"

namespace blogsearch::index {
namespace {

constexpr std::string_view separators = " \t\r\n\"()";
constexpr std::array<std::string_view, 3> operators{"AND", "OR", "NOT"};
constexpr std::array<std::string_view, 2> curly_quotes{"\u201C", "\u201D"};

/// Deeper brackets are nobody's query, and each level costs stack.
constexpr std::size_t max_depth = 50;

/// A pasted page is cut here: each word costs a list of postings to be read, phrases of thousands
/// of words take Xapian minutes, and what they would find the first hundred find as well.
constexpr std::size_t max_words = 128;
constexpr std::size_t max_bytes = 4096;

bool is_in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// The first words of `text`. A character cut in two at the end is left to make_legal.
std::string_view beginning(std::string_view text) {
  text = text.substr(0, max_bytes);
  std::size_t words = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = is_in_word(text[i]) && (i == 0 || !is_in_word(text[i - 1]));
    if (begins && ++words > max_words) return text.substr(0, i);
  }
  return text;
}

enum class Operators { kept, folded };

std::string fold_words(std::string_view text, Operators treatment) {
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    const bool is_operator = std::find(operators.begin(), operators.end(), word) != operators.end();
    out += is_operator && treatment == Operators::kept ? std::string(word) : text::fold(word);
    if (end < text.size()) out += text[end];
    begin = end + 1;
  }
  return out;
}

void straighten_quotes(std::string& text) {
  for (const std::string_view quote : curly_quotes)
    for (std::size_t at = 0; (at = text.find(quote, at)) != std::string::npos;)
      text.replace(at, quote.size(), "\"");
}

/// Calls `visit` with the index of each character that stands outside of quotes.
template <class Visit>
void outside_quotes(const std::string& text, const Visit& visit) {
  bool is_quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"')
      is_quoted = !is_quoted;
    else if (!is_quoted)
      visit(i);
  }
}

void pair_quotes(std::string& text) {
  if (std::count(text.begin(), text.end(), '"') % 2 != 0) text[text.rfind('"')] = ' ';
}

bool has_paired_brackets(const std::string& text) {
  std::size_t depth = 0;
  bool is_paired = true;
  outside_quotes(text, [&](std::size_t i) {
    if (text[i] == '(')
      is_paired = is_paired && ++depth <= max_depth;
    else if (text[i] == ')')
      is_paired = is_paired && depth-- > 0;
  });
  return is_paired && depth == 0;
}

void pair_brackets(std::string& text) {
  if (has_paired_brackets(text)) return;
  outside_quotes(text, [&](std::size_t i) {
    if (text[i] == '(' || text[i] == ')') text[i] = ' ';
  });
}

/// What stands between spaces; a quoted part is one.
std::vector<std::string> split(std::string text) {
  constexpr char border = '\n';
  outside_quotes(text, [&](std::size_t i) {
    if (text[i] == ' ' || text[i] == '\t' || text[i] == '\r') text[i] = border;
  });
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(border, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

bool is_excluding(const std::string& part) {
  return part.size() > 1 && part[0] == '-' && part[1] != '-';
}

/// Xapian's parser would take the minus away from a query that has nothing else.
std::string name_exclusion(std::string text) {
  const std::vector<std::string> parts = split(text);
  if (parts.empty() || !std::all_of(parts.begin(), parts.end(), is_excluding)) return text;
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "NOT (" : " OR ") + part.substr(1);
  return out + ")";
}

}  // namespace

std::string tidy_query(std::string_view words) {
  std::string text = fold_words(text::make_legal(beginning(words)), Operators::kept);
  straighten_quotes(text);
  pair_quotes(text);
  pair_brackets(text);
  return name_exclusion(std::move(text));
}

std::string plain_query(std::string_view words) {
  std::string text = fold_words(text::make_legal(beginning(words)), Operators::folded);
  straighten_quotes(text);
  for (char& character : text)
    if (separators.find(character) != std::string_view::npos) character = ' ';
  return text;
}

}  // namespace blogsearch::index
