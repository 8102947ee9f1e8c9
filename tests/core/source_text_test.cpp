// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/source_text.hpp"

#include "support/catch.hpp"

using namespace blogsearch;

TEST_CASE("core: a span is located by line and column in code points", "[core]") {
  const SourceText source("a.md", "first\nzwölf drei\r\nlast");

  struct Row {
    Span span;
    std::size_t line, column;
    std::string excerpt;
    Span caret;
  };
  const auto row = GENERATE(values<Row>({
      {{0, 5}, 1, 1, "first", {0, 5}},
      {{13, 17}, 2, 7, "zwölf drei", {7, 11}},
      {{6, 22}, 2, 1, "zwölf drei", {0, 11}},  // cut at the end of its first line
      {{19, 23}, 3, 1, "last", {0, 4}},
      {{23, 23}, 3, 5, "last", {4, 5}},     // an empty span still points somewhere
      {{999, 1000}, 3, 5, "last", {4, 5}},  // past the end
      {{5, 6}, 1, 6, "first", {5, 6}},      // the line ending itself
  }));
  CAPTURE(row.span.begin, row.span.end);
  const Location location = source.locate(row.span);
  CHECK(location.line == row.line);
  CHECK(location.column == row.column);
  CHECK(location.excerpt == row.excerpt);
  CHECK(location.caret == row.caret);
}

TEST_CASE("core: only the part around the place is shown of a very long line", "[core]") {
  const std::string line = std::string(5000, 'a') + "HERE" + std::string(5000, 'b');
  const SourceText source("a.md", "x\n" + line + "\n");
  const Location location = source.locate({5002, 5006});
  CHECK(location.line == 2);
  CHECK(location.column == 5001);
  CHECK(location.excerpt.size() <= 170);
  CHECK(location.excerpt.substr(location.caret.begin, location.caret.size()) == "HERE");
}

TEST_CASE("core: a long line is never cut inside a character", "[core]") {
  std::string line;
  for (int i = 0; i < 1000; ++i) line += "é";
  const SourceText source("a.md", line);
  const Location location = source.locate({1000, 1002});
  CHECK(location.column == 501);
  CHECK(location.excerpt.size() % 2 == 0);
  CHECK(location.excerpt.substr(0, 2) == "é");
}

TEST_CASE("core: a tab is shown as one space so that the caret stays below its place", "[core]") {
  const SourceText source("a.md", "\tkey:\tvalue");
  CHECK(source.locate({6, 11}).excerpt == " key: value");
}

TEST_CASE("core: placing a finding shifts it by where its text begins", "[core]") {
  const SourceText source("posts/a.md", "---\ndate: never\n---\n");
  const Diagnostic finding{Code::time_unknown_form, "no date", "hint", {0, 5}, "", {}};
  const Diagnostic placed = source.place(finding, 10);
  CHECK(placed.file == "posts/a.md");
  CHECK(placed.span == Span{10, 15});
  REQUIRE(placed.location);
  CHECK(placed.location->line == 2);
  CHECK(placed.location->column == 7);
}

TEST_CASE("core: the rows of the code table stand in the order of the codes", "[core]") {
  for (std::size_t i = 0; i < code_count; ++i) {
    CAPTURE(i, code_table[i].id);
    CHECK(static_cast<std::size_t>(code_table[i].code) == i);
  }
}
