// SPDX-License-Identifier: GPL-2.0-or-later
#include "syntax/json_tree.hpp"

#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/tree.hpp"

using namespace blogsearch;
using syntax::Node;

namespace {

std::optional<Node> read(const SourceText& source, Diagnostics& findings) {
  return syntax::read_json(source, {0, source.bytes().size()}, findings);
}

std::string findings_of(const std::string& json) {
  const SourceText source("a.md", json);
  Diagnostics findings;
  CHECK_FALSE(read(source, findings));
  return support::lines_of(findings);
}

}  // namespace

TEST_CASE("syntax: JSON becomes a tree that keeps what was written", "[syntax]") {
  struct Row {
    std::string json, tree;
  };
  const auto row = GENERATE(values<Row>({
      {"{}", "{}"},
      {" {\r\n\t\"a\" : \"b\" } ", "{a: \"b\"}"},
      {R"({"z": 1.0, "a": -0.5e+10, "t": true, "n": null, "l": [1, [], "x"]})",
       "{z: 1.0, a: -0.5e+10, t: true, n: ~, l: [1, [], \"x\"]}"},
      {R"({"a": "\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"})", "{a: \"\"\\/\b\f\n\r\té😀\"}"},
      {R"({"a": {"b": {"c": "d"}}})", "{a: {b: {c: \"d\"}}}"},
      {"[]", "[]"},
      {"null", "~"},
  }));
  CAPTURE(row.json);
  const SourceText source("a.md", row.json);
  Diagnostics findings;
  const auto tree = read(source, findings);
  CHECK(support::lines_of(findings) == "");
  REQUIRE(tree);
  CHECK(support::dump(*tree) == row.tree);
}

TEST_CASE("syntax: every value of JSON knows its place in the source", "[syntax]") {
  const std::string before = "x\n";
  const SourceText source("a.md", before + R"({"ü": "Zwölf", "n": 1.50, "l": ["é", {"k": true}]})");
  Diagnostics findings;
  const auto tree = syntax::read_json(source, {before.size(), source.bytes().size()}, findings);
  REQUIRE(tree);
  CHECK(source.at(tree->members[0].key_span) == "ü");
  CHECK(source.at(tree->find("ü")->span) == "Zwölf");
  CHECK(source.at(tree->find("n")->span) == "1.50");
  CHECK(source.at(tree->find("l")->items[0].span) == "é");
  CHECK(source.at(tree->find("l")->items[1].find("k")->span) == "true");
}

TEST_CASE("syntax: a mistake in JSON is placed and explained", "[syntax]") {
  struct Row {
    std::string json, finding;
  };
  const auto row = GENERATE(values<Row>({
      {"{\"a\": 1,}", "1:9 a comma before the `}`|delete the comma"},
      {"[1, ]", "1:5 a comma before the `]`|delete the comma"},
      {"{\"a\": 1 \"b\": 2}", "1:9 a comma is missing|put a comma behind the value before this"},
      {"{\"a\"\n  1}", "2:3 a `:` is missing behind the key|write `\"key\": value`"},
      {"{a: 1}", "1:2 a key is not in double quotes|write `\"key\": value`"},
      {"{'a': 1}", "1:2 a key is not in double quotes|write `\"key\": value`"},
      {"{\"a\": 'b'}", "1:7 a text is in single quotes|use double quotes"},
      {"{\"a\": foo}",
       "1:7 this is neither a text, a number, true, false nor null|put a text in double quotes"},
      {"{\"a\": 01}",
       "1:7 this is neither a text, a number, true, false nor null|put a text in double quotes"},
      {"{\"a\": 2022-12-14}",
       "1:7 this is neither a text, a number, true, false nor null|put a text in double quotes"},
      {"{\"a\": 1 // c\n}", "1:9 JSON has no comments|delete the comment"},
      {"{ /* c */ \"a\": 1}", "1:3 JSON has no comments|delete the comment"},
      {"{\"a\": \"b\n\"}",
       "1:7 a `\"` is not closed in its line|close it, and write line breaks as \\n"},
      {"{\"a\": \"C:\\docs\"}", "1:11 unknown escape in a text|double the backslash"},
      {"{\"a\": \"b\tc\"}", "1:9 a control character in a text|delete it, or write it as \\u00XX"},
      {"{\"a\": \"\xFF\"}", "1:8 bytes that are not UTF-8|save the file in the UTF-8 encoding"},
      {"{\"a\": 1", "1:8 a `{` is not closed|close it with `}`"},
      {"[1", "1:3 a `[` is not closed|close it with `]`"},
      {"{\"a\": 1} x", "1:10 text behind the end of the value|delete it"},
  }));
  CAPTURE(row.json);
  const std::size_t bar = row.finding.find('|');
  const std::size_t space = row.finding.find(' ');
  CHECK(findings_of(row.json) ==
        row.finding.substr(0, space + 1) +
            "this is not valid JSON: " + row.finding.substr(space + 1, bar - space - 1) +
            " [syntax.invalid-json] (" + row.finding.substr(bar + 1) + ")\n");
}

TEST_CASE("syntax: a key given twice in JSON is reported with both places", "[syntax]") {
  CHECK(findings_of("{\"a\": 1,\n \"b\": {\"c\": 1, \"c\": 2},\n \"a\": 3}") ==
        "2:17 the key \"c\" is given twice, first in line 2, column 9 [syntax.duplicate-key] (keep "
        "one of the two)\n"
        "3:3 the key \"a\" is given twice, first in line 1, column 3 [syntax.duplicate-key] (keep "
        "one of the two)\n");
}

TEST_CASE("syntax: hostile JSON is refused before it costs anything", "[syntax]") {
  CHECK(findings_of(std::string(60'000, '[')) ==
        "1:101 more than 100 levels of lists and mappings [syntax.too-large] (put the value in "
        "quotes if it is a text)\n");
  std::string many = "[1";
  for (int i = 0; i < 10'000; ++i) many += ",1";
  CHECK(
      findings_of(many + "]") ==
      "1:1 more than 10000 values [syntax.too-large] (keep data that is not about the post out of "
      "its front matter)\n");
}
