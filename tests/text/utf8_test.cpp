// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/utf8.hpp"

#include "support/catch.hpp"

using namespace blogsearch;

TEST_CASE("text: what is decoded is what was appended, for every character", "[text]") {
  std::string bytes;
  for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 97) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    bytes.clear();
    text::append(bytes, c);
    const text::Step step = text::decode(bytes, 0);
    if (step.character != c || step.length != bytes.size()) FAIL("U+" << std::hex << unsigned(c));
  }
}

TEST_CASE("text: a wrong sequence is one step of its maximal wrong part", "[text]") {
  struct Row {
    std::string_view bytes;
    std::size_t length;
  };
  const auto row = GENERATE(values<Row>({
      {"\x80", 1},      // a continuation without a lead
      {"\xC0\xAF", 1},  // overlong
      {"\xC1\xBF", 1},
      {"\xE0\x80\xAF", 1},
      {"\xED\xA0\x80", 1},      // a surrogate
      {"\xF4\x90\x80\x80", 1},  // beyond U+10FFFF
      {"\xF5\x80\x80\x80", 1},
      {"\xE2\x82", 2},  // cut off at the end
      {"\xE2\x82"
       "A",
       2},  // cut off by a letter
      {"\xF0\x9F\x98", 3},
      {"\xC3", 1},
  }));
  CAPTURE(row.bytes);
  const text::Step step = text::decode(row.bytes, 0);
  CHECK_FALSE(step.character);
  CHECK(step.length == row.length);
}

TEST_CASE("text: legal text has no wrong bytes and no character that XML forbids", "[text]") {
  struct Row {
    std::string_view given;
    std::string expected;
  };
  const auto row = GENERATE(values<Row>({
      {"plain", "plain"},
      {"tab\tline\nreturn\r", "tab\tline\nreturn\r"},
      {"a\x0B"
       "b\x1F"
       "c",
       "abc"},
      {std::string_view("a\0b", 3), "ab"},
      {"caf\xE9!", "caf\uFFFD!"},
      {"\xEF\xBF\xBE\xEF\xBF\xBF.", "."},  // U+FFFE, U+FFFF
      {"zwölf 日本 😀", "zwölf 日本 😀"},
      {"\xF0\x9F\x98", "\uFFFD"},
      {"", ""},
  }));
  CAPTURE(row.expected);
  CHECK(text::make_legal(row.given) == row.expected);
  CHECK_FALSE(text::find_flaw(text::make_legal(row.given)));
}

TEST_CASE("text: the first flaw is placed and all are counted", "[text]") {
  CHECK_FALSE(text::find_flaw("nothing wrong\n"));

  const auto control = text::find_flaw(
      "ab\x0B"
      "cd\x0C");
  REQUIRE(control);
  CHECK(control->span == Span{2, 3});
  CHECK(control->is_utf8);
  CHECK(control->count == 2);

  const auto bytes = text::find_flaw("zw\xF6lf");
  REQUIRE(bytes);
  CHECK(bytes->span == Span{2, 3});
  CHECK_FALSE(bytes->is_utf8);
  CHECK(bytes->count == 1);
}
