// SPDX-License-Identifier: GPL-2.0-or-later
#include "syntax/toml.hpp"

#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/tree.hpp"

using namespace blogsearch;
using syntax::Node;

namespace {

std::optional<Node> read(const SourceText& source, Diagnostics& findings) {
  return syntax::read_toml(source, {0, source.bytes().size()}, findings);
}

std::string findings_of(const std::string& toml) {
  const SourceText source("a.md", toml);
  Diagnostics findings;
  CHECK_FALSE(read(source, findings));
  return support::lines_of(findings);
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("syntax: TOML becomes a tree that keeps what was written", "[syntax]") {
  struct Row {
    std::string toml, tree;
  };
  const auto row = GENERATE(values<Row>({
      {"", "{}"},
      {"title = \"a\"\ndraft = true", "{title: \"a\", draft: true}"},
      {"z = 1.0\na = 1_000\nh = 0x1F\nf = inf", "{z: 1.0, a: 1_000, h: 0x1F, f: inf}"},
      {"d = 2022-12-14", "{d: 2022-12-14}"},
      {"d = 2022-12-14 10:00:00 # c\n", "{d: 2022-12-14 10:00:00}"},
      {"d = 2022-12-14T10:00:00.25+02:00", "{d: 2022-12-14T10:00:00.25+02:00}"},
      {"d = 2022-12-14 07:32:00Z\nt = 10:00:00", "{d: 2022-12-14 07:32:00Z, t: 10:00:00}"},
      {"extra.updated = 2022-12-14\nextra.x.y = 'z'",
       "{extra: {updated: 2022-12-14, x: {y: \"z\"}}}"},
      {"[taxonomies]\ntags = [\"a\", 'b']\n[extra]\nc = 1",
       "{taxonomies: {tags: [\"a\", \"b\"]}, extra: {c: 1}}"},
      {"[[links]]\nu = 1\n[[links]]\nu = 2", "{links: [{u: 1}, {u: 2}]}"},
      {"a = { name = \"Ann\", b.c = 1 }", "{a: {name: \"Ann\", b: {c: 1}}}"},
      {"s = \"\"\"\na\nb\"\"\"\nq = '''c'''", "{s: \"a\nb\", q: \"c\"}"},
      {"\"quoted key\" = 1\r\nb = 2\r\n", "{quoted key: 1, b: 2}"},
      {"tags = [\n  \"a\", # one\n  \"b\",\n]", "{tags: [\"a\", \"b\"]}"},
      {"t = \"tab\\t\\u00e9\"", "{t: \"tab\té\"}"},
  }));
  CAPTURE(row.toml);
  const SourceText source("a.md", row.toml);
  Diagnostics findings;
  const auto tree = read(source, findings);
  CHECK(support::lines_of(findings) == "");
  REQUIRE(tree);
  CHECK(support::dump(*tree) == row.tree);
}

TEST_CASE("syntax: every value of TOML knows its place in the source", "[syntax]") {
  const std::string header = "+++\n";
  const SourceText source("a.md", header +
                                      "title = \"Zwölf\" # ö\nü = 2\n[extra]\nupdated = 2022-12-14 "
                                      "10:00:00 # c\ntags = ['é', '''b''', 1.0]\n");
  Diagnostics findings;
  CHECK_FALSE(syntax::read_toml(source, {header.size(), source.bytes().size()}, findings));
  const SourceText good("a.md", header +
                                    "title = \"Zwölf\" # ö\n[extra]\nupdated = 2022-12-14 "
                                    "10:00:00 # c\ntags = ['é', '''b''', 1.0]\n");
  const auto tree = syntax::read_toml(good, {header.size(), good.bytes().size()}, findings);
  REQUIRE(tree);
  CHECK(good.at(tree->find("title")->span) == "Zwölf");
  const Node& extra = *tree->find("extra");
  CHECK(good.at(extra.find("updated")->span) == "2022-12-14 10:00:00");
  CHECK(good.at(extra.members[0].key_span) == "updated");
  CHECK(good.at(extra.find("tags")->items[0].span) == "é");
  CHECK(good.at(extra.find("tags")->items[1].span) == "b");
  CHECK(good.at(extra.find("tags")->items[2].span) == "1.0");
}

TEST_CASE("syntax: a mistake in TOML is placed and explained", "[syntax]") {
  struct Row {
    std::string toml, finding;
  };
  const auto row = GENERATE(values<Row>({
      {"a = 1\ntitle = Foo bar",
       "2:9 this is not valid TOML: a text without quotes [syntax.invalid-toml] (write `title = "
       "\"Foo bar\"`)"},
      {"title = foo",
       "1:9 this is not valid TOML: a text without quotes [syntax.invalid-toml] (write `title = "
       "\"foo\"`)"},
      {"title: Foo",
       "1:6 this is not valid TOML: a `:` where TOML has `=` [syntax.invalid-toml] (write `key = "
       "value`, or make it YAML with `---` instead of `+++`)"},
      {"title = \"Foo",
       "1:13 this is not valid TOML: a text is not closed in its line [syntax.invalid-toml] (close "
       "it with its quote; a text of several lines stands between \"\"\")"},
      {"title = \"Foo\nb = 1",
       "1:13 this is not valid TOML: a text is not closed in its line [syntax.invalid-toml] (close "
       "it with its quote; a text of several lines stands between \"\"\")"},
      {"date = Dec 14 2022",
       "1:8 this is not valid TOML: a text without quotes [syntax.invalid-toml] (write `date = "
       "\"Dec 14 2022\"`)"},
      {"date = 2022-12-14 10:00 +02:00",
       "1:8 this is not valid TOML: this is not a date of TOML [syntax.invalid-toml] (write `date "
       "= "
       "\"2022-12-14 10:00 +02:00\"`)"},
      {"date = 2022-02-30",
       "1:8 this is not valid TOML: this is not a date of TOML [syntax.invalid-toml] (write `date "
       "= "
       "\"2022-02-30\"`)"},
      {"date = 2022/12/14",
       "1:8 this is not valid TOML: this is not a number [syntax.invalid-toml] (write `date = "
       "\"2022/12/14\"`)"},
      {"title = “Foo”",
       "1:9 this is not valid TOML: a text without quotes [syntax.invalid-toml] (use straight "
       "quotes, \" or ')"},
      {"path = \"C:\\docs\"",
       "1:12 this is not valid TOML: unknown escape in a text in double quotes "
       "[syntax.invalid-toml] (double the backslash, or use single quotes)"},
      {"title = 'it's'",
       "1:13 this is not valid TOML: text behind the end of the value [syntax.invalid-toml] (put "
       "the whole value in one pair of quotes, or begin a new line)"},
      {"title =\n",
       "1:1 this is not valid TOML: a key without a value [syntax.invalid-toml] (write `key = "
       "value`)"},
      {"a = 1\ntitle = # none",
       "2:1 this is not valid TOML: a key without a value [syntax.invalid-toml] (write `key = "
       "value`)"},
      {"a = {b = }",
       "1:1 this is not valid TOML: a key without a value [syntax.invalid-toml] (write `key = "
       "value`)"},
      {"a = [ }",
       "1:7 this is not valid TOML: a `}` where a `[` is open [syntax.invalid-toml] (close it with "
       "`]`)"},
      {"just words",
       "1:1 this is not valid TOML: this line is not `key = value` [syntax.invalid-toml] (write "
       "`key = value`)"},
      {"tags = [\"a\"",
       "1:8 this is not valid TOML: a `[` is not closed [syntax.invalid-toml] (close it with `]`)"},
      {"tags = [\"a\" \"b\"]",
       "1:13 this is not valid TOML: a comma is missing, or the `]` [syntax.invalid-toml] (put "
       "commas between the values and `]` behind the last)"},
      {"[extra\na = 1",
       "1:1 this is not valid TOML: a `[` is not closed [syntax.invalid-toml] (close it with `]`)"},
      {"a = \"b\x01\"",
       "1:7 this is not valid TOML: a control character in a text [syntax.invalid-toml] (delete "
       "it, or write it as \\u00XX)"},
      {"a = \"\xFF\"",
       "1:6 this is not valid TOML: bytes that are not UTF-8 [syntax.invalid-toml] (save the file "
       "in the UTF-8 encoding)"},
  }));
  CAPTURE(row.toml);
  CHECK(findings_of(row.toml) == row.finding + "\n");
}

TEST_CASE("syntax: a key given twice in TOML is reported with both places", "[syntax]") {
  struct Row {
    std::string toml, finding;
  };
  const auto row = GENERATE(values<Row>({
      {"title = 1\nb = '''\nx\n'''\ntitle = [\n1]",
       "5:1 the key \"title\" is given twice, first in line 1, column 1"},
      {"[extra]\n  date = 1\nb = 2\n  date = 3",
       "4:3 the key \"date\" is given twice, first in line 2, column 3"},
      {"[a]\nb = 1\n[c]\nb = 2\n[a]",
       "5:2 the key \"a\" is given twice, first in line 1, column 2"},
      {"extra.x = 1\n[extra]\ny = 2",
       "2:2 the key \"extra\" is given twice, first in line 1, column 1"},
      {"a.b = 1\na = 2", "2:1 the key \"a\" is given twice, first in line 1, column 1"},
      {"a = 1\r\na = 2\r\n", "2:1 the key \"a\" is given twice, first in line 1, column 1"},
  }));
  CAPTURE(row.toml);
  CHECK(findings_of(row.toml) == row.finding + " [syntax.duplicate-key] (keep one of the two)\n");
  CHECK(findings_of("a = {b = 1, b = 2}") ==
        "1:17 this is not valid TOML: this key is given twice [syntax.invalid-toml] (keep one of "
        "the two)\n");
}

TEST_CASE("syntax: hostile TOML is refused before it costs anything", "[syntax]") {
  const std::string deep =
      "more than 100 levels of lists and mappings [syntax.too-large] (put the value in quotes if "
      "it is a text)\n";
  CHECK(findings_of("a = " + repeated("[", 60'000)) == "1:105 " + deep);
  CHECK(findings_of("a" + repeated(".a", 30'000) + " = 1") == "1:202 " + deep);
  CHECK(findings_of("[a" + repeated(".a", 30'000) + "]") == "1:203 " + deep);
  CHECK(findings_of("[[a" + repeated(" . a", 15'000) + "]]") == "1:405 " + deep);
  CHECK_FALSE(findings_of("a = " + repeated("{a.a.a.a.a.a=", 2'000)).empty());
  CHECK(
      findings_of("a = [" + repeated("1,", 10'000) + "]") ==
      "1:1 more than 10000 values [syntax.too-large] (keep data that is not about the post out of "
      "its front matter)\n");
  Diagnostics findings;
  const SourceText dots("a.md", "a = \"" + repeated(".", 500) + "\" # " + repeated(".", 500) +
                                    "\nb = '''" + repeated("a.\n", 500) + "'''\nc = [" +
                                    repeated("1.5, ", 500) + "]");
  CHECK(read(dots, findings));
  CHECK(support::lines_of(findings) == "");
}
