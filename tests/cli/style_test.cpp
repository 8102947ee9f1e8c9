// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/style.hpp"

#include "cli/fake_console.hpp"
#include "support/catch.hpp"
#include "text/words.hpp"

using namespace blogsearch;
using namespace blogsearch::cli;

namespace {

std::vector<std::string> lines(std::string_view text, std::size_t width) {
  std::vector<std::string> out;
  for (const Span line : wrap(text, width)) out.emplace_back(text.substr(line.begin, line.size()));
  return out;
}

}  // namespace

TEST_CASE("cli: text is wrapped at spaces to a width in columns", "[cli]") {
  struct Row {
    std::string text;
    std::size_t width;
    std::vector<std::string> expected;
  };
  const auto row = GENERATE(values<Row>({
      {"", 10, {}},
      {"   ", 10, {}},
      {"one two three", 7, {"one two", "three"}},
      {"one two three", 8, {"one two", "three"}},
      {"one two three", 13, {"one two three"}},
      {"  one   two  ", 20, {"one   two"}},
      {"exactly", 7, {"exactly"}},
      {"incomprehensible", 6, {"incomp", "rehens", "ible"}},
      {"a incomprehensible b", 8, {"a", "incompre", "hensible", "b"}},
      {"zwölf Äpfel", 5, {"zwölf", "Äpfel"}},
      {"日本語 text", 4, {"日本", "語", "text"}},    // two columns each
      {"日", 1, {"日"}},                             // too wide, but something must be shown
      {"in Ruby日本語", 10, {"in Ruby日", "本語"}},  // a line may end beside a wide character
      {"日本、語。", 4, {"日", "本、", "語。"}},     // but not before a mark that ends something
      {"日「本」語", 6, {"日", "「本」", "語"}},     // nor behind one that begins something
      {"ab日\u0301cd", 4, {"ab日\u0301", "cd"}},     // a combining mark stays with its letter
      {"e\u0301e\u0301 e\u0301", 2, {"e\u0301e\u0301", "e\u0301"}},
      {"👩\u200D💻👍🏽", 4, {"👩\u200D💻", "👍🏽"}},
  }));
  CAPTURE(row.text, row.width);
  CHECK(lines(row.text, row.width) == row.expected);
}

TEST_CASE("cli: a word that is to stay whole may be wider than its line", "[cli]") {
  std::vector<std::string> out;
  const std::string text = "see https://shed.example/a/ now";
  for (const Span line : wrap(text, 8, LongWords::whole))
    out.push_back(text.substr(line.begin, line.size()));
  CHECK(out == std::vector<std::string>{"see", "https://shed.example/a/", "now"});
}

TEST_CASE("cli: each line is made to fit", "[cli]") {
  CHECK(fitted("one two three four five six\nseven\n", 20) ==
        "one two three four\nfive six\nseven\n");
  CHECK(fitted("one two", std::string::npos) == "one two\n");
  CHECK(fitted("", 80) == "");
}

TEST_CASE("cli: hung text stands in its own column", "[cli]") {
  CHECK(hang("  --out DIR", 14, "where the feeds are to go", 30) ==
        "  --out DIR   where the feeds are\n"
        "              to go\n");
  CHECK(hang("lead", 6, "", 30) == "lead\n");
}

TEST_CASE("cli: no text of a post can steer the terminal", "[cli]") {
  struct Row {
    std::string text, expected;
  };
  const auto row = GENERATE(values<Row>({
      {"plain zwölf 日本", "plain zwölf 日本"},
      {"\x1b[31mred", "\uFFFD[31mred"},
      {"a\r\nb\tc", "a  b c"},
      {"\x7f\u009b", "\uFFFD\uFFFD"},
      {"bell\a", "bell\uFFFD"},
      {"\xff", "\uFFFD"},
  }));
  CHECK(printable(row.text) == row.expected);
}

TEST_CASE("cli: only a terminal that wants colours gets them", "[cli]") {
  FakeConsole fake;
  CHECK(colour_of(true, fake.console) == Colour::on);
  CHECK(colour_of(false, fake.console) == Colour::off);
  fake.console.environment = {{"TERM", "dumb"}};
  CHECK(colour_of(true, fake.console) == Colour::off);
  fake.console.environment = {{"TERM", "xterm"}, {"NO_COLOR", "1"}};
  CHECK(colour_of(true, fake.console) == Colour::off);
  fake.console.environment = {{"NO_COLOR", ""}};  // no-color.org: when not empty
  CHECK(colour_of(true, fake.console) == Colour::on);
}

TEST_CASE("cli: paint is taken off where it ends", "[cli]") {
  CHECK(paint("word", Style::match, Colour::on) == "\x1b[1;31mword\x1b[0m");
  CHECK(paint("word", Style::match, Colour::off) == "word");
  CHECK(paint("", Style::match, Colour::on) == "");
}

TEST_CASE("cli: links are for coloured terminals that do no harm with them", "[cli]") {
  struct Row {
    std::string terminal, vte;
    Links expected;
  };
  const auto row = GENERATE(values<Row>({
      {"xterm-256color", "", Links::on},
      {"tmux-256color", "", Links::on},
      {"xterm-256color", "7200", Links::on},
      {"xterm-256color", "5001", Links::on},
      {"xterm-256color", "5000", Links::off},
      {"xterm-256color", "4600", Links::off},
      {"", "", Links::off},
      {"dumb", "", Links::off},
      {"linux", "", Links::off},
      {"linux-16color", "", Links::off},
      {"eterm-color", "", Links::off},
      {"vt100", "", Links::off},
  }));
  CAPTURE(row.terminal, row.vte);
  FakeConsole fake;
  fake.console.environment = {{"TERM", row.terminal}, {"VTE_VERSION", row.vte}};
  CHECK(links_of(true, Colour::on, fake.console) == row.expected);
  CHECK(links_of(true, Colour::off, fake.console) == Links::off);
  CHECK(links_of(false, Colour::on, fake.console) == Links::off);
}

TEST_CASE("cli: a link leads to a web address and to nothing else", "[cli]") {
  CHECK(link("here", "https://example.org/a", Links::on) ==
        "\x1b]8;;https://example.org/a\x1b\\here\x1b]8;;\x1b\\");
  CHECK(link("here", "https://example.org/a", Links::off) == "here");
  CHECK(link("", "https://example.org/a", Links::on).empty());
  CHECK(link("here", "javascript:alert(1)", Links::on) == "here");
  CHECK(link("here", "", Links::on) == "here");
  CHECK(link("here", "https://example.org/\x1b\\\a ä", Links::on) ==
        "\x1b]8;;https://example.org/%1B\\%07%20%C3%A4\x1b\\here\x1b]8;;\x1b\\");
  CHECK(link("here", "https://example.org/" + std::string(3000, 'a'), Links::on) == "here");
}
