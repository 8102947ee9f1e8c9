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

TEST_CASE("frontmatter: every fence tells its syntax", "[frontmatter]") {
  using frontmatter::Syntax;
  struct Row {
    std::string source, header, body;
    Syntax syntax;
  };
  const auto row = GENERATE(values<Row>({
      {"---\na: b\n---\nx", "a: b\n", "x", Syntax::yaml},
      {"---yaml\na: b\n---\nx", "a: b\n", "x", Syntax::yaml},
      {"--- YML\na: b\n---\nx", "a: b\n", "x", Syntax::yaml},
      {"---toml\na = 1\n---\nx", "a = 1\n", "x", Syntax::toml},
      {"---json\n{\"a\": 1}\n---\nx", "{\"a\": 1}\n", "x", Syntax::json},
      {"+++\na = 1\n+++\nx", "a = 1\n", "x", Syntax::toml},
      {"\n+++ \r\na = 1\r\n+++\t\r\nx", "a = 1\r\n", "x", Syntax::toml},
      {"+++\na = '---'\n---\n+++\nx", "a = '---'\n---\n", "x", Syntax::toml},
      {";;;\n{\"a\": 1}\n;;;\nx", "{\"a\": 1}\n", "x", Syntax::json},
      {";;;\n\"a\": 1\n;;;\nx", "\"a\": 1\n", "x", Syntax::json_members},
      {"{\"a\": 1}\nx", "{\"a\": 1}", "x", Syntax::json},
      {"\n{\n  \"a\": {\"b\": \"}\\\"\"}\n}\n\nx", "{\n  \"a\": {\"b\": \"}\\\"\"}\n}", "\nx",
       Syntax::json},
      {"--- {title: x, date: y} ---\nx", "{title: x, date: y}", "x", Syntax::yaml},
      {"--- title: x ---\nx", "title: x", "x", Syntax::yaml},
  }));
  CAPTURE(row.source);
  const SourceText source("a.md", row.source);
  const auto parts = frontmatter::split(source);
  REQUIRE(parts);
  REQUIRE(parts->header);
  CHECK(source.at(*parts->header) == row.header);
  CHECK(source.at(parts->body) == row.body);
  CHECK(parts->syntax == row.syntax);
}

TEST_CASE("frontmatter: a text without a fence is all body", "[frontmatter]") {
  for (const char* bytes :
       {"", "body", "----\na: b\n----\n", "# Title\n---\nx\n---\n", "-- -\n", "{% include x %}\n",
        "{{ x }}", "{title}", "{", "++++\n++++\n", "--- chapter: one ---\n", "--- one ---",
        "--- ---", "---x\n---\n", "    ---\n    a: b\n    ---\n", "<p>---\n", " \n\n"}) {
    CAPTURE(bytes);
    const SourceText source("a.md", bytes);
    const auto parts = frontmatter::split(source);
    REQUIRE(parts);
    CHECK_FALSE(parts->header);
    CHECK(source.at(parts->body) == bytes);
  }
}

TEST_CASE("frontmatter: a fence that is never closed is an error at the fence", "[frontmatter]") {
  const SourceText source("a.md", "\n---\ntitle: a\n\nbody\n");
  CHECK(support::line_of(frontmatter::split(source).error()) ==
        "2:1 the front matter that begins here is never closed [frontmatter.unclosed] (put a line "
        "`---` behind its last line)");
}

TEST_CASE("frontmatter: a fence that is none before the lines of a header is an error",
          "[frontmatter]") {
  for (const std::string fence :
       {"--", "----", "-", "\u2014", "***", " ---", "++", "===", "-\u2013", "---x", "\"---"}) {
    CAPTURE(fence);
    const SourceText source("a.md", fence + "\ntitle: A\ndate: 2022-12-14\n---\nbody\n");
    const auto parts = frontmatter::split(source);
    REQUIRE_FALSE(parts);
    CHECK(support::line_of(parts.error()).substr(3) ==
          " this is no fence, and front matter seems to follow [frontmatter.bad-fence] (write "
          "`---`; if it is a rule and text follows, put an empty line behind it)");
  }
  CHECK(frontmatter::split(SourceText("a.md", "++\ntitle = 'A'\n+++\n")).error().code ==
        Code::frontmatter_bad_fence);
  for (const char* bytes : {"***\nSome prose\n", "----\n\ntitle: A\n", "--\nNote: x\n---\n"})
    CHECK_FALSE(frontmatter::split(SourceText("a.md", bytes))->header);
}

TEST_CASE("frontmatter: each syntax says how it is closed", "[frontmatter]") {
  struct Row {
    std::string source, place, close;
  };
  const auto row = GENERATE(values<Row>({
      {"+++\na = 1\n---\n", "1:1", "put a line `+++` behind its last line"},
      {"---toml\na = 1\n+++\n", "1:1", "put a line `---` behind its last line"},
      {";;;\n\"a\": 1\n", "1:1", "put a line `;;;` behind its last line"},
      {"\n{\"a\": {\"b\": 1}\n\nbody", "2:1", "close it with `}`"},
      {"{\"a\": \"}\n", "1:1", "close it with `}`"},
  }));
  CAPTURE(row.source);
  const SourceText source("a.md", row.source);
  CHECK(support::line_of(frontmatter::split(source).error()) ==
        row.place + " the front matter that begins here is never closed [frontmatter.unclosed] (" +
            row.close + ")");
}

TEST_CASE("frontmatter: front matter that is a program is refused", "[frontmatter]") {
  for (const char* bytes : {"---js\n{ title: 1 }\n---\n", "--- JavaScript\n---\n", "---coffee\n"})
    CHECK(support::line_of(frontmatter::split(SourceText("a.md", bytes)).error()) ==
          "1:1 front matter that is a program is not run [frontmatter.unknown-syntax] (write its "
          "values as YAML behind `---`)");
}

TEST_CASE("frontmatter: more than 64 KiB are refused", "[frontmatter]") {
  const std::string fits = "---\n" + std::string(65'000, 'a') + "\n---\n";
  CHECK(frontmatter::split(SourceText("a.md", fits)));
  std::string large = "---\n";
  for (int i = 0; i < 10'000; ++i) large += "key: value\n";
  CHECK(support::line_of(frontmatter::split(SourceText("a.md", large + "---\n")).error()) ==
        "1:1 the front matter is larger than 64 KiB [frontmatter.too-large] (close it with a line "
        "`---`, move its data out of the post, or raise limits.front_matter_size)");
  CHECK(frontmatter::split(SourceText("a.md", "---\n" + std::string(70'000, 'a') + "\n---\n"))
            .error()
            .code == Code::frontmatter_too_large);
  for (const std::string& bytes : {"+++\n" + std::string(70'000, 'a') + "\n+++\n",
                                   "{\"a\": \"" + std::string(70'000, 'a') + "\"}",
                                   "Title: a\n" + std::string(70'000, ' ') + "b\n\n"})
    CHECK(frontmatter::split(SourceText("a.md", bytes)).error().code ==
          Code::frontmatter_too_large);
}
