// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/words.hpp"

#include "support/catch.hpp"

using namespace blogsearch;

namespace {
struct Row {
  std::string given, expected;
};
}  // namespace

TEST_CASE("text: squeezing leaves one space between words", "[text]") {
  const auto row = GENERATE(values<Row>({
      {"", ""},
      {"  a  b ", "a b"},
      {"a\t\r\n b", "a b"},
      {"a\u00A0\u2003b\u2028", "a b"},
      {"\u3000日本\u3000語", "日本 語"},
  }));
  CHECK(text::squeeze(row.given) == row.expected);
}

TEST_CASE("text: shortening cuts at a word and says so", "[text]") {
  struct Cut {
    std::string given;
    std::size_t limit;
    std::string expected;
  };
  const auto row = GENERATE(values<Cut>({
      {"one two three", 13, "one two three"},
      {"one two three", 12, "one two…"},
      {"one two three", 8, "one two…"},
      {"one two three", 7, "one…"},
      {"onetwothree", 5, "onet…"},
      {"zwölf äpfel", 7, "zwölf…"},
      {"", 3, ""},
  }));
  CAPTURE(row.given, row.limit);
  CHECK(text::shorten(row.given, row.limit) == row.expected);
}

TEST_CASE("text: folding makes texts equal that differ in case or width", "[text]") {
  const auto row = GENERATE(values<Row>({
      {"Rust", "rust"},
      {"ÄPFEL", "äpfel"},
      {"Straße", "strasse"},
      {"ＡＢＣ", "abc"},
      {"ﬁne", "fine"},
      {"soft\u00ADhyphen", "softhyphen"},
      {"İstanbul", "i̇stanbul"},
      {"日本語", "日本語"},
      {"a\xFF"
       "B\xC3\x9F",
       "a\uFFFD"
       "bss"},
  }));
  CHECK(text::fold(row.given) == row.expected);
}

TEST_CASE("text: a slug keeps the letters of every script", "[text]") {
  const auto row = GENERATE(values<Row>({
      {"Hello, World!", "hello-world"},
      {"  --a--  ", "a"},
      {"C++ & C#", "c-c"},
      {"Ünï Köde", "ünï-köde"},
      {"日本 語", "日本-語"},
      {"!!!", ""},
      {"v1.2.3", "v1-2-3"},
  }));
  CHECK(text::slug(row.given) == row.expected);
}

TEST_CASE("text: of the marks on one letter thirty are kept", "[text]") {
  const auto marked = [](std::size_t marks) {
    std::string text = "a";
    for (std::size_t i = 0; i < marks; ++i) text += i % 2 == 0 ? "\u0316" : "\u0323";
    return text;
  };
  CHECK(text::fold(marked(30) + "b") == text::fold(marked(300) + "b"));
  CHECK(text::fold(marked(29) + "b") != text::fold(marked(30) + "b"));
  CHECK(text::fold("A" + marked(1'000'000)).size() < 100);  // and not after an hour
}

TEST_CASE("text: display width counts columns of a terminal", "[text]") {
  struct Width {
    std::string given;
    std::size_t expected;
  };
  const auto row = GENERATE(values<Width>({
      {"abc", 3},
      {"äöü", 3},
      {"日本", 4},
      {"e\u0301", 1},
      {"😀", 2},
      {"a\u200Bb", 2},
      {"", 0},
  }));
  CAPTURE(row.given);
  CHECK(text::display_width(row.given) == row.expected);
}

TEST_CASE("text: HTML is escaped in text and attributes", "[text]") {
  CHECK(text::escape_html("a < b & \"c\" > 'd'") == "a &lt; b &amp; &quot;c&quot; &gt; 'd'");
}
