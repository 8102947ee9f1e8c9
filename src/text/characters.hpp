// SPDX-License-Identifier: GPL-2.0-or-later
//
// Classes of characters by the Unicode tables.
#pragma once

#include <utf8proc.h>

#include <string_view>

#include "text/utf8.hpp"

namespace blogsearch::text {

inline utf8proc_int32_t point(char32_t c) { return static_cast<utf8proc_int32_t>(c); }

inline bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

inline bool is_space(char32_t c) {
  if (c < 0x80) return is_ascii_space(static_cast<char>(c));
  const auto category = utf8proc_category(point(c));
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP || c == 0x85;
}

/// Letters, their marks, and digits of all scripts.
inline bool is_word(char32_t c) {
  switch (utf8proc_category(point(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    default:
      return false;
  }
}

/// Punctuation and symbols of all scripts.
inline bool is_sign(char32_t c) {
  const auto category = utf8proc_category(point(c));
  return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_SO;
}

/// `visit(character, offset)` for each; what is no character is U+FFFD.
template <class Visit>
void for_each_character(std::string_view text, Visit visit) {
  for (std::size_t i = 0; i < text.size();) {
    const Step step = decode(text, i);
    visit(step.character.value_or(0xFFFD), i);
    i += step.length;
  }
}

}  // namespace blogsearch::text
