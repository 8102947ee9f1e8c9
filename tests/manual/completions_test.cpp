// SPDX-License-Identifier: GPL-2.0-or-later
//
// The completions, as real shells give them for the site of fixtures/manual.
#include "manual/completions.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/fake_console.hpp"
#include "cli/run.hpp"
#include "faults/process.hpp"
#include "support/catch.hpp"
#include "support/folders.hpp"
#include "support/golden.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;

namespace {

using Words = std::vector<std::string>;

const fs::path folder = SOURCE_DIR "/packaging/completions";

/// The site, built; made once.
const fs::path& site() {
  static const support::TempDir dir;
  static const fs::path built = [] {
    fs::path path = dir.path() / "site";
    support::copy_folder(FIXTURES_DIR "/manual/site", path);
    const support::Inside inside(path);
    cli::FakeConsole unheard;
    const Words words{"build", "--now", "2024-01-01"};
    REQUIRE(cli::run(words, unheard.console) == 0);
    return path;
  }();
  return built;
}

faults::Ended in_site(const std::string& program, const Words& words) {
  const std::string path = fs::path(BLOGSEARCH_PROGRAM).parent_path().string() + ":/usr/bin:/bin";
  return faults::run({.words = words,
                      .folder = site(),
                      .environment = {{"PATH", path},
                                      {"HOME", site().string()},
                                      {"XDG_CONFIG_HOME", site() / "none"},
                                      {"XDG_DATA_HOME", site() / "none"},
                                      {"TERM", "dumb"},
                                      {"LC_ALL", "C.UTF-8"}},
                      .program = program});
}

/// Tells that a test completes nothing.
bool lacks(const std::string& shell) {
  const bool is_there = in_site("/bin/sh", {"-c", "command -v " + shell}).status == 0;
  if (!is_there) WARN(shell << " is not installed: nothing was completed");
  return !is_there;
}

/// What `blogsearch suggest --for` says in the site.
std::string asked(Words words, const fs::path& where = site()) {
  words.insert(words.begin(), {"suggest", "--for"});
  const support::Inside inside(where);
  cli::FakeConsole fake;
  CHECK(cli::run(words, fake.console) == 0);
  CHECK(fake.err.str() == "");
  return fake.out.str();
}

void check_tables(const fs::path& file, const std::string& tables) {
  const std::string begin =
      "# tables: what follows is made of the program's own by `make golden`\n";
  const std::string end = "# end of tables\n";
  std::string text = support::slurp(file);
  const std::size_t from = text.find(begin) + begin.size();
  const std::size_t to = text.find(end);
  CAPTURE(file);
  REQUIRE(from <= to);
  if (support::is_rewriting()) std::ofstream(file) << text.replace(from, to - from, tables);
  const std::string now = support::slurp(file);
  CHECK(now.substr(from, now.find(end) - from) == tables);
}

struct Case {
  std::string line;
  Words completed;
};

/// What all three shells do alike.
const std::vector<Case> common{
    {"blogsearch sug", {"suggest"}},
    {"blogsearch help conf", {"config"}},
    {"blogsearch build --dry", {"--dry-run"}},
    {"blogsearch build --messages ", {"json", "sarif", "text"}},
    {"blogsearch query --sort ne", {"newest"}},
    {"blogsearch adopt ol", {"old.xml"}},
    {"blogsearch build --site-url x --config blogsearch.y", {"blogsearch.yaml"}},
    {"blogsearch query @r", {"@rust-news"}},
    {"blogsearch query memory @r", {}},
    {"blogsearch query aut", {"author:"}},
    {"blogsearch query cabb", {"cabbage"}},
    {"blogsearch suggest cabb", {"cabbage"}},
    {"blogsearch query tag:nothing", {}},
    {"blogsearch query --index none tag:", {}},
    {"blogsearch query --index .blogsearch/index lang:", {"lang:de", "lang:en"}},
    {"blogsearch query tag:ru", {"tag:rust"}},
    {"blogsearch query memory -tag:gar", {"-tag:garden", "-tag:garten"}},
    {"blogsearch related https://shed.example/ru", {"https://shed.example/rust/"}},
};

using Complete = std::string (*)(const Words& lines);

/// Each shell is started once for all lines; behind the words of each it says `==`.
void check(Complete complete, const std::vector<Case>& cases) {
  Words lines;
  for (const Case& one : cases) lines.push_back(one.line);
  std::istringstream said(complete(lines));
  for (const Case& one : cases) {
    Words words;
    for (std::string word; std::getline(said, word) && word != "==";)
      if (!word.empty()) words.push_back(word);
    std::sort(words.begin(), words.end());
    CAPTURE(one.line);
    CHECK(words == one.completed);
  }
}

std::string said_by(const std::string& shell, Words words, const Words& lines) {
  words.insert(words.end(), lines.begin(), lines.end());
  const faults::Ended ended = in_site(shell, words);
  CHECK(ended.err == "");
  return ended.out;
}

std::string by_bash(const Words& lines) {
  const std::string script =
      "source " + (folder / "blogsearch.bash").string() +
      "; for COMP_LINE; do COMP_POINT=${#COMP_LINE}; _blogsearch; printf '%s\\n' "
      "\"${COMPREPLY[@]}\" ==; done";
  return said_by("bash", {"--norc", "--noprofile", "-c", script, "bash"}, lines);
}

std::string by_fish(const Words& lines) {
  const std::string script = "source " + (folder / "blogsearch.fish").string() +
                             "; for line in $argv; complete -C $line | string replace -r "
                             "'\\t.*' ''; echo ==; end";
  return said_by("fish", {"-N", "-c", script}, lines);
}

std::string by_zsh(const Words& lines) {
  return said_by("zsh", {"-f", SOURCE_DIR "/tests/manual/complete.zsh", folder.string()}, lines);
}

}  // namespace

TEST_CASE("manual: the tables of the completions are the program's", "[manual][golden]") {
  check_tables(folder / "blogsearch.bash", manual::bash_tables());
  check_tables(folder / "_blogsearch", manual::zsh_tables());
  check_tables(folder / "blogsearch.fish", manual::fish_tables());
}

TEST_CASE("manual: suggest --for says what the last word may be", "[manual]") {
  CHECK(asked({"query", "--", "tag:"}) ==
        "tag:garden\t2 posts\ntag:rust\t2 posts\ntag:c++\t1 post\ntag:garten\t1 post\n"
        "tag:\"static sites\"\t1 post\ntag:tools\t1 post\n");
  CHECK(asked({"query", "--", "-tag:\"STA"}) == "-tag:\"static sites\"\t1 post\n");
  CHECK(asked({"query", "author:"}) ==
        "author:\"Ida Moor\"\t4 posts\nauthor:\"Ada Lovelace\"\t1 post\n");
  CHECK(asked({"query", "lang:d"}) == "lang:de\t1 post\n");
  CHECK(asked({"query", "section:"}) == "section:garden\t2 posts\nsection:de\t1 post\n");
  CHECK(asked({"query", "date:"}) == "date:2023\t4 posts\ndate:2022\t1 post\n");
  CHECK(asked({"query", "sort:o"}) == "sort:oldest\torder\n");
  CHECK(asked({"query", "title:"}) == "");
  CHECK(asked({"query", "nofield:"}) == "");
  CHECK(asked({"query", "@"}) ==
        "@rust-news\ttag:rust sort:newest\n@soil\ttag:garden OR heading:beds\n");
  CHECK(asked({"query", "rust", "@"}) == "");
  CHECK(asked({"query", "se"}) == "section:\tfield\nseries:\tfield\nseine\t1 post\n");
  CHECK(asked({"query", "+memo"}) == "+memory\t2 posts\n");
  CHECK(asked({"word", "memo"}) == "memory\t2 posts\n");
  CHECK(asked({"post", "https://shed.example/g"}) ==
        "https://shed.example/garden/soil/\tpost\nhttps://shed.example/generator/\tpost\n"
        "https://shed.example/garden/ladder/\tpost\n");
}

TEST_CASE("manual: suggest --for is silent where there is no index", "[manual]") {
  const support::TempDir nowhere;
  for (const char* what : {"query", "word", "post"})
    CHECK(asked({what, "--", "tag:"}, nowhere.path()) == "");
  nowhere.write("blogsearch.yaml", "site: [");
  CHECK(asked({"query", "--", ""}, nowhere.path()) == "");
}

TEST_CASE("manual: bash completes commands, options and what is in the index", "[manual]") {
  if (lacks("bash")) return;
  std::vector<Case> cases = common;
  // bash puts in what is behind the last colon only, as it breaks words there.
  const auto is_broken = [](const Case& one) { return one.line.find(':') != std::string::npos; };
  cases.erase(std::remove_if(cases.begin(), cases.end(), is_broken), cases.end());
  const std::vector<Case> own{
      {"blogsearch query tag:ru", {"rust"}},
      {"blogsearch query memory -tag:gar", {"garden", "garten"}},
      {"blogsearch query tag:nothing", {}},
      {"blogsearch query --index none tag:", {}},
      {"blogsearch query --index=.blogsearch/index lang:", {"de", "en"}},
      {"blogsearch query tag:st", {R"(\"static\ sites\")"}},
      {R"(blogsearch query tag:\"st)", {R"(\"static\ sites\")"}},
      {"blogsearch query 'tag:st", {R"(tag:"static sites")"}},
      {"blogsearch query --sort=ol", {"oldest"}},
      {"blogsearch related https://shed.example/ru", {"//shed.example/rust/"}},
      {"blogsearch check --html pub", {"public"}},
      {"blogsearch --v", {"--version"}},
  };
  cases.insert(cases.end(), own.begin(), own.end());
  check(by_bash, cases);
}

TEST_CASE("manual: fish completes commands, options and what is in the index", "[manual]") {
  if (lacks("fish")) return;
  std::vector<Case> cases = common;
  cases.push_back({"blogsearch query tag:st", {R"(tag:"static sites")"}});
  cases.push_back({"blogsearch check --html pub", {"public/"}});
  cases.push_back({"blogsearch --v", {"--version"}});
  check(by_fish, cases);
}

TEST_CASE("manual: zsh completes commands, options and what is in the index", "[manual]") {
  if (lacks("zsh")) return;
  std::vector<Case> cases = common;
  cases.push_back({"blogsearch query tag:st", {R"(tag:\"static\ sites\")"}});
  cases.push_back({"blogsearch check --html pub", {"public"}});
  cases.push_back({"blogsearch --v", {"--version"}});
  check(by_zsh, cases);
}
