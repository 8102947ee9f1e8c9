// SPDX-License-Identifier: GPL-2.0-or-later
//
// docs/search.md keeps its word: every command on it is run, and says what stands below it.
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "cli/fake_console.hpp"
#include "cli/run.hpp"
#include "support/catch.hpp"
#include "support/folders.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;

namespace {

struct Example {
  std::vector<std::string> args;
  std::string out;
};

/// As a shell splits words, of which it knows single quotes only.
std::vector<std::string> split(std::string_view command) {
  std::vector<std::string> words(1);
  bool is_quoted = false;
  for (const char c : command) {
    if (c == '\'')
      is_quoted = !is_quoted;
    else if (c == ' ' && !is_quoted)
      words.emplace_back();
    else
      words.back() += c;
  }
  return words;
}

std::vector<Example> examples() {
  constexpr std::string_view prompt = "$ blogsearch ";
  std::vector<Example> found;
  bool is_example = false;
  for (const std::string& line : support::read_lines(SOURCE_DIR "/docs/search.md")) {
    if (line.rfind("```", 0) == 0)
      is_example = line == "```console";
    else if (is_example && line.rfind(prompt, 0) == 0)
      found.push_back({split(std::string_view(line).substr(prompt.size())), ""});
    else if (is_example && !found.empty())
      found.back().out += line + '\n';
  }
  return found;
}

}  // namespace

TEST_CASE("cli: what docs/search.md shows is what is said", "[cli]") {
  const support::TempDir site;
  support::copy_folder(FIXTURES_DIR "/cli/blog", site.path());
  const support::Inside inside(site.path());
  cli::FakeConsole build;
  const std::vector<std::string> words{"build", "--now", "2024-01-01"};
  REQUIRE(cli::run(words, build.console) == 0);
  const std::vector<Example> all = examples();
  CHECK(all.size() >= 4);
  for (const Example& example : all) {
    cli::FakeConsole shell;
    CHECK(cli::run(example.args, shell.console) == 0);
    CHECK(shell.out.str() == example.out);
  }
}
