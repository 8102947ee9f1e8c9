// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/narrow.hpp"

#include <sstream>

#include "cli/commands.hpp"
#include "cli/fake_console.hpp"
#include "cli/run.hpp"
#include "support/catch.hpp"
#include "text/words.hpp"

using namespace blogsearch;
using namespace blogsearch::cli;

namespace {

/// The widest line, and all words in one row.
struct Shape {
  std::size_t widest = 0;
  std::string words;
};

Shape shape_of(const std::string& text) {
  Shape shape;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);)
    shape.widest = std::max(shape.widest, text::display_width(line));
  std::istringstream all(text);
  for (std::string word; all >> word;) shape.words += word + ' ';
  return shape;
}

std::string help_on(std::size_t width, const std::vector<std::string>& words) {
  FakeConsole fake;
  fake.console.out_is_terminal = true;
  fake.console.width = width;
  CHECK(run(words, fake.console) == 0);
  return fake.out.str();
}

}  // namespace

TEST_CASE("cli: help for a narrow terminal is set anew", "[cli]") {
  const std::string text =
      "Usage: a COMMAND\n"
      "\n"
      "What it does is told in a line that\n"
      "goes on here.\n"
      "\n"
      "  --at TIME     posts after this are\n"
      "                held back\n"
      "  -q            quiet\n";
  CHECK(narrowed(text, 40) ==
        "Usage: a COMMAND\n"
        "\n"
        "What it does is told in a line that goes\n"
        "on here.\n"
        "\n"
        "  --at TIME     posts after this are\n"
        "                held back\n"
        "  -q            quiet\n");
  CHECK(narrowed(text, 30) ==
        "Usage: a COMMAND\n"
        "\n"
        "What it does is told in a line\n"
        "that goes on here.\n"
        "\n"
        "  --at TIME\n"
        "      posts after this are\n"
        "      held back\n"
        "  -q  quiet\n");
}

TEST_CASE("cli: no help is wider than the terminal, and none loses a word", "[cli]") {
  const std::size_t width = GENERATE(as<std::size_t>(), 26, 40, 79, 80, 200);
  std::vector<std::vector<std::string>> calls{{"help"}};
  for (const Command* command : commands())
    calls.push_back({"help", std::string(command->syntax.command)});
  for (const auto& words : calls) {
    CAPTURE(width, words);
    const Shape shape = shape_of(help_on(width, words));
    CHECK(shape.widest <= std::min<std::size_t>(width, 80));
    CHECK(shape.words == shape_of(help_on(80, words)).words);
  }
}
