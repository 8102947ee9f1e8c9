// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a query says of operators that are none. It is still a query.
#include "index/query_parser.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"

using namespace blogsearch;
using namespace blogsearch::index;

namespace {

struct Row {
  std::string typed;
  std::string shown;
  std::vector<std::string> hints;
};

const std::string dates =
    "write 2024, 2024-05, 2024-05-17, today, yesterday, an age such as 6m, 2w or 10d, or a range "
    "of them such as 2023..2024-05";
const std::string orders = "write sort:newest, sort:oldest or sort:relevance";

std::string line(const std::string& hint) { return hint + "\n"; }

void check(const Row& row) {
  CAPTURE(row.typed);
  const ParsedQuery query = parse_query(row.typed, "2024-05-31");
  CHECK(show(query) == row.shown);
  std::string expected;
  for (const std::string& hint : row.hints) expected += hint + "\n";
  CHECK(support::lines_of(query.hints) == expected);
}

std::string behind(const std::string& place, const std::string& word, const std::string& lower) {
  return place + " `" + word + "` has nothing behind it, it is taken as a word [index.odd-query] " +
         "(write `" + lower + "` for the word)";
}

std::string before(const std::string& place, const std::string& word, const std::string& lower) {
  return place + " `" + word + "` has nothing before it, it is taken as a word [index.odd-query] " +
         "(write `" + lower + "` for the word)";
}

std::string fault(const std::string& message, const std::string& hint) {
  return message + " [index.odd-query] (" + hint + ")";
}

}  // namespace

TEST_CASE("index: an operator without what it joins is a word", "[index]") {
  check(GENERATE(values<Row>({
      {"AND", "and", {before("1:1", "AND", "and")}},
      {"NOT", "not", {behind("1:1", "NOT", "not")}},
      {"rust AND", "rust and", {behind("1:6", "AND", "and")}},
      {"OR go", "or go", {before("1:1", "OR", "or")}},
      {"a AND OR b", "a and or b", {behind("1:3", "AND", "and"), before("1:7", "OR", "or")}},
      {"a AND NOT", "a and not", {behind("1:3", "AND", "and"), behind("1:7", "NOT", "not")}},
      {"NOT NOT a", "not -a", {behind("1:1", "NOT", "not")}},
      {"NOT -a", "not -a", {behind("1:1", "NOT", "not")}},
      {"(OR a) b", "(or a) b", {before("1:2", "OR", "or")}},
      {"(a OR) b", "(a or) b", {behind("1:4", "OR", "or")}},
      {"a AND () b", "a AND b", {}},
      {"a AND ()", "a and", {behind("1:3", "AND", "and")}},
      {"a AND -", "a and", {behind("1:3", "AND", "and")}},
      {"title:(a AND)", "title:a title:and", {behind("1:10", "AND", "and")}},
      {"a NEAR/3", "a near/3", {behind("1:3", "NEAR/3", "near/3")}},
      {"a NEAR NOT b", "a near -b", {behind("1:3", "NEAR", "near")}},
      {"a\nOR", "a or", {behind("2:1", "OR", "or")}},
  })));
}

TEST_CASE("index: NEAR between what it cannot join is a word", "[index]") {
  const std::string word = "write `near` for the word";
  check(GENERATE_COPY(values<Row>({
      {"\"a b\" NEAR c",
       "\"a b\" near c",
       {fault("1:7 `NEAR` joins plain words only, it is taken as a word", word)}},
      {"a NEAR (b)",
       "a near b",
       {fault("1:3 `NEAR` joins plain words only, it is taken as a word", word)}},
      {"-a NEAR b",
       "-a near b",
       {fault("1:4 `NEAR` joins plain words only, it is taken as a word", word)}},
      {"tag:a NEAR tag:b",
       "tag:a near tag:b",
       {fault("1:7 `NEAR` joins plain words only, it is taken as a word", word)}},
      {"title:a NEAR b",
       "title:a near b",
       {fault("1:9 `NEAR` joins words of one field only, it is taken as a word", word)}},
      {"a NEAR/x b",
       "a NEAR/x b",
       {fault("1:3 `NEAR/x` has no distance from 1 to 999, it is taken as a word",
              "write a number, such as NEAR/3")}},
      {"a NEAR/0 b",
       "a NEAR/0 b",
       {fault("1:3 `NEAR/0` has no distance from 1 to 999, it is taken as a word",
              "write a number, such as NEAR/3")}},
  })));
}

TEST_CASE("index: a bracket or a quote without its other is left out", "[index]") {
  const std::string open = "`(` is not closed, it is left out";
  const std::string close = "`)` closes nothing, it is left out";
  const std::string quote = "the quote is not closed, it is left out";
  check(GENERATE_COPY(values<Row>({
      {"C++ (2020", "C++ 2020", {fault("1:5 " + open, "write `)` where the group ends")}},
      {"a) b", "a b", {fault("1:2 " + close, "write `(` where the group begins")}},
      {"-(a b", "-a b", {fault("1:2 " + open, "write `)` where the group ends")}},
      {"title:\"why not",
       "title:why not",
       {fault("1:7 " + quote, "write a second quote behind the phrase")}},
      {"caf\u00E9 \u201Cau lait",
       "caf\u00E9 au lait",
       {fault("1:6 " + quote, "write a second quote behind the phrase")}},
      {"\"a (b\" c)", "\"a (b\" c", {fault("1:9 " + close, "write `(` where the group begins")}},
      {"\"", "", {fault("1:1 " + quote, "write a second quote behind the phrase")}},
  })));
}

TEST_CASE("index: a field that is nearly known is a word with a hint", "[index]") {
  const std::string is_word = " is no field, it is taken as a word";
  check(GENERATE_COPY(values<Row>({
      {"titel:rust", "titel:rust", {fault("1:1 `titel:`" + is_word, "did you mean \"title:\"?")}},
      {"-Tags:go", "-Tags:go", {fault("1:1 `Tags:`" + is_word, "did you mean \"tag:\"?")}},
      {"cod::x cod:", "cod::x cod:", {}},
  })));
}

TEST_CASE("index: a date that is none matches nothing", "[index]") {
  const std::string nothing = ", so no post matches";
  check(GENERATE_COPY(values<Row>({
      {"date:2023-02-30",
       "date:2023-02-30",
       {fault("1:1 February 2023 has no day 30" + nothing, "its last day is 2023-02-28")}},
      {"rust -date:2023-13",
       "rust -date:2023-13",
       {fault("1:6 there is no month 13" + nothing, "months go from 01 to 12, as in 2022-12")}},
      {"date:foo", "date:foo", {fault("1:1 `foo` is no date" + nothing, dates)}},
      {"date:..", "date:..", {fault("1:1 `..` is no date" + nothing, dates)}},
      {"date:2024..foo", "date:2024..foo", {fault("1:1 `foo` is no date" + nothing, dates)}},
      {"date:202", "date:202", {fault("1:1 `202` is no date" + nothing, dates)}},
      {"after:3x", "after:3x", {fault("1:1 `3x` is no date" + nothing, dates)}},
      {"date:\"last week\"",
       "date:\"last week\"",
       {fault("1:1 `last week` is no date" + nothing, dates)}},
      {"date:(2024 OR foo)",
       "date:2024-01-01..2024-12-31 OR date:foo",
       {fault("1:15 `foo` is no date" + nothing, dates)}},
      {"date:2024..2023",
       "date:2024..2023",
       {fault("1:1 2024-01-01 is after 2023-12-31" + nothing,
              "write the earlier date first, such as 2023..2024-05")}},
      {"after:2023..2024",
       "after:2023..2024",
       {fault("1:1 `2023..2024` is a range" + nothing, "write a range as date:2023..2024-05")}},
      {"after:9999",
       "after:9999",
       {fault("1:1 there is no day after 9999" + nothing, "write a year from 0001 to 9998")}},
      {"before:0000",
       "before:0000",
       {fault("1:1 there is no day before 0000" + nothing, "write a year from 0001 to 9998")}},
  })));
  CHECK(parse_query("date:foo", "2024-05-31").root.members[0].kind == Node::Kind::nothing);
}

TEST_CASE("index: an order that is none is a word", "[index]") {
  check(GENERATE_COPY(values<Row>({
      {"sort:best x",
       "sort:best x",
       {fault("1:1 `sort:best` is no order, it is taken as a word", orders)}},
      {"title:(sort:be*)",
       "title:sort:be*",
       {fault("1:8 `sort:be*` is no order, it is taken as a word", orders)}},
      {"-sort:newest x",
       "-sort:newest x",
       {fault("1:1 `sort:newest` is no order, it is taken as a word", orders)}},
      {"sort:(a b) x",
       "(a b) x",
       {fault("1:1 `sort:` is no order, it is taken as a word", orders)}},
      {"a sort:newest sort:oldest",
       "a sort:oldest",
       {fault("1:15 the order is given twice, the last one counts", "write sort: once")}},
  })));
}

TEST_CASE("index: a star behind one character is no prefix", "[index]") {
  check({"the A* algorithm",
         "the A* algorithm",
         {fault("1:5 `A*` is too short for the beginning of a word, it is taken as a word",
                "write at least 2 characters before the star")}});
}

TEST_CASE("index: a title that is typed is its words", "[index]") {
  check({"Why not? Rust - AND Go: (part 1)", "Why not? (Rust AND Go:) (part 1)", {}});
  const ParsedQuery trace = parse_query(
      "Exception in thread \"main\" java.lang.NullPointerException: x (y\n"
      "\tat com.example.Main.main(Main.java:42)\n\tat <init>()",
      "2024-05-31");
  CHECK(show(trace) ==
        "Exception in thread \"main\" java.lang.NullPointerException: x y at com.example.Main.main "
        "Main.java:42 at <init>");
  CHECK(support::lines_of(trace.hints) ==
        line(fault("1:62 `(` is not closed, it is left out", "write `)` where the group ends")));
}

TEST_CASE("index: hints come in order, ten at most, and with the place in the query", "[index]") {
  const ParsedQuery many = parse_query(std::string(4'000, ')') + " AND", "2024-05-31");
  CHECK(many.hints.size() == 10);
  const ParsedQuery query = parse_query("OR (a date:x", "2024-05-31");
  std::vector<std::size_t> columns;
  for (const Diagnostic& hint : query.hints) {
    CHECK(hint.code == Code::index_odd_query);
    CHECK_FALSE(hint.is_error());
    CHECK(hint.file == "query");
    REQUIRE(hint.location);
    CHECK(hint.location->excerpt == "OR (a date:x");
    columns.push_back(hint.location->column);
  }
  CHECK(columns == std::vector<std::size_t>{1, 4, 7});
}

TEST_CASE("index: of a query that is too long the rest is said to be left out", "[index]") {
  std::string words;
  for (int i = 0; i < 129; ++i) words += "word ";
  check({words,
         words.substr(0, 128 * 5 - 1),
         {fault("1:641 the query is longer than 128 words or 4096 bytes, the rest is left out",
                "write fewer words")}});
}

TEST_CASE("index: hints become errors for those who ask for it", "[index]") {
  const Diagnostics hints = parse_query("rust AND", "2024-05-31").hints;
  const Diagnostics errors = as_errors(hints);
  REQUIRE(errors.size() == 1);
  CHECK(errors.has_errors());
  CHECK(errors.begin()->code == Code::index_bad_query);
  CHECK(support::lines_of(errors) ==
        "1:6 `AND` has nothing behind it, it is taken as a word [index.bad-query] "
        "(write `and` for the word)\n");
}
