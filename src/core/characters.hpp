// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where characters begin in UTF-8.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace blogsearch {
inline namespace core {

/// Whether `byte` is one of a character but the first.
[[nodiscard]] constexpr bool continues_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Code points, of valid UTF-8.
[[nodiscard]] constexpr std::size_t count_characters(std::string_view text) {
  return text.size() -
         static_cast<std::size_t>(std::count_if(text.begin(), text.end(), continues_character));
}

}  // namespace core
}  // namespace blogsearch
