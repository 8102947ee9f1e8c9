// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace blogsearch::markup {

/// Some ASCII characters, to be found faster than `find_first_of` does.
class CharacterSet {
 public:
  constexpr explicit CharacterSet(std::string_view characters) {
    for (const char c : characters) is_in_[static_cast<unsigned char>(c)] = true;
  }
  /// The first of them from `at` on, or the end of `text`.
  [[nodiscard]] std::size_t find(std::string_view text, std::size_t at) const {
    while (at < text.size() && !is_in_[static_cast<unsigned char>(text[at])]) ++at;
    return at;
  }

 private:
  std::array<bool, 256> is_in_{};
};

}  // namespace blogsearch::markup
