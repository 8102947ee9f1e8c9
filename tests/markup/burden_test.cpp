// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/burden.hpp"

#include "markup/document.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using markup::burden_of;

namespace {

constexpr std::size_t any = 1'000'000'000;

std::string times(std::size_t count, std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("markup: lines and signs of markup weigh", "[markup]") {
  struct Row {
    std::string markdown;
    std::size_t pieces;
  };
  const auto row = GENERATE(values<Row>({{"", 0},
                                         {"words, and more words: \"so\" (x-y)", 1},
                                         {"one\ntwo\n", 2},
                                         {"*a* [b](c)", 4},
                                         {"- a\n- b\n", 4},
                                         {"1. 2) - + x", 4},
                                         {">>>> a", 4},
                                         {"# a\n\n# b\n", 3},
                                         {times(1000, "aGk+/-."), 0}}));
  CAPTURE(row.markdown);
  CHECK(burden_of(row.markdown, any) == row.pieces);
}

TEST_CASE("markup: the cells that a table's rows lack weigh", "[markup]") {
  const std::string table = "|a|b|c|\n|-|-|-|\n";
  const std::size_t head = burden_of(table, any);
  CHECK(burden_of(table + "x\n", any) == head + 1 + 5);
  CHECK(burden_of(table + "x\ny\n", any) == head + 2 * (1 + 5));
  CHECK(burden_of(table + "\nx\n", any) == head + 2);
  CHECK(burden_of("> |a|b\n> |-|-\n> x\n", any) > burden_of("> |a|b\n> |-|-\n\n> x\n", any));
}

TEST_CASE("markup: long addresses weigh wherever a reference repeats them", "[markup]") {
  const std::string address(10'000, 'x');
  const std::string once = "[A  b]: /" + address + "\n";
  const std::size_t weight = burden_of(once, any);
  CHECK(weight < 50);
  for (const char* reference : {"[a b]", "[text][a b]", "![a B]", "[A\nb]"}) {
    CAPTURE(reference);
    CHECK(burden_of(once + times(100, reference), any) > 3'900);
  }
  CHECK(burden_of(once + times(100, "[c]"), any) < 500);
  CHECK(burden_of("[a]:\n" + address + "\n\n" + times(100, "[a]"), any) > 3'900);
  CHECK(burden_of("![a](" + address + ")\n" + times(100, "[a]"), any) < 500);
}

TEST_CASE("markup: brackets behind an address weigh as often as it is looked through", "[markup]") {
  const std::string brackets = times(1000, ")");
  CHECK(burden_of("http://a" + brackets, any) > 1'000);
  CHECK(burden_of("see www.a" + brackets + times(1000, "x"), any) > 2'000);
  CHECK(burden_of("a" + brackets, any) == 0);
  CHECK(burden_of("[a](http://b) " + brackets, any) < 1'010);
  CHECK(burden_of("(http://b/(c)) and [more](http://d)", any) < 20);
}

TEST_CASE("markup: a burden is weighed no further than it is asked for", "[markup]") {
  CHECK(burden_of(times(100, "a\n"), 10) == 11);
}

TEST_CASE("markup: what is too much to be parsed is a paragraph a line", "[markup]") {
  const std::string body = "# a\n\n*b* & [c](d)\n";
  const markup::Document document(body, "https://e.org/", markup::Flavour::markdown, {}, 5);
  CHECK(document.is_unparsed());
  CHECK(document.html() == "<p># a</p>\n<p>*b* &amp; [c](d)</p>\n");
  CHECK(document.text() == " # a \n *b* & [c](d) \n");
  CHECK_FALSE(markup::Document(body, "https://e.org/").is_unparsed());
}
