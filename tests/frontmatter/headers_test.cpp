// SPDX-License-Identifier: GPL-2.0-or-later
#include "frontmatter/headers.hpp"

#include "frontmatter/fence.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/tree.hpp"

using namespace blogsearch;
using frontmatter::Syntax;

TEST_CASE("frontmatter: lines of `Key: value` without a fence are front matter", "[frontmatter]") {
  struct Row {
    std::string source, tree, body;
  };
  const auto row = GENERATE(values<Row>({
      {"Title: A: b\nDate: 2012-10-31\n\nbody", "{Title: A: b, Date: 2012-10-31}", "body"},
      {"Title: A\nSummary: one\n    two\n\tthree\n\nx", "{Title: A, Summary: one\ntwo\nthree}",
       "x"},
      {"Title:   spaced  \r\nTags: a, b\r\n\r\nx", "{Title: spaced, Tags: a, b}", "x"},
      {"Title: A\nSlug:\nbody\n", "{Title: A, Slug: ~}", "body\n"},
      {"Title: \"A\" [b]\nDate:2012-10-31\n", "{Title: \"A\" [b], Date: 2012-10-31}", ""},
      {"Author: Ann\nNumber: 5\nTitle: A\n\nx", "{Author: Ann, Number: 5, Title: A}", "x"},
      {"\n\nTitle: A", "{Title: A}", ""},
      {"Title: A\n\nDate: 2012-10-31\nTags: b\n\nx", "{Title: A, Date: 2012-10-31, Tags: b}", "x"},
      {"Title: A\nDate: x\n\nDate: 2012-10-31\n", "{Title: A, Date: x}", "Date: 2012-10-31\n"},
      {"title: A\nNote: it is: so\nThen: prose\n\nx", "{title: A, Note: it is: so, Then: prose}",
       "x"},
      {"Title: A\nhttp://e.org/\n\nx", "{Title: A}", "http://e.org/\n\nx"},
  }));
  CAPTURE(row.source);
  const SourceText source("a.md", row.source);
  const auto parts = frontmatter::split(source);
  REQUIRE(parts);
  REQUIRE(parts->header);
  CHECK(parts->syntax == Syntax::lines);
  CHECK(source.at(parts->body) == row.body);
  Diagnostics findings;
  const auto tree = frontmatter::read_headers(source, *parts->header, findings);
  CHECK(support::lines_of(findings) == "");
  REQUIRE(tree);
  CHECK(support::dump(*tree) == row.tree);
}

TEST_CASE("frontmatter: prose with a colon is no front matter", "[frontmatter]") {
  for (const char* bytes :
       {"Note: this is prose.\nTitle: x\n", "Summary: what follows\nis prose\n", "Title\nDate: x\n",
        "http://e.org/\n", "Hello: world\n", "Author: Ann wrote this\n\nTitle: x\n",
        "  Title: indented\n", "# Title: x\n"}) {
    CAPTURE(bytes);
    const SourceText source("a.md", bytes);
    CHECK_FALSE(frontmatter::split(source)->header);
  }
}

TEST_CASE("frontmatter: YAML may lack its first fence", "[frontmatter]") {
  const SourceText source("a.md", "title: A\ntags:\n- a\n- b\n---\nbody");
  const auto parts = frontmatter::split(source);
  REQUIRE(parts->header);
  CHECK(parts->syntax == Syntax::yaml);
  CHECK(source.at(*parts->header) == "title: A\ntags:\n- a\n- b\n");
  CHECK(source.at(parts->body) == "body");

  const SourceText spaced("a.md", "title: A\n\ntags:\n- a\n---\nbody");
  CHECK(spaced.at(*frontmatter::split(spaced)->header) == "title: A\n\ntags:\n- a\n");
  const SourceText prose("a.md", "Title: A\n\nA paragraph\n---\nbody");
  CHECK(prose.at(frontmatter::split(prose)->body) == "A paragraph\n---\nbody");
}

TEST_CASE("frontmatter: every line knows its place in the source", "[frontmatter]") {
  const SourceText source("a.md", "Title: Zwölf\nDate:  2012-10-31 \n");
  Diagnostics findings;
  const auto tree = frontmatter::read_headers(source, {0, source.bytes().size()}, findings);
  REQUIRE(tree);
  CHECK(source.at(tree->find("Title")->span) == "Zwölf");
  CHECK(source.at(tree->find("Date")->span) == "2012-10-31");
  CHECK(source.at(tree->members[1].key_span) == "Date");
}

TEST_CASE("frontmatter: a line given twice is reported with both places", "[frontmatter]") {
  const SourceText source("a.md", "Title: A\nDate: x\nTitle: B\n");
  Diagnostics findings;
  CHECK_FALSE(frontmatter::read_headers(source, {0, source.bytes().size()}, findings));
  CHECK(support::lines_of(findings) ==
        "3:1 the key \"Title\" is given twice, first in line 1, column 1 [syntax.duplicate-key] "
        "(keep one of the two)\n");
}
