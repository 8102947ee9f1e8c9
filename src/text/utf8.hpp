// SPDX-License-Identifier: GPL-2.0-or-later
//
// Text that every output can carry: valid UTF-8 made of characters that XML 1.0 allows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "blogsearch/core/span.hpp"

namespace blogsearch::text {

/// One step through UTF-8: the code point at `offset` and its length in bytes. An invalid
/// sequence (also overlong forms, surrogates, beyond U+10FFFF) is `nullopt` with the length of
/// its maximal wrong part (Unicode 15, table 3-7), so that a loop over any bytes ends.
struct Step {
  std::optional<char32_t> character;
  std::size_t length = 1;
};
[[nodiscard]] Step decode_beyond_ascii(std::string_view text, std::size_t offset);
[[nodiscard]] inline Step decode(std::string_view text, std::size_t offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  return first < 0x80 ? Step{first, 1} : decode_beyond_ascii(text, offset);
}

void append(std::string& out, char32_t character);

/// XML 1.0, production 2 (Char).
[[nodiscard]] bool is_xml_character(char32_t character);

/// The first place of `text` that is not UTF-8 or that XML cannot carry, and how many there are.
struct Flaw {
  Span span;
  bool is_utf8 = true;  ///< false: bytes that are no character; true: one that XML forbids
  std::size_t count = 1;
};
[[nodiscard]] std::optional<Flaw> find_flaw(std::string_view text);

/// `text` with each wrong byte sequence as U+FFFD and without the characters XML forbids.
[[nodiscard]] std::string make_legal(std::string_view text);

}  // namespace blogsearch::text
