// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/query_text.hpp"

#include "index/query.hpp"
#include "support/catch.hpp"

using namespace blogsearch::index;

TEST_CASE("index: a query is made tidy before it is parsed", "[index]") {
  struct Row {
    std::string typed;
    std::string tidy;
  };
  const auto row = GENERATE(values<Row>({
      {"Memory SAFETY", "memory safety"},
      {"Rust AND Go OR (NOT C)", "rust AND go OR (NOT c)"},
      {"and or not Near XOR", "and or not near xor"},
      {"Tag:\"Static Sites\" Hugo", "tag:\"static sites\" hugo"},
      {"\u201CMemory safety\u201D", "\"memory safety\""},
      {"one \"two three", "one  two three"},
      {"\"one\" \"two", "\"one\"  two"},
      {"C++ (2020", "c++  2020"},
      {"a) b (c", "a  b  c"},
      {"\"a) b\" c", "\"a) b\" c"},
      {"-rust", "NOT (rust)"},
      {" -rust  -\"memory safety\"\t-tag:Go ", "NOT (rust OR \"memory safety\" OR tag:go)"},
      {"go -rust", "go -rust"},
      {"cargo --locked", "cargo --locked"},
      {"--locked", "--locked"},
      {"-", "-"},
      {"\xFF"
       "abc",
       "\uFFFD"
       "abc"},
      {"\uFF21\uFF22", "ab"},
      {"", ""},
  }));
  CAPTURE(row.typed);
  CHECK(tidy_query(row.typed) == row.tidy);
}

TEST_CASE("index: brackets nested beyond reason are left out", "[index]") {
  const auto nested = [](std::size_t depth) {
    return std::string(depth, '(') + "a" + std::string(depth, ')');
  };
  CHECK(tidy_query(nested(50)) == nested(50));
  CHECK(tidy_query(nested(51)) == std::string(51, ' ') + "a" + std::string(51, ' '));
}

TEST_CASE("index: a plain query has no operators", "[index]") {
  CHECK(plain_query("Rust AND (\"Memory\" OR") == "rust and   memory  or");
}

TEST_CASE("index: a query becomes what Xapian is asked", "[index]") {
  struct Row {
    std::string typed;
    std::string query;
  };
  const std::string title = " AND_MAYBE 0.5 * ";
  const auto row = GENERATE_COPY(values<Row>({
      {"memory safety", "Query(((Zmemori@1 AND Zsafeti@2)" + title + "(ZSmemori OR ZSsafeti)))"},
      {"Memory Safety", "Query(((Zmemori@1 AND Zsafeti@2)" + title + "(ZSmemori OR ZSsafeti)))"},
      {"\"memory safety\"",
       "Query(((memory@1 PHRASE 2 safety@2)" + title + "(Smemory OR Ssafety)))"},
      {"title:rust", "Query(ZSrust@1)"},
      {"title:\"why rust\"", "Query((Swhy@1 PHRASE 2 Srust@2))"},
      {"tag:\"Static  Sites\"", "Query(0 * Kstatic sites)"},
      {"tag:C++ tag:Go", "Query(0 * (Kc++ AND Kgo))"},
      {"tag:a OR tag:b", "Query((0 * Ka OR 0 * Kb))"},
      {"author:\"Ada Lovelace\" lang:EN-gb", "Query(0 * (Aada lovelace AND Len-gb))"},
      {"rust -tag:web", "Query(((Zrust@1 AND_NOT Kweb)" + title + "ZSrust))"},
      {"-rust", "Query(((<alldocuments> AND_NOT Zrust@1)" + title + "ZSrust))"},
      {"date:2024", "Query(VALUE_RANGE 6 2024 2024\\x7f)"},
      {"date:2023-05..", "Query(VALUE_GE 6 2023-05)"},
      {"AND", "Query((Zand@1" + title + "ZSand))"},
      {"rust OR", "Query(((Zrust@1 AND Zor@2)" + title + "(ZSor OR ZSrust)))"},
      {"node.js", "Query(((node@1 PHRASE 2 js@2)" + title + "(Sjs OR Snode)))"},
      {"((((\"", "Query()"},
      {"", "Query()"},
  }));
  CAPTURE(row.typed);
  CHECK(read_query(row.typed, Joining::all, Xapian::Stem("en")).get_description() == row.query);
}
