// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/arguments.hpp"

#include <array>

#include "support/catch.hpp"

using namespace blogsearch;
using namespace blogsearch::cli;

namespace {

constexpr std::array<Option, 4> options{{{"--out", "", "DIR", "where to"},
                                         {"--limit", "", "N", "how many"},
                                         {"--drafts", "", "", "also drafts"},
                                         {"--quiet", "-q", "", "say less"}}};
constexpr Syntax paths{"build", "builds", Operands::many, "PATH", "", options};
constexpr Syntax words{"query", "finds", Operands::words, "WORD", "", options};
constexpr Syntax nothing{"stats", "counts", Operands::none, "", "", options};
constexpr Syntax single{"help", "helps", Operands::at_most_one, "COMMAND", "", options};

using Strings = std::vector<std::string>;

/// Everything that was understood, in one line.
std::string understood(const Syntax& syntax, const Strings& args) {
  const Result<Arguments> arguments = parse(syntax, args);
  if (!arguments) return arguments.error().message + " | " + arguments.error().hint;
  std::string out;
  for (const char* name : {"--out", "--limit", "--drafts", "--quiet", "--help"})
    if (arguments->has(name)) out += std::string(name) + "=" + *arguments->value(name) + " ";
  for (const std::string& operand : arguments->operands()) out += "[" + operand + "]";
  return out;
}

struct Row {
  Strings args;
  std::string expected;
};

}  // namespace

TEST_CASE("cli: options and operands stand in any order", "[cli]") {
  const auto row = GENERATE(values<Row>({
      {{}, ""},
      {{"posts"}, "[posts]"},
      {{"a", "--out", "dist", "b"}, "--out=dist [a][b]"},
      {{"--out=a=b", "-q"}, "--out=a=b --quiet= "},
      {{"--out", "-"}, "--out=- "},
      {{"--out", "-x"}, "--out=-x "},
      {{"--out", "a", "--out", "b"}, "--out=b "},
      {{"--drafts", "--drafts"}, "--drafts= "},
      {{"-q", "--", "-q", "--out", "--"}, "--quiet= [-q][--out][--]"},
      {{"-"}, "[-]"},
      {{"[a,b]", "c,d", ""}, "[[a,b]][c,d][]"},
      {{"-h"}, "--help= "},
      {{"[slug]", "--help"}, "--help= [[slug]]"},
  }));
  CAPTURE(row.args);
  CHECK(understood(paths, row.args) == row.expected);
}

TEST_CASE("cli: words that do not fit a command are refused in our own words", "[cli]") {
  const auto row = GENERATE(values<Row>({
      {{"--otu", "dist"}, "build has no option --otu | did you mean \"--out\"?"},
      {{"--limt=5"}, "build has no option --limt | did you mean \"--limit\"?"},
      {{"-out", "dist"}, "build has no option -out | did you mean \"--out\"?"},
      {{"--colour"}, "build has no option --colour | \"blogsearch help build\" lists the options"},
      {{"-x"}, "build has no option -x | \"blogsearch help build\" lists the options"},
      {{"-qx"}, "build has no option -x | \"blogsearch help build\" lists the options"},
      {{"a", "--out"}, "--out needs a value | write --out DIR"},
      {{"--out=", "a"}, "--out needs a value | write --out DIR"},
      {{"--drafts=no"}, "--drafts takes no value | write --drafts alone"},
  }));
  CAPTURE(row.args);
  CHECK(understood(paths, row.args) == row.expected);
}

TEST_CASE("cli: a command refuses more operands than it takes", "[cli]") {
  CHECK(understood(nothing, {"x"}) == "stats does not take \"x\" | see \"blogsearch help stats\"");
  CHECK(understood(single, {"a"}) == "[a]");
  CHECK(understood(single, {"a", "b"}) ==
        "help does not take \"b\" | see \"blogsearch help help\"");
}

TEST_CASE("cli: after the first word of a query only its long options are no words", "[cli]") {
  const auto row = GENERATE(values<Row>({
      {{"rust", "-not"}, "[rust][-not]"},
      {{"cargo", "--locked"}, "[cargo][--locked]"},
      {{"cargo", "--limit", "5", "build"}, "--limit=5 [cargo][build]"},
      {{"cargo", "--limit=5"}, "--limit=5 [cargo]"},
      {{"--drafts", "cargo", "-q", "-h"}, "--drafts= [cargo][-q][-h]"},
      {{"-q", "cargo"}, "--quiet= [cargo]"},
      {{"cargo", "--", "--limit", "5"}, "[cargo][--limit][5]"},
      {{"--", "-not", "--"}, "[-not][--]"},
      {{"-", "--limitless"}, "[-][--limitless]"},
      {{"a b", "c"}, "[a b][c]"},
      {{"--limit", "--", "x"}, "--limit=-- [x]"},
      {{"cargo", "--help"}, "--help= [cargo]"},
      {{"cargo", "--limit"}, "--limit needs a value | write --limit N"},
      {{"--limt", "5"}, "query has no option --limt | did you mean \"--limit\"?"},
      {{"-notable", "x"},
       "query has no option -notable | words that begin with '-' go after a first word or after "
       "--"},
  }));
  CAPTURE(row.args);
  CHECK(understood(words, row.args) == row.expected);
}

TEST_CASE("cli: a number is whole and in its bounds", "[cli]") {
  struct NumberRow {
    std::string text;
    std::optional<std::size_t> number;
  };
  const auto row = GENERATE(values<NumberRow>({{"0", 0},
                                               {"10", 10},
                                               {"1000000000", 1'000'000'000},
                                               {"1000000001", {}},
                                               {"-1", {}},
                                               {"+1", {}},
                                               {"1.5", {}},
                                               {"1 ", {}},
                                               {"99999999999999999999", {}},
                                               {"ten", {}}}));
  const auto arguments = parse(paths, Strings{"--limit", row.text});
  REQUIRE(arguments);
  const auto number = arguments->number("--limit", 7);
  CAPTURE(row.text);
  CHECK(number.has_value() == row.number.has_value());
  if (number)
    CHECK(*number == *row.number);
  else
    CHECK(number.error() ==
          usage_error("--limit wants a whole number from 0 to 1000000000, not \"" + row.text + "\"",
                      "write --limit 7"));
}

TEST_CASE("cli: an option that was not given has its default", "[cli]") {
  const auto arguments = parse(paths, Strings{});
  REQUIRE(arguments);
  CHECK(*arguments->number("--limit", 7) == 7);
  CHECK(*arguments->choice("--out", std::array<std::string_view, 1>{"a"}) == 0);
  CHECK_FALSE(arguments->value("--out"));
}

TEST_CASE("cli: a choice is one of its words", "[cli]") {
  constexpr std::array<std::string_view, 3> sorts{"relevance", "newest", "oldest"};
  const auto arguments = parse(paths, Strings{"--out", "oldest"});
  REQUIRE(arguments);
  CHECK(*arguments->choice("--out", sorts) == 2);
  const auto mistyped = parse(paths, Strings{"--out", "newst"});
  REQUIRE(mistyped);
  const auto choice = mistyped->choice("--out", sorts);
  REQUIRE_FALSE(choice);
  CHECK(choice.error() == usage_error("--out is one of relevance, newest, oldest, not \"newst\"",
                                      "did you mean \"newest\"?"));
  const auto unlike = parse(paths, Strings{"--out", "size"});
  REQUIRE(unlike);
  CHECK(unlike->choice("--out", sorts).error() ==
        usage_error("--out is one of relevance, newest, oldest, not \"size\"",
                    "write --out relevance"));
}
