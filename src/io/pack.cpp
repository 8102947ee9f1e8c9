// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/pack.hpp"

namespace blogsearch::io {

void pack_number(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>(number | 0x80);
  out += static_cast<char>(number);
}

void pack_signed(std::string& out, std::int64_t number) {
  const auto bits = static_cast<std::uint64_t>(number);
  pack_number(out, number < 0 ? ~(bits << 1) : bits << 1);
}

void pack_text(std::string& out, std::string_view text) {
  pack_number(out, text.size());
  out += text;
}

void pack_list(std::string& out, const std::vector<std::string>& texts) {
  pack_number(out, texts.size());
  for (const std::string& text : texts) pack_text(out, text);
}

std::uint64_t Unpacker::number() {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return number;
  }
  fail();
  return 0;
}

std::int64_t Unpacker::signed_number() {
  const std::uint64_t bits = number();
  return static_cast<std::int64_t>((bits & 1) != 0 ? ~(bits >> 1) : bits >> 1);
}

std::string_view Unpacker::text() {
  const std::uint64_t size = number();
  if (size > rest_.size()) {
    fail();
    return {};
  }
  const std::string_view text = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return text;
}

std::vector<std::string> Unpacker::list() {
  std::vector<std::string> texts;
  for (std::uint64_t left = number(); left > 0 && is_good_; --left) texts.emplace_back(text());
  return texts;
}

void Unpacker::fail() {
  is_good_ = false;
  rest_ = {};
}

}  // namespace blogsearch::io
