// SPDX-License-Identifier: GPL-2.0-or-later
//
// Scripts that are written without spaces between words.
#pragma once

#include <algorithm>
#include <array>

namespace blogsearch::text {

struct Range {
  char32_t first, last;
};

/// Blocks of the Unicode Standard.
inline constexpr std::array<Range, 19> unspaced_scripts{{
    {0x0E00, 0x0E7F},    // Thai
    {0x0E80, 0x0EFF},    // Lao
    {0x1000, 0x109F},    // Myanmar
    {0x1100, 0x11FF},    // Hangul Jamo
    {0x1780, 0x17FF},    // Khmer
    {0x3005, 0x3007},    // 々〆〇
    {0x3041, 0x309F},    // Hiragana
    {0x30A1, 0x30FA},    // Katakana, without its middle dot
    {0x30FC, 0x30FF},    // Katakana's marks
    {0x3100, 0x312F},    // Bopomofo
    {0x3130, 0x318F},    // Hangul compatibility Jamo
    {0x31F0, 0x31FF},    // Katakana phonetic extensions
    {0x3400, 0x4DBF},    // Han, extension A
    {0x4E00, 0x9FFF},    // Han
    {0xA960, 0xA97F},    // Hangul Jamo extended A
    {0xAC00, 0xD7FF},    // Hangul
    {0xF900, 0xFAFF},    // Han, compatibility
    {0xFF66, 0xFFDC},    // halfwidth Katakana and Hangul
    {0x20000, 0x3FFFF},  // Han, further extensions
}};

inline bool is_unspaced(char32_t c) {
  if (c < unspaced_scripts.front().first) return false;
  const auto* const range =
      std::lower_bound(unspaced_scripts.begin(), unspaced_scripts.end(), c,
                       [](const Range& row, char32_t point) { return row.last < point; });
  return range != unspaced_scripts.end() && c >= range->first;
}

/// Follows a character and is written together with it: voiced sound marks, vowels and final
/// consonants of decomposed Hangul, other combining marks.
inline bool joins_character(char32_t c) {
  return c == 0x3099 || c == 0x309A || c == 0xFF9E || c == 0xFF9F || (c >= 0x1160 && c <= 0x11FF) ||
         (c >= 0x0300 && c <= 0x036F) || (c >= 0xFE00 && c <= 0xFE0F);
}

}  // namespace blogsearch::text
