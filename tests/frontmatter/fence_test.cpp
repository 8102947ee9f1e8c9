// SPDX-License-Identifier: GPL-2.0-or-later
#include "frontmatter/fence.hpp"

#include "support/catch.hpp"
#include "support/findings.hpp"

using namespace blogsearch;

TEST_CASE("frontmatter: the fences tell header from body", "[frontmatter]") {
  struct Row {
    std::string source, header, body;
  };
  const auto row = GENERATE(values<Row>({
      {"---\na: b\n---\nbody\n", "a: b\n", "body\n"},
      {"---\na: b\n...\nbody", "a: b\n", "body"},
      {"---  \r\na: b\r\n--- \r\nbody\r\n", "a: b\r\n", "body\r\n"},
      {"\xEF\xBB\xBF---\na: b\n---\nbody", "a: b\n", "body"},
      {"\n\n---\na: b\n---\n", "a: b\n", ""},
      {"---\na: b\n---", "a: b\n", ""},
      {"---\n---\nbody", "", "body"},
      {"---\na: ---\n---\n---\n", "a: ---\n", "---\n"},
  }));
  CAPTURE(row.source);
  const SourceText source("a.md", row.source);
  const auto parts = frontmatter::split(source);
  REQUIRE(parts);
  REQUIRE(parts->header);
  CHECK(source.at(*parts->header) == row.header);
  CHECK(source.at(parts->body) == row.body);
}

TEST_CASE("frontmatter: a text without a fence is all body", "[frontmatter]") {
  for (const char* bytes : {"", "body", "----\na: b\n----\n", "# Title\n---\nx\n---\n", "-- -\n"}) {
    CAPTURE(bytes);
    const SourceText source("a.md", bytes);
    const auto parts = frontmatter::split(source);
    REQUIRE(parts);
    CHECK_FALSE(parts->header);
    CHECK(source.at(parts->body) == bytes);
  }
  const SourceText marked("a.md", "\xEF\xBB\xBF# Title");
  CHECK(marked.at(frontmatter::split(marked)->body) == "# Title");
}

TEST_CASE("frontmatter: a fence that is never closed is an error at the fence", "[frontmatter]") {
  const SourceText source("a.md", "\n---\ntitle: a\n\nbody\n");
  CHECK(support::line_of(frontmatter::split(source).error()) ==
        "2:1 the front matter that begins here is never closed [frontmatter.unclosed] (put a line "
        "`---` behind its last line)");
}

TEST_CASE("frontmatter: more than 64 KiB are refused", "[frontmatter]") {
  const std::string fits = "---\n" + std::string(65'000, 'a') + "\n---\n";
  CHECK(frontmatter::split(SourceText("a.md", fits)));
  std::string large = "---\n";
  for (int i = 0; i < 10'000; ++i) large += "key: value\n";
  CHECK(support::line_of(frontmatter::split(SourceText("a.md", large + "---\n")).error()) ==
        "1:1 the front matter is larger than 64 KiB [frontmatter.too-large] (close it with a line "
        "`---`, or move its data out of the post)");
  CHECK(frontmatter::split(SourceText("a.md", "---\n" + std::string(70'000, 'a') + "\n---\n"))
            .error()
            .code == Code::frontmatter_too_large);
}
