// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tables of names that read like a sentence.
#pragma once

#include <algorithm>
#include <string_view>

namespace blogsearch::markup {

/// Whether `word` is one of `words`, which stand between single spaces.
constexpr bool is_among(std::string_view words, std::string_view word) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (words.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace blogsearch::markup
