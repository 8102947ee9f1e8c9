// SPDX-License-Identifier: GPL-2.0-or-later
#include "syntax/yaml.hpp"

#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/tree.hpp"

using namespace blogsearch;
using syntax::Node;

namespace {

std::optional<Node> read(const SourceText& source, Diagnostics& findings) {
  return syntax::read_yaml(source, {0, source.bytes().size()}, findings);
}

std::string findings_of(const std::string& yaml) {
  const SourceText source("a.md", yaml);
  Diagnostics findings;
  CHECK_FALSE(read(source, findings));
  return support::lines_of(findings);
}

}  // namespace

TEST_CASE("syntax: YAML becomes a tree that keeps what was written", "[syntax]") {
  struct Row {
    std::string yaml, tree;
  };
  const auto row = GENERATE(values<Row>({
      {"", "~"},
      {"a: b", "{a: b}"},
      {"a: 1.0\nb: true\nc: 0x1F\nd: 2022-12-14", "{a: 1.0, b: true, c: 0x1F, d: 2022-12-14}"},
      {"a: \"b\"\nc: 'd'", "{a: \"b\", c: \"d\"}"},
      {"a:\nb: ~\nc: null", "{a: ~, b: ~, c: ~}"},
      {"a: \"\"", "{a: \"\"}"},
      {"- a\n- [b, {c: d}]", "[a, [b, {c: d}]]"},
      {"a: &x {b: c}\nd: *x", "{a: {b: c}, d: {b: c}}"},
      {"a: &x {b: c, d: e}\nf: {<<: *x, d: g}", "{a: {b: c, d: e}, f: {d: g, b: c}}"},
      {"a: &x {b: c}\ne: &y {b: f, g: h}\ni: {<<: [*x, *y]}",
       "{a: {b: c}, e: {b: f, g: h}, i: {b: c, g: h}}"},
      {"a: |\n  b\n  c\nd: >\n  e\n  f", "{a: \"b\nc\n\", d: \"e f\"}"},
      {"a: b # comment", "{a: b}"},
      {"a: b\r\nc: d\r\n", "{a: b, c: d}"},
      {"? a\n: b", "{a: b}"},
      {"a: b\n---\nc: d", "{a: b}"},
  }));
  CAPTURE(row.yaml);
  const SourceText source("a.md", row.yaml);
  Diagnostics findings;
  const auto tree = read(source, findings);
  CHECK(support::lines_of(findings) == "");
  REQUIRE(tree);
  CHECK(support::dump(*tree) == row.tree);
}

TEST_CASE("syntax: every scalar knows its place in the source", "[syntax]") {
  const std::string header = "---\n";
  const std::string yaml = "title: \"Zwölf\"\ndate: Dec 14 2022\ntags: [a, 'b c']\n";
  const SourceText source("a.md", header + yaml);
  Diagnostics findings;
  const auto tree = syntax::read_yaml(source, {header.size(), source.bytes().size()}, findings);
  REQUIRE(tree);
  CHECK(source.at(tree->find("title")->span) == "Zwölf");
  CHECK(source.at(tree->find("date")->span) == "Dec 14 2022");
  CHECK(source.at(tree->find("tags")->items[0].span) == "a");
  CHECK(source.at(tree->find("tags")->items[1].span) == "b c");
  CHECK(source.at(tree->members[1].key_span) == "date");
}

TEST_CASE("syntax: YAML with a NUL byte is refused, wherever that is", "[syntax]") {
  // yaml-cpp takes a text with some among its first bytes for UTF-16 or UTF-32.
  const auto before = GENERATE(as<std::string>(), "", "\1", "a", "title: a");
  const auto nuls = GENERATE(std::string(1, '\0'), std::string(3, '\0'));
  CHECK_THAT(findings_of(before + nuls + "\tx: \"Oak: a report\"\n"),
             Catch::StartsWith("1:" + std::to_string(before.size() + 1) +
                               " this is not valid YAML: a NUL byte, which no text has"));
}

TEST_CASE("syntax: a mistake in YAML is placed and explained", "[syntax]") {
  struct Row {
    std::string yaml, finding;
  };
  const std::string neither =
      "this line is neither a key nor part of the value above it|write `key: value`, or indent the "
      "line if it belongs to the value above";
  const std::string no_anchor =
      "`*` stands for a value named with `&`, and there is none|put the value in quotes if it is a "
      "text";
  const auto row = GENERATE_COPY(values<Row>({
      {"title: Foo: bar", "1:11 a second colon in one line|write `title: \"Foo: bar\"`"},
      {"title: Foo: \"bar\"", "1:11 a second colon in one line|write `title: 'Foo: \"bar\"'`"},
      {"title: It's: \"bar\"", "1:12 a second colon in one line|put the whole value in quotes"},
      {"tags:\n  - a: b: c", "2:9 a second colon in one line|write `- a: \"b: c\"`"},
      {"a: b\n\tdate: c", "2:1 a tab cannot indent a line|use spaces"},
      {"\ttitle: x", "1:1 a tab cannot indent a line|use spaces"},
      {"a: b\n c: d",
       "2:2 this line is indented deeper than the one above it|remove the spaces in "
       "front of it"},
      {"title:Foo\ndate: x", "1:6 no space behind the colon|write `title: Foo`"},
      {"title: x\ndate:2022-12-14", "2:5 no space behind the colon|write `date: 2022-12-14`"},
      {"title: x\ndate:2022-12-14\nb: c", "2:5 no space behind the colon|write `date: 2022-12-14`"},
      {"a: {b:c, d: e}", "1:2 no space behind the colon|write `a:  {b:c, d: e}`"},
      {"title: x\nsome words", "2:1 " + neither},
      {"title: \"Foo\ndate: x\n", "1:8 a `\"` is not closed|put a `\"` behind the text"},
      {"title: \"Foo\ndate: \"x\"\n", "1:8 a `\"` is not closed|put a `\"` behind the text"},
      {"title: 'Foo\ndate: x\n", "1:8 a `'` is not closed|put a `'` behind the text"},
      {" title: a\ndate: x",
       "1:2 this line is indented deeper than the ones below it|remove the spaces in front of it"},
      {"- a\nb: c", "2:1 " + neither},
      {"title: a\n%x: b\ndate: x\n", "2:1 a line cannot begin with `%`|put the key in quotes"},
      {"title: 'Foo\ndate: x", "1:8 a `'` is not closed|put a `'` behind the text"},
      {"title: 'it's'",
       "1:12 text behind the closing quote|double a quote that belongs to the "
       "text: 'it''s'"},
      {"title: \"a \"b\" c\"",
       "1:12 text behind the closing quote|write \\\" for a quote that "
       "belongs to the text, or put ' around it"},
      {"title: [a] b", "1:12 text behind the closing bracket|write `title: \"[a] b\"`"},
      {"author: @handle", "1:9 `@` cannot begin a value|write `author: \"@handle\"`"},
      {"title: `code`", "1:8 ``` cannot begin a value|write `title: \"`code`\"`"},
      {"title: %a", "1:8 `%` cannot begin a value|write `title: \"%a\"`"},
      {"title: *bold*", "1:8 " + no_anchor},
      {"a: b\n- c", "2:1 " + neither},
      {"tags: [a, b", "1:7 a `[` is not closed|close it with `]`, or put the value in quotes"},
      {"tags: {a: b\nc: d",
       "1:7 a `{` is not closed|close it with `}`, or put the value in quotes"},
      {"tags: [a]]",
       "1:10 a bracket is closed that was not opened|delete it, or put the value in "
       "quotes"},
      {"tags: - a",
       "1:7 a list cannot begin behind its key|begin each `- item` in a line of its "
       "own, or put the value in quotes"},
      {"title: |x",
       "1:9 text behind `|` or `>`|begin the text in the next line, or put the value "
       "in quotes"},
      {"a: \"C:\\docs\"",
       "1:7 unknown escape in a double-quoted text|double the backslash, or use "
       "single quotes"},
      {"<<<<<<< HEAD\na: b\n=======\na: c\n>>>>>>> x",
       "1:1 a merge conflict was not resolved|keep one of the two versions and delete the lines "
       "`<<<<<<<`, `=======` and `>>>>>>>`"},
  }));
  CAPTURE(row.yaml);
  const std::size_t space = row.finding.find(' ');
  const std::size_t bar = row.finding.rfind('|');
  CHECK(findings_of(row.yaml) ==
        row.finding.substr(0, space + 1) +
            "this is not valid YAML: " + row.finding.substr(space + 1, bar - space - 1) +
            " [syntax.invalid-yaml] (" + row.finding.substr(bar + 1) + ")\n");
}

TEST_CASE("syntax: what looks like a mistake in YAML and is none is read", "[syntax]") {
  struct Row {
    std::string yaml, tree;
  };
  const auto row = GENERATE(values<Row>({
      {"a: \"b\n  c\"", "{a: \"b c\"}"},
      {"a: 'it''s'\nb: c", "{a: \"it's\", b: c}"},
      {"a: {b, c: d}", "{a: {b: ~, c: d}}"},
      {"\"a\" : \nb :\nc:", "{a: ~, b: ~, c: ~}"},
      {"? a\n? b", "{a: ~, b: ~}"},
      {"url: http://e.org/a:b", "{url: http://e.org/a:b}"},
      {"a: don't [stop\nb: [c]", "{a: don't [stop, b: [c]}"},
      {"a: b # [[[ \"\nc: d", "{a: b, c: d}"},
  }));
  CAPTURE(row.yaml);
  const SourceText source("a.md", row.yaml);
  Diagnostics findings;
  const auto tree = read(source, findings);
  CHECK(support::lines_of(findings) == "");
  REQUIRE(tree);
  CHECK(support::dump(*tree) == row.tree);
}

TEST_CASE("syntax: a key given twice is reported with both places", "[syntax]") {
  CHECK(findings_of("title: a\ndate: b\ntitle: c\nx: {y: 1, y: 2}") ==
        "3:1 the key \"title\" is given twice, first in line 1, column 1 [syntax.duplicate-key] "
        "(keep one of the two)\n"
        "4:11 the key \"y\" is given twice, first in line 4, column 5 [syntax.duplicate-key] "
        "(keep one of the two)\n");
}

TEST_CASE("syntax: hostile YAML is refused before it costs anything", "[syntax]") {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    const std::string below = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + below;
    for (int k = 1; k < 10; ++k) bomb += ", " + below;
    bomb += "]\n";
  }
  const std::string many =
      "1:1 more than 10000 values [syntax.too-large] (keep data that is not about the post out of "
      "its front matter)\n";
  const std::string deep =
      "more than 100 levels of lists and mappings [syntax.too-large] (put the value in quotes if "
      "it is a text)\n";
  CHECK(findings_of(bomb) == many);
  std::string anchors;
  for (int i = 0; i < 90; ++i) anchors += "&a" + std::to_string(i) + " [";
  for (int i = 0; i < 1'000; ++i) anchors += "x, ";
  CHECK(findings_of(anchors + std::string(90, ']')) == many);
  CHECK(findings_of(std::string(60'000, '[')) == "1:101 " + deep);
  CHECK(findings_of("a: " + std::string(60'000, '{')) == "1:104 " + deep);
  std::string dashes;
  for (int i = 0; i < 30'000; ++i) dashes += "- ";
  CHECK(findings_of(dashes + "x").find(deep) != std::string::npos);
}
