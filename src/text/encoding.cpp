// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/encoding.hpp"

#include <algorithm>
#include <string_view>

#include "text/utf8.hpp"

namespace blogsearch::text {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16_little_mark = "\xFF\xFE";
constexpr std::string_view utf16_big_mark = "\xFE\xFF";

/// The byte order by the place of the high byte in a unit of two.
enum class HighByte { first = 0, second = 1 };

char32_t unit_at(std::string_view bytes, std::size_t i, HighByte order) {
  const auto high = static_cast<unsigned char>(bytes[i + static_cast<std::size_t>(order)]);
  const auto low = static_cast<unsigned char>(bytes[i + 1 - static_cast<std::size_t>(order)]);
  return static_cast<char32_t>(high << 8U | low);
}

std::string from_utf16(std::string_view bytes, HighByte order) {
  std::string out;
  out.reserve(bytes.size() / 2);
  std::size_t i = 0;
  for (; i + 1 < bytes.size(); i += 2) {
    char32_t character = unit_at(bytes, i, order);
    const bool is_high = character >= 0xD800 && character < 0xDC00;
    if (is_high && i + 3 < bytes.size()) {
      const char32_t low = unit_at(bytes, i + 2, order);
      if (low >= 0xDC00 && low < 0xE000) {
        character = 0x10000 + ((character - 0xD800) << 10U) + (low - 0xDC00);
        i += 2;
      }
    }
    append(out, character);
  }
  if (i < bytes.size()) out.push_back('\xFF');  // half a unit: no character
  return out;
}

}  // namespace

std::string to_utf8(std::string bytes) {
  const auto has_mark = [&bytes](std::string_view mark) { return bytes.rfind(mark, 0) == 0; };
  if (has_mark(utf8_mark))
    bytes.erase(0, utf8_mark.size());
  else if (has_mark(utf16_little_mark))
    bytes = from_utf16(std::string_view(bytes).substr(2), HighByte::second);
  else if (has_mark(utf16_big_mark))
    bytes = from_utf16(std::string_view(bytes).substr(2), HighByte::first);
  if (bytes.find('\r') != bytes.npos && bytes.find('\n') == bytes.npos)
    std::replace(bytes.begin(), bytes.end(), '\r', '\n');
  return bytes;
}

}  // namespace blogsearch::text
