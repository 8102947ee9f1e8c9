// SPDX-License-Identifier: GPL-2.0-or-later
//
// The manual keeps its word. docs/man and docs/config.md are what the program's tables make of
// them (BLOGSEARCH_GOLDEN=write writes them), nothing is missing from them, and every example is
// run as it stands there.
#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include "blogsearch/core/code_table.hpp"
#include "cli/commands.hpp"
#include "cli/fake_console.hpp"
#include "cli/help.hpp"
#include "cli/help_config.hpp"
#include "cli/manual.hpp"
#include "cli/run.hpp"
#include "faults/process.hpp"
#include "manual/pages.hpp"
#include "manual/roff.hpp"
#include "pipeline/setting_table.hpp"
#include "support/catch.hpp"
#include "support/folders.hpp"
#include "support/golden.hpp"
#include "text/words.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;

namespace {

const fs::path folder = SOURCE_DIR "/docs/man";
const std::string time_of_examples = "1704067200";

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
  return text;
}

/// The lines between .EX and .EE of a man page that call the program, as a reader sees them.
std::vector<std::string> examples_of(const fs::path& page) {
  std::vector<std::string> found;
  bool is_example = false;
  for (const std::string& line : support::read_lines(page)) {
    if (line == ".EX" || line == ".EE") is_example = line == ".EX";
    if (!is_example || line.rfind("blogsearch ", 0) != 0) continue;
    std::string shown = replaced(replaced(line, "\\-", "-"), "\\(aq", "'");
    found.push_back(replaced(replaced(shown, "\\:", ""), "\\e", "\\"));
  }
  return found;
}

faults::Ended in_shell(const std::string& line, const fs::path& site) {
  const std::string path = fs::path(BLOGSEARCH_PROGRAM).parent_path().string() + ":/usr/bin:/bin";
  return faults::run({.words = {"-c", line},
                      .folder = site,
                      .environment = {{"PATH", path}, {"SOURCE_DATE_EPOCH", time_of_examples}},
                      .program = "/bin/sh"});
}

/// Tells that a test looks at nothing.
bool lacks(const std::string& program) {
  const bool is_there = in_shell("command -v " + program, "/").status == 0;
  if (!is_there) WARN(program << " is not installed: nothing was looked at");
  return !is_there;
}

/// All complaints of a program about the pages, but those that have `but` in them.
std::string complaints(const std::string& command, const std::string& but = "no such words") {
  std::string all;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const faults::Ended judge = in_shell(command + ' ' + entry.path().string(), "/");
    std::istringstream lines(judge.out + judge.err);
    for (std::string line; std::getline(lines, line);)
      if (!contains(line, but)) all += line + '\n';
  }
  return all;
}

std::string page_of(const std::string& name) { return support::slurp(folder / name); }

/// What no page has where it is to be.
std::string missing_in_pages() {
  std::string missing;
  const std::string program = page_of("blogsearch.1");
  for (const cli::Command* command : cli::commands()) {
    const std::string name(command->syntax.command);
    const std::string page = page_of("blogsearch-" + name + ".1");
    if (page.empty()) missing += "blogsearch-" + name + "(1)\n";
    if (!contains(program, ".TP\n" + manual::literal(name) + "\n")) missing += name + '\n';
    if (!contains(page, "\n.SH EXAMPLES\n")) missing += "examples of " + name + '\n';
    std::vector<cli::Option> options(command->syntax.options.begin(),
                                     command->syntax.options.end());
    options.push_back(cli::help_option);
    for (const cli::Option& option : options) {
      const std::string head = manual::literal(option.name);
      if (!contains(page, head.substr(3))) missing += name + ' ' + std::string(option.name) + '\n';
    }
  }
  return missing;
}

}  // namespace

TEST_CASE("manual: the pages are what the program's tables make of them", "[manual][golden]") {
  const std::map<std::string, std::string> pages = manual::pages();
  for (const auto& [name, text] : pages) support::check_golden(text, folder / name);
  for (const auto& entry : fs::directory_iterator(folder)) {
    CAPTURE(entry.path());
    CHECK(pages.count(entry.path().filename()) == 1);
  }
  support::check_golden(manual::config_page(), SOURCE_DIR "/docs/config.md");
}

TEST_CASE("manual: every command, option, config key and diagnostic code is documented",
          "[manual]") {
  std::string missing = missing_in_pages();
  const std::string reference = support::slurp(SOURCE_DIR "/docs/config.md");
  const std::string settings = page_of("blogsearch.yaml.5");
  for (const auto& section : pipeline::setting_table())
    for (const auto& key : section.keys) {
      const std::string name = std::string(section.name) + '.' + std::string(key.name);
      const bool is_told = contains(reference, "\n### " + name + "\n") &&
                           contains(settings, ".TP\n" + manual::literal(key.name) + ": ");
      if (!is_told) missing += name + '\n';
    }
  const std::string diagnostics = support::slurp(SOURCE_DIR "/docs/diagnostics.md");
  for (const CodeRow& row : code_table)
    if (!contains(diagnostics, "\n### " + std::string(row.id) + "\n"))
      missing += std::string(row.id) + '\n';
  CHECK(missing == "");
}

TEST_CASE("manual: every command has a description and examples of its own", "[manual]") {
  std::set<std::string> names{""};
  for (const cli::Command* command : cli::commands()) names.emplace(command->syntax.command);
  std::set<std::string> described;
  for (const cli::Manual& manual : cli::manuals()) {
    CAPTURE(std::string(manual.command));
    described.emplace(manual.command);
    CHECK_FALSE(manual.description.empty());
    CHECK_FALSE(manual.examples.empty());
    const std::string call = "blogsearch " + std::string(manual.command);
    for (const cli::Example& example : manual.examples)
      CHECK(example.line.substr(0, call.size()) == call);
  }
  CHECK(described == names);
}

TEST_CASE("manual: every variable that is read is told", "[manual]") {
  std::set<std::string> read{"TMPDIR"};  // std::filesystem::temp_directory_path
  const std::string call = "variable(\"";
  for (const auto& entry : fs::directory_iterator(SOURCE_DIR "/src/cli")) {
    const std::string text = support::slurp(entry.path());
    for (std::size_t at = text.find(call); at != text.npos; at = text.find(call, at + 1))
      read.insert(
          text.substr(at + call.size(), text.find('"', at + call.size()) - at - call.size()));
  }
  std::set<std::string> told;
  for (const cli::Term& variable : cli::variables()) told.emplace(variable.name);
  CHECK(told == read);
}

TEST_CASE("manual: every example does what it is there for, as it stands in its page", "[manual]") {
  const support::TempDir dir;
  const fs::path built = dir.path() / "built";
  support::copy_folder(FIXTURES_DIR "/manual/site", built);
  REQUIRE(in_shell("blogsearch build", built).status == 0);
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(folder))
    for (const std::string& line : examples_of(entry.path())) {
      CAPTURE(entry.path().filename(), line);
      const fs::path site = dir.path() / std::to_string(++count);
      support::copy_folder(built, site);
      const faults::Ended ended = in_shell(line, site);
      CHECK(ended.err == (contains(line, " -v") && contains(line, " build") ? ended.err : ""));
      CHECK(ended.status == 0);
    }
  std::size_t expected = 0;
  for (const cli::Manual& manual : cli::manuals()) expected += manual.examples.size();
  CHECK(count == expected);
}

TEST_CASE("manual: help is no wider than 80 columns", "[manual]") {
  std::string all = cli::overview() + cli::help_of_config();
  for (const cli::Command* command : cli::commands()) all += cli::help_of(command->syntax);
  std::string wide;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = all.find('\n', begin);
    const std::string line = all.substr(begin, end - begin);
    if (text::display_width(line) > 80) wide += line + '\n';
    begin = end + 1;
  }
  CHECK(wide == "");
}

TEST_CASE("manual: help tells all keys, or one of them", "[manual]") {
  const auto help = [](const std::string& topic) {
    cli::FakeConsole fake;
    const int status = cli::run(std::vector<std::string>{"help", topic}, fake.console);
    return std::to_string(status) + '\n' + fake.out.str() + fake.err.str();
  };
  CHECK(help("config") == "0\n" + cli::help_of_config());
  CHECK(help("blogsearch.yaml") == help("config"));
  CHECK(help("dates.order") ==
        "0\n"
        "  dates.order: strict | mdy | dmy\n"
        "      What `03/04/2022` means: `dmy` is the third of April, `mdy` the fourth of\n"
        "      March. Under `strict` it is an error, as nothing is guessed.\n"
        "      Default: strict\n"
        "      Example: dmy\n");
  CHECK(help("feeds.limt") ==
        "2\nblogsearch: error: there is no key \"feeds.limt\" [cli.usage]\n"
        "  hint: did you mean \"feeds.limit\"?\n");
  CHECK(help("feeds.everything") ==
        "2\nblogsearch: error: there is no key \"feeds.everything\" [cli.usage]\n"
        "  hint: \"blogsearch help config\" lists the keys\n");
}

TEST_CASE("manual: an option takes the values that are told of it, and no others", "[manual]") {
  for (const cli::Command* command : cli::commands())
    for (const cli::Option& option : command->syntax.options) {
      CAPTURE(std::string(command->syntax.command), std::string(option.name));
      if (option.choices.empty()) continue;
      cli::FakeConsole fake;
      CHECK(cli::run(std::vector<std::string>{std::string(command->syntax.command),
                                              std::string(option.name), "xyzzy", "x"},
                     fake.console) == 2);
      for (const std::string_view choice : option.choices) {
        CHECK(contains(fake.err.str(), choice));
        CHECK(contains(option.help, choice));
      }
    }
}

TEST_CASE("manual: groff has nothing to complain of", "[manual]") {
  if (lacks("groff")) return;
  CHECK(complaints("groff -t -man -Tutf8 -rLL=80n -ww -z") == "");
}

TEST_CASE("manual: mandoc has nothing to complain of but that pages have no date", "[manual]") {
  if (lacks("mandoc")) return;
  CHECK(complaints("mandoc -Tlint -Wwarning", "missing date") == "");
}
