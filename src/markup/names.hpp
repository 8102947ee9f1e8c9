// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tables of names that read like a sentence.
#pragma once

#include <string_view>

namespace blogsearch::markup {

/// Whether `word`, which has no space, is one of `words`, which stand between single spaces.
constexpr bool is_among(std::string_view words, std::string_view word) {
  if (word.empty()) return false;
  for (auto at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    const auto end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' '))
      return true;
  }
  return false;
}

/// Calls `visit` for each of `words`.
template <class Visit>
void for_each_name(std::string_view words, const Visit& visit) {
  while (!words.empty()) {
    const auto end = words.find(' ');
    visit(words.substr(0, end));
    words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
  }
}

}  // namespace blogsearch::markup
