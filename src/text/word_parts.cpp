// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/word_parts.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <utility>

#include "text/characters.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace blogsearch::text {
namespace {

enum class Case { lower, upper, digit, mark };

Case case_of(char32_t c) {
  if (c == '_' || c == '.' || c == '\'' || c == 0x2019) return Case::mark;
  if (c >= 'a' && c <= 'z') return Case::lower;
  if (c >= 'A' && c <= 'Z') return Case::upper;
  switch (utf8proc_category(point(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return Case::upper;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return Case::digit;
    case UTF8PROC_CATEGORY_PC:
      return Case::mark;
    default:
      return Case::lower;
  }
}

struct Letter {
  Case type;
  std::size_t offset;
};

std::vector<Letter> letters_of(std::string_view word) {
  std::vector<Letter> letters;
  for_each_character(word, [&](char32_t c, std::size_t offset) {
    letters.push_back({case_of(c), offset});
  });
  return letters;
}

/// A part of one character is of no use.
void add(std::vector<std::string>& parts, std::string_view part) {
  std::string folded = fold(part);
  std::erase(folded, ' ');
  if (folded.size() > 1 && folded.find_first_not_of("_.") != std::string::npos)
    parts.push_back(std::move(folded));
}

/// At '_', in front of a capital behind a small letter, and in front of the last of several
/// capitals: `HTTPServer` is `http` and `server`.
void split_case(std::string_view word, std::vector<std::string>& parts) {
  const std::vector<Letter> letters = letters_of(word);
  std::size_t begin = 0;
  const auto type = [&](std::size_t i) {
    return i < letters.size() ? letters[i].type : Case::mark;
  };
  const auto cut = [&](std::size_t end) {
    add(parts, word.substr(begin, end - begin));
    begin = end;
  };
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const std::size_t at = letters[i].offset;
    if (type(i) == Case::mark) {
      cut(at);
      begin = i + 1 < letters.size() ? letters[i + 1].offset : word.size();
      continue;
    }
    if (i == 0 || type(i) != Case::upper) continue;
    const bool follows_small = type(i - 1) == Case::lower || type(i - 1) == Case::digit;
    const bool ends_capitals = type(i - 1) == Case::upper && type(i + 1) == Case::lower;
    if (follows_small || ends_capitals) cut(at);
  }
  if (begin > 0) cut(word.size());
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Its number alone, and the shorter numbers it begins with.
void split_version(std::string_view word, std::vector<std::string>& parts) {
  const std::size_t first_dot = word.find('.');
  std::size_t begin = first_dot;
  while (begin > 0 && is_digit(word[begin - 1])) --begin;
  if (begin > 0) add(parts, word.substr(0, first_dot));
  const std::string_view number = word.substr(begin);
  if (begin > 0) add(parts, number);
  for (std::size_t dot = number.find('.', number.find('.') + 1); dot != std::string_view::npos;
       dot = number.find('.', dot + 1))
    add(parts, number.substr(0, dot));
}

bool is_hexadecimal(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

}  // namespace

std::vector<std::string> parts_of(std::string_view word, std::size_t name) {
  std::vector<std::string> parts;
  if (const std::string_view marks = word.substr(name); !marks.empty()) {
    add(parts, word.substr(0, name));
    if (marks.size() > 2) add(parts, word.substr(0, name + 2));
    return parts;
  }
  if (word.find('.') != std::string_view::npos)
    split_version(word, parts);
  else if (std::any_of(word.begin(), word.end(), [](char c) { return c < 'a' || c > 'z'; }))
    split_case(word, parts);
  return parts;
}

bool is_digest(std::string_view word) {
  constexpr std::size_t shortest = 20;
  if (word.size() < shortest) return false;
  if (std::all_of(word.begin(), word.end(), is_hexadecimal))
    return std::any_of(word.begin(), word.end(), is_digit);
  std::size_t changes = 0;
  const std::vector<Letter> letters = letters_of(word);
  for (std::size_t i = 1; i < letters.size(); ++i)
    if (letters[i].type != letters[i - 1].type && letters[i].type != Case::mark) ++changes;
  return changes * 2 > letters.size();
}

}  // namespace blogsearch::text
