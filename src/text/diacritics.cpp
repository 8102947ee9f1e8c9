// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/diacritics.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <utility>

#include "text/characters.hpp"
#include "text/mapped.hpp"
#include "text/utf8.hpp"

namespace blogsearch::text {
namespace {

/// Letters that Unicode does not take apart.
constexpr std::array<std::pair<char32_t, std::string_view>, 9> plain_letters{{{U'ø', "o"},
                                                                              {U'đ', "d"},
                                                                              {U'ð', "d"},
                                                                              {U'þ', "th"},
                                                                              {U'ł', "l"},
                                                                              {U'ħ', "h"},
                                                                              {U'ı', "i"},
                                                                              {U'æ', "ae"},
                                                                              {U'œ', "oe"}}};

}  // namespace

std::string without_diacritics(std::string_view word) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  if (std::all_of(word.begin(), word.end(), is_ascii)) return std::string(word);
  std::string out;
  char32_t base = 0;
  for_each_character(
      mapped(word, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE), [&](char32_t c, std::size_t) {
        const bool is_mark = c >= 0x0300 && c <= 0x036F;
        // й is a letter of its own, ё is none: 0x0308 is its diaeresis.
        if (is_mark && (base < 0x0400 || (base == U'е' && c == 0x0308))) return;
        if (!is_mark) base = c;
        const auto* const plain = std::find_if(plain_letters.begin(), plain_letters.end(),
                                               [c](const auto& row) { return row.first == c; });
        if (plain != plain_letters.end())
          out += plain->second;
        else
          append(out, c);
      });
  return mapped(out, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

}  // namespace blogsearch::text
