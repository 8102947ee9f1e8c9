// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/query_parser.hpp"

#include <algorithm>
#include <array>
#include <random>

#include "index/query_dump.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"
#include "text/words.hpp"

using namespace blogsearch;
using namespace blogsearch::index;

namespace {

const std::string today = "2024-05-31";

ParsedQuery parsed(const std::string& typed) { return parse_query(typed, today); }
std::string shown(const std::string& typed) { return show(parsed(typed)); }

struct Row {
  std::string typed;
  std::string shown;
};

void check(const Row& row) {
  CAPTURE(row.typed);
  const ParsedQuery query = parsed(row.typed);
  CHECK(show(query) == row.shown);
  CHECK(support::lines_of(query.hints) == "");
  const ParsedQuery again = parsed(row.shown);
  CHECK(dump(again.root) == dump(query.root));
  CHECK(again.sort == query.sort);
}

}  // namespace

TEST_CASE("index: words, phrases, signs and prefixes are parsed", "[index]") {
  check(GENERATE(values<Row>({
      {"", ""},
      {" \t\n", ""},
      {"Memory  SAFETY", "Memory SAFETY"},
      {"\"Memory  safety\" rust", "\"Memory safety\" rust"},
      {"\u201CMemory safety\u201D", "\"Memory safety\""},
      {"\u201EMemory safety\u201C", "\"Memory safety\""},
      {"\u00BBMemory\u00AB \u00ABsafety\u00BB", "\"Memory\" \"safety\""},
      {"\u201Cone\" two", "\"one\" two"},
      {"foo\"bar baz\"qux", "foo \"bar baz\" qux"},
      {"\"a AND (b\" -c", "\"a AND (b\" -c"},
      {"\"\" \"...\" x", "x"},
      {"rust +memory -async", "rust +memory -async"},
      {"-\"async runtime\" rust", "-\"async runtime\" rust"},
      {"+(a b) -(c d)", "+(a b) -(c d)"},
      {"-rust", "-rust"},
      {"a-b --flag ---x +-y -+z", "a-b --flag ---x +-y -+z"},
      {"- a + b -- \u2013", "a b"},
      {"cargo NOT --locked", "cargo -(--locked)"},
      {"\"a\"-b (c)-d", "\"a\" b c d"},
      {"memor* C++* -te*", "memor* C++* -te*"},
      {"ab**", "ab*"},
      {"a*b *", "a*b"},
      {"C++ C# .NET std::vector foo->bar node.js async/await @astrojs/rss",
       "C++ C# .NET std::vector foo->bar node.js async/await @astrojs/rss"},
      {"\U0001F980 rust", "\U0001F980 rust"},
      {"日本語\u3000検索", "日本語 検索"},
      {"\xFF"
       "abc\x01"
       "def",
       "\uFFFD"
       "abc def"},
  })));
}

TEST_CASE("index: AND binds before words side by side, and those before OR", "[index]") {
  check(GENERATE(values<Row>({
      {"a AND b", "a AND b"},
      {"a OR b", "a OR b"},
      {"NOT a", "-a"},
      {"a NOT b", "a -b"},
      {"a AND NOT b", "a AND -b"},
      {"a AND -b", "a AND -b"},
      {"NOT a AND b", "-a AND b"},
      {"a OR NOT b", "a OR (-b)"},
      {"a AND b c OR d", "((a AND b) c) OR d"},
      {"a b OR c d", "(a b) OR (c d)"},
      {"a OR b AND c", "a OR (b AND c)"},
      {"(a OR b) AND c", "(a OR b) AND c"},
      {"a (b OR c)", "a (b OR c)"},
      {"a (b c)", "a (b c)"},
      {"((a b))", "a b"},
      {"(a) ((b))", "a b"},
      {"(-a) b", "-a b"},
      {"-(-a) b", "-(-a) b"},
      {"NOT (-a)", "-(-a)"},
      {"+a AND b", "a AND b"},
      {"+a OR +(b c)", "a OR (b c)"},
      {"a b +c OR d", "(a b +c) OR d"},
      {"a AND (b AND c)", "a AND (b AND c)"},
      {"(a)AND(b)", "a AND b"},
      {"and or not near xor", "and or not near xor"},
      {"title:AND -OR", "title:AND -or"},
      {"f(x) main()", "f x main"},
      {"()", ""},
      {"(()) a", "a"},
  })));
}

TEST_CASE("index: NEAR takes words of one field", "[index]") {
  check(GENERATE(values<Row>({
      {"a NEAR b", "a NEAR/10 b"},
      {"a NEAR/3 b c", "(a NEAR/3 b) c"},
      {"a NEAR/3 b NEAR/5 c", "a NEAR/5 b NEAR/5 c"},
      {"a NEAR/2 b AND c", "(a NEAR/2 b) AND c"},
      {"NOT a NEAR/2 b", "-(a NEAR/2 b)"},
      {"title:(a NEAR b)", "title:a NEAR/10 title:b"},
      {"code:a NEAR/999 code:b", "code:a NEAR/999 code:b"},
  })));
}

TEST_CASE("index: a field holds for a word, a phrase or a group", "[index]") {
  check(GENERATE(values<Row>({
      {"title:rust", "title:rust"},
      {"TITLE:Rust", "title:Rust"},
      {"tag:\"Static  Sites\"", "tag:\"Static Sites\""},
      {"title:(a b)", "title:a title:b"},
      {"x title:(a OR b)", "x (title:a OR title:b)"},
      {"-tag:(a b)", "-(tag:a tag:b)"},
      {"title:(a tag:b (c -d))", "title:a tag:b (title:c -title:d)"},
      {"tag:C++ author:\"Ada Lovelace\" lang:en-gb", "tag:C++ author:\"Ada Lovelace\" lang:en-gb"},
      {"body:a heading:b code:c section:d series:e path:f",
       "body:a heading:b code:c section:d series:e path:f"},
      {"url:https://e.org/a?b=c", "url:https://e.org/a?b=c"},
      {"tag:sta* title:-x", "tag:sta* title:-x"},
      {"title: rust", "title rust"},
      {"title: -tag:", "title -tag"},
      {"title:\"\"", "title"},
      {"foo:bar std::vector http://x 12:30 C:\\x", "foo:bar std::vector http://x 12:30 C:\\x"},
      {"foo:\"a b\" foo:(c d)", "foo: \"a b\" foo: (c d)"},
  })));
}

TEST_CASE("index: dates are days, both ends whole", "[index]") {
  check(GENERATE(values<Row>({
      {"date:2024", "date:2024-01-01..2024-12-31"},
      {"date:2024-02", "date:2024-02-01..2024-02-29"},
      {"date:2024-05-17", "date:2024-05-17"},
      {"date:2023-05..2024-01", "date:2023-05-01..2024-01-31"},
      {"date:..2023", "date:..2023-12-31"},
      {"date:2023..", "date:2023-01-01.."},
      {"date:today", "date:2024-05-31"},
      {"Date:Yesterday", "date:2024-05-30"},
      {"date:10d..", "date:2024-05-21.."},
      {"date:2w..1w", "date:2024-05-17..2024-05-24"},
      {"date:3m..", "date:2024-02-29.."},
      {"date:1y", "date:2023-05-31"},
      {"date:9999y..", "date:0000-01-01.."},
      {"after:2023", "date:2024-01-01.."},
      {"after:2024-02-28", "date:2024-02-29.."},
      {"after:yesterday", "date:2024-05-31.."},
      {"before:2023", "date:..2022-12-31"},
      {"before:2024-03", "date:..2024-02-29"},
      {"before:1w", "date:..2024-05-23"},
      {"rust -date:2024 +after:2020-06", "rust -date:2024-01-01..2024-12-31 +date:2020-07-01.."},
      {"date:(2022 OR 2024-05-01)", "date:2022-01-01..2022-12-31 OR date:2024-05-01"},
      {"date:\"2024-05-17\"", "date:2024-05-17"},
      {"date: 2024", "date 2024"},
  })));
}

TEST_CASE("index: the order of an answer is part of its query", "[index]") {
  check(GENERATE(values<Row>({
      {"rust sort:newest", "rust sort:newest"},
      {"SORT:Oldest rust", "rust sort:oldest"},
      {"a AND b sort:relevance OR c", "(a AND b) OR c sort:relevance"},
      {"(a sort:newest) b", "a b sort:newest"},
      {"sort:newest", "sort:newest"},
      {"sort: x", "sort x"},
  })));
  CHECK(parsed("rust sort:oldest").sort == Sort::oldest);
  CHECK(parsed("rust").sort == std::nullopt);
}

TEST_CASE("index: a tree knows where it stands in the query", "[index]") {
  const std::string typed = "a -tag:\u201Cb c\u201D (d OR e)";
  const Node root = parsed(typed).root;
  REQUIRE(root.members.size() == 3);
  const auto text_of = [&](const Node& node) {
    return typed.substr(node.span.begin, node.span.size());
  };
  CHECK(text_of(root) == typed);
  CHECK(text_of(root.members[0]) == "a");
  CHECK(text_of(root.members[1]) == "-tag:\u201Cb c\u201D");
  CHECK(text_of(root.members[2]) == "(d OR e)");
  CHECK(text_of(root.members[2].members[1]) == "e");
}

TEST_CASE("index: the leaves of a tree carry what was typed", "[index]") {
  const Node root = parsed("Memor* title:\"Why  not\" date:2024..").root;
  REQUIRE(root.members.size() == 3);
  CHECK(dump(root.members[0]) == "word.0[Memor*|||0]");
  CHECK(dump(root.members[1]) == "phrase.1[Why not|||0]");
  CHECK(dump(root.members[2]) == "dates.0[|2024-01-01||0]");
}

TEST_CASE("index: a query says whether it has operators", "[index]") {
  for (const std::string plain :
       {"", "rust", "memory safety C++", "foo:bar", "rust AND", "(2020 :", "--flag - title:"}) {
    CAPTURE(plain);
    CHECK_FALSE(parsed(plain).has_operators);
  }
  for (const std::string operated : {"\"rust\"", "+a", "-a", "title:a", "(a)", "a AND b", "NOT a",
                                     "a NEAR b", "ab*", "date:2024", "date:x", "a sort:newest"}) {
    CAPTURE(operated);
    CHECK(parsed(operated).has_operators);
  }
}

TEST_CASE("index: brackets within fifty others are left out", "[index]") {
  const auto nested = [](std::size_t depth) {
    std::string out = "x";
    for (std::size_t i = 0; i < depth; ++i) out = "-(" + out + ")";
    return out;
  };
  CHECK(shown(nested(50)) == std::string(nested(49)).replace(nested(49).find('x'), 1, "-x"));
  const ParsedQuery deep = parsed(nested(51));
  CHECK(support::lines_of(deep.hints) ==
        "1:102 brackets within 50 others are left out [index.odd-query] "
        "(write the query with fewer brackets)\n");
  CHECK(shown(show(deep)) == show(deep));
}

TEST_CASE("index: of an endless query the beginning is taken", "[index]") {
  const auto size_of = [](const std::string& typed) { return parsed(typed).root.members.size(); };
  std::string words;
  for (int i = 0; i < 200'000; ++i) words += "word" + std::to_string(i) + ' ';
  CHECK(size_of(words) == 128);
  CHECK(size_of(std::string(10'000'000, '(')) == 0);
  CHECK(size_of(std::string(10'000'000, '"')) == 0);
  CHECK(size_of(std::string(10'000'000, '-')) == 0);
  CHECK(size_of("a" + std::string(10'000'000, ' ')) == 1);
  CHECK(shown("ab " + std::string(5'000, 'x')) == "ab");
  CHECK(shown(std::string(5'000, 'x')) == std::string(4'096, 'x'));
  std::string wide;
  for (int i = 0; i < 2'000; ++i) wide += "\u65E5";
  CHECK(shown(wide).size() == 4'095);
}

namespace {

/// Text of the language's own characters and words.
std::string random_query(std::mt19937& random) {
  static const std::vector<std::string> parts{"(",
                                              ")",
                                              "\"",
                                              " ",
                                              "  ",
                                              "+",
                                              "-",
                                              "*",
                                              ":",
                                              "::",
                                              ".",
                                              "a",
                                              "Bc",
                                              "word",
                                              "2024",
                                              "\u00E9",
                                              "\u201C",
                                              "\u201D",
                                              "\u00AB",
                                              "\u3000",
                                              "\xFF",
                                              "\x01",
                                              "\xE2\x80",
                                              "\U0001F980",
                                              " AND ",
                                              " OR ",
                                              " NOT ",
                                              " NEAR ",
                                              " NEAR/3 ",
                                              "AND",
                                              "NOT",
                                              "NEAR/",
                                              "title:",
                                              "tag:",
                                              "url:",
                                              "foo:",
                                              "titel:",
                                              "date:",
                                              "after:",
                                              "before:",
                                              "sort:",
                                              "newest",
                                              "..",
                                              "2023-02-30",
                                              "6m",
                                              "today",
                                              "\xE6\x97\xA5",
                                              "/"};
  std::string out;
  const std::size_t count = 1 + random() % 25;
  for (std::size_t i = 0; i < count; ++i) out += parts[random() % parts.size()];
  return out;
}

void add_text(const Node& node, std::string& out) {
  out += node.text + ' ' + node.begin + ' ' + node.end + ' ';
  for (const Node& member : node.members) add_text(member, out);
}

/// Runs of ASCII letters in lower case; digits may be dates, distances or ages.
std::vector<std::string> letters_of(const std::string& text) {
  std::vector<std::string> runs;
  std::string run;
  for (const char c : text::lower_ascii(text) + ' ') {
    if (c >= 'a' && c <= 'z') {
      run += c;
    } else if (!run.empty()) {
      runs.push_back(run);
      run.clear();
    }
  }
  return runs;
}

/// What may be no word of the tree: operators, names, and the words of dates and orders.
bool may_vanish(const std::string& run) {
  static const std::vector<std::string> known{"and",  "or",     "not",   "near",  "title",
                                              "tag",  "url",    "date",  "after", "before",
                                              "sort", "newest", "today", "m"};
  return std::find(known.begin(), known.end(), run) != known.end();
}

}  // namespace

TEST_CASE("index: any text is a query whose shown form means the same", "[index]") {
  std::mt19937 random(20240531);  // NOLINT(cert-msc51-cpp): the same texts in every run
  for (int i = 0; i < 20'000; ++i) {
    const std::string typed = random_query(random);
    CAPTURE(typed);
    const ParsedQuery query = parsed(typed);
    const ParsedQuery again = parsed(show(query));
    CAPTURE(show(query));
    REQUIRE(dump(again.root) == dump(query.root));
    REQUIRE(again.sort == query.sort);
    REQUIRE(show(again) == show(query));
  }
}

TEST_CASE("index: no word of a query is lost", "[index]") {
  std::mt19937 random(5);  // NOLINT(cert-msc51-cpp): the same texts in every run
  for (int i = 0; i < 20'000; ++i) {
    const std::string typed = random_query(random);
    CAPTURE(typed);
    std::string kept;
    add_text(parsed(typed).root, kept);
    CAPTURE(kept);
    const std::string lower = text::lower_ascii(kept);
    for (const std::string& run : letters_of(typed))
      if (!may_vanish(run)) REQUIRE(lower.find(run) != std::string::npos);
  }
}
