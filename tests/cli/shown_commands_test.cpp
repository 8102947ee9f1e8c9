// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whatever the docs let somebody type is a command that the program has, with options it takes.
#include <filesystem>
#include <map>
#include <regex>
#include <vector>

#include "cli/fake_console.hpp"
#include "cli/run.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;

namespace {

std::vector<fs::path> pages() {
  std::vector<fs::path> found{SOURCE_DIR "/README.md"};
  for (const auto& entry : fs::directory_iterator(SOURCE_DIR "/docs"))
    if (entry.path().extension() == ".md") found.push_back(entry.path());
  return found;
}

/// Empty where there is no such command.
const std::string& help_of(const std::string& command) {
  static std::map<std::string, std::string> known;
  const auto found = known.try_emplace(command);
  if (found.second) {
    cli::FakeConsole shell;
    const std::vector<std::string> words{"help", command};
    if (cli::run(words, shell.console) == 0) found.first->second = shell.out.str();
  }
  return found.first->second;
}

std::vector<std::smatch> all_of(const std::string& text, const std::regex& pattern) {
  return {std::sregex_iterator(text.begin(), text.end(), pattern), std::sregex_iterator()};
}

}  // namespace

TEST_CASE("cli: every command that the docs show is one, with options it has", "[cli]") {
  static const std::regex call("(?:`|\\$ |&& |^|\n|; do )blogsearch ([a-z]+)([^`\n|&;#>]*)");
  static const std::regex option("(--[a-z][a-z-]+)");
  std::size_t count = 0;
  for (const fs::path& page : pages()) {
    const std::string text = support::slurp(page);
    for (const std::smatch& match : all_of(text, call)) {
      CAPTURE(page.filename().string(), match.str());
      const std::string& help = help_of(match[1]);
      CHECK_FALSE(help.empty());
      const std::string rest = match[2];
      for (const std::smatch& word : all_of(rest, option))
        CHECK(help.find(word.str() + " ") != std::string::npos);
      ++count;
    }
  }
  CHECK(count > 60);
}
