// SPDX-License-Identifier: GPL-2.0-or-later
#include "syntax/yaml.hpp"

#include "support/catch.hpp"
#include "support/findings.hpp"

using namespace blogsearch;
using syntax::Node;

namespace {

/// `{a: "b", c: [d, ~]}`: the tree with quoted scalars in quotes.
std::string dump(const Node& node) {
  std::string out;
  switch (node.kind) {
    case Node::Kind::null:
      return "~";
    case Node::Kind::scalar:
      return node.is_quoted ? '"' + node.scalar + '"' : node.scalar;
    case Node::Kind::sequence:
      for (const Node& item : node.items) out += (out.empty() ? "" : ", ") + dump(item);
      return "[" + out + "]";
    case Node::Kind::mapping:
      for (const syntax::Member& member : node.members)
        out += (out.empty() ? "" : ", ") + member.key + ": " + dump(member.value);
      return "{" + out + "}";
  }
  return out;
}

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
  CHECK(dump(*tree) == row.tree);
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

TEST_CASE("syntax: a mistake in YAML is placed and explained", "[syntax]") {
  CHECK(findings_of("title: Foo: bar") ==
        "1:11 this is not valid YAML: a second colon in one line [syntax.invalid-yaml] (put the "
        "whole value in quotes)\n");
  CHECK(findings_of("a: b\n- c") ==
        "2:1 this is not valid YAML: this line is neither a key nor part of the value above it "
        "[syntax.invalid-yaml] (write `key: value`, or indent the line if it belongs to the value "
        "above)\n");
  CHECK(findings_of("a: [b, c") ==
        "1:9 this is not valid YAML: a `[` is not closed [syntax.invalid-yaml] (close it with `]`, "
        "or put the value in quotes)\n");
  CHECK(findings_of("a: @b") ==
        "1:4 this is not valid YAML: this character cannot begin a value [syntax.invalid-yaml] "
        "(put the value in quotes)\n");
  CHECK(findings_of("a: \"C:\\docs\"") ==
        "1:7 this is not valid YAML: unknown escape in a double-quoted text [syntax.invalid-yaml] "
        "(double the backslash, or use single quotes)\n");
}

TEST_CASE("syntax: a key given twice is reported with both places", "[syntax]") {
  CHECK(findings_of("title: a\ndate: b\ntitle: c") ==
        "3:1 the key \"title\" is given twice, first in line 1 [syntax.duplicate-key] (keep one of "
        "the two)\n");
}

TEST_CASE("syntax: hostile YAML is refused before it costs anything", "[syntax]") {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    const std::string below = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + below;
    for (int k = 1; k < 10; ++k) bomb += ", " + below;
    bomb += "]\n";
  }
  CHECK(
      findings_of(bomb) ==
      "1:1 more than 10000 values [syntax.too-large] (keep data that is not about the post out of "
      "its front matter)\n");
  CHECK_FALSE(findings_of(std::string(60'000, '[')).empty());
  CHECK_FALSE(findings_of(std::string(60'000, '{')).empty());
}
