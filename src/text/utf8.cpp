// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace blogsearch::text {
namespace {

using Byte = unsigned char;

/// Table 3-7 of the Unicode Standard: by lead byte, the length of the sequence and the range of
/// its second byte (later ones are 80..BF).
struct Lead {
  Byte first, last;
  std::size_t length;
  Byte second_min, second_max;
};
constexpr std::array<Lead, 8> leads{{
    {0xC2, 0xDF, 2, 0x80, 0xBF},
    {0xE0, 0xE0, 3, 0xA0, 0xBF},
    {0xE1, 0xEC, 3, 0x80, 0xBF},
    {0xED, 0xED, 3, 0x80, 0x9F},
    {0xEE, 0xEF, 3, 0x80, 0xBF},
    {0xF0, 0xF0, 4, 0x90, 0xBF},
    {0xF1, 0xF3, 4, 0x80, 0xBF},
    {0xF4, 0xF4, 4, 0x80, 0x8F},
}};

Byte byte_at(std::string_view text, std::size_t i) { return static_cast<Byte>(text[i]); }

bool is_plain(char c) {
  const Byte b = static_cast<Byte>(c);
  return (b >= 0x20 && b < 0x80) || b == '\n' || b == '\t' || b == '\r';
}

/// Whether eight bytes from `offset` are all printable ASCII, by one look at all of them.
bool are_printable(std::string_view text, std::size_t offset) {
  constexpr std::uint64_t each = 0x0101010101010101, highest = 0x80 * each;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text.data() + offset, sizeof bytes);
  return ((bytes | (bytes - 0x20 * each)) & highest) == 0;
}

/// The end of the run of printable ASCII, tabs and line ends that starts at `offset`.
std::size_t skip_plain(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    if (offset + sizeof(std::uint64_t) <= text.size() && are_printable(text, offset))
      offset += sizeof(std::uint64_t);
    else if (is_plain(text[offset]))
      ++offset;
    else
      break;
  }
  return offset;
}

}  // namespace

Step decode_beyond_ascii(std::string_view text, std::size_t offset) {
  const Byte first = byte_at(text, offset);
  const auto* lead = std::find_if(leads.begin(), leads.end(), [first](const Lead& row) {
    return first >= row.first && first <= row.last;
  });
  if (lead == leads.end()) return {};

  char32_t character = first & (0x7FU >> lead->length);
  for (std::size_t i = 1; i < lead->length; ++i) {
    const Byte low = i == 1 ? lead->second_min : Byte{0x80};
    const Byte high = i == 1 ? lead->second_max : Byte{0xBF};
    if (offset + i >= text.size()) return {std::nullopt, i};
    const Byte next = byte_at(text, offset + i);
    if (next < low || next > high) return {std::nullopt, i};
    character = (character << 6U) | (next & 0x3FU);
  }
  return {character, lead->length};
}

void append(std::string& out, char32_t c) {
  const auto put = [&out](char32_t bits) { out.push_back(static_cast<char>(bits)); };
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0U | (c >> 6U));
  } else {
    if (c < 0x10000) {
      put(0xE0U | (c >> 12U));
    } else {
      put(0xF0U | (c >> 18U));
      put(0x80U | ((c >> 12U) & 0x3FU));
    }
    put(0x80U | ((c >> 6U) & 0x3FU));
  }
  put(0x80U | (c & 0x3FU));
}

bool is_xml_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return c <= 0xD7FF || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

std::optional<Flaw> find_flaw(std::string_view text) {
  std::optional<Flaw> flaw;
  for (std::size_t i = skip_plain(text, 0); i < text.size(); i = skip_plain(text, i)) {
    const Step step = decode(text, i);
    if (!step.character || !is_xml_character(*step.character)) {
      if (flaw)
        ++flaw->count;
      else
        flaw = Flaw{{i, i + step.length}, step.character.has_value(), 1};
    }
    i += step.length;
  }
  return flaw;
}

std::string make_legal(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t plain_end = skip_plain(text, i);
    out.append(text.substr(i, plain_end - i));
    i = plain_end;
    if (i == text.size()) break;
    const Step step = decode(text, i);
    if (!step.character) {
      out += "\xEF\xBF\xBD";  // U+FFFD
    } else if (is_xml_character(*step.character)) {
      out.append(text.substr(i, step.length));
    }
    i += step.length;
  }
  return out;
}

}  // namespace blogsearch::text
