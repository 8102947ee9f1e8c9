// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/encoding.hpp"

#include "support/catch.hpp"
#include "text/utf8.hpp"

using namespace blogsearch;
using namespace std::string_literals;

TEST_CASE("text: a byte order mark tells the encoding of a file", "[text]") {
  struct Row {
    std::string bytes, text;
  };
  const auto row = GENERATE(values<Row>({
      {"plain é", "plain é"},
      {"", ""},
      {"\xEF\xBB\xBF"
       "a\r\nb",
       "a\r\nb"},
      {"\xFF\xFE"
       "a\0\xE9\0\n\0"s,
       "aé\n"},
      {"\xFE\xFF\0a\0\xE9\0\n"s, "aé\n"},
      {"\xFF\xFE\x3D\xD8\x00\xDE"s, "😀"},
      {"\xFE\xFF\xD8\x3D\xDE\x00"s, "😀"},
      {"\xFF\xFE"s, ""},
      {"a\rb\r\rc", "a\nb\n\nc"},
      {"a\rb\r\n", "a\rb\r\n"},
      {"\xFE\xFF\0a\0\r\0b"s, "a\nb"},
  }));
  CAPTURE(row.bytes);
  CHECK(text::to_utf8(row.bytes) == row.text);
}

TEST_CASE("text: half a character of UTF-16 is a flaw that is found", "[text]") {
  for (const std::string& bytes :
       {"\xFE\xFF\xD8\x3D\0a"s, "\xFE\xFF\xDE\0"s, "\xFE\xFF\0a\0"s, "\xFF\xFE\x3D\xD8"s}) {
    const auto flaw = text::find_flaw(text::to_utf8(bytes));
    REQUIRE(flaw);
    CHECK_FALSE(flaw->is_utf8);
  }
}
