// SPDX-License-Identifier: GPL-2.0-or-later
//
// The pages about feeds and posts keep their word: examples of config are read, the table of
// complaints names tests that exist.
#include <filesystem>
#include <set>
#include <sstream>

#include "blogsearch/pipeline/build.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;

namespace {

namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

std::string page() { return support::slurp(SOURCE_DIR "/docs/feeds.md"); }

/// All that stands between the two in a text.
Texts between(const std::string& text, const std::string& opening, const std::string& closing) {
  Texts out;
  for (std::size_t at = text.find(opening); at != text.npos; at = text.find(opening, at)) {
    at += opening.size();
    const std::size_t end = text.find(closing, at);
    REQUIRE(end != text.npos);
    out.push_back(text.substr(at, end - at));
    at = end + closing.size();
  }
  return out;
}

/// The names of all tests of the suite.
std::set<std::string> test_names() {
  std::set<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(SOURCE_DIR "/tests"))
    if (entry.path().filename().string().ends_with("_test.cpp"))
      for (std::string& name : between(support::slurp(entry.path()), "\nTEST_CASE(\"", "\""))
        names.insert(std::move(name));
  return names;
}

/// Of each complaint the cell with the tests that back its answer.
Texts backed_by() {
  Texts cells;
  std::istringstream lines(page());
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("| " + std::to_string(cells.size() + 1) + " |"))
      cells.push_back(line.substr(line.rfind(" | ") + 3));
  return cells;
}

}  // namespace

TEST_CASE("pipeline: every answer to a complaint about feeds is backed by tests", "[pipeline]") {
  const std::set<std::string> known = test_names();
  const Texts cells = backed_by();
  CHECK(cells.size() == 25);
  for (const std::string& cell : cells) {
    CAPTURE(cell);
    const Texts names = between(cell, "`", "`");
    CHECK_FALSE(names.empty());
    for (const std::string& name : names) {
      CAPTURE(name);
      CHECK(known.contains(name));
    }
  }
}

TEST_CASE("pipeline: every example of the pages about feeds and posts is a config", "[pipeline]") {
  const std::string name =
      GENERATE("README.md", "docs/feeds.md", "docs/posts.md", "docs/whole-config.md");
  const Texts examples = between(support::slurp(fs::path(SOURCE_DIR) / name), "```yaml\n", "```");
  CHECK(examples.size() >= (name == "docs/feeds.md" ? 7U : 1U));
  for (const std::string& example : examples) {
    CAPTURE(name, example);
    const std::string site = "site: {url: \"https://e.org/\"}\n";
    const support::TempDir dir;
    pipeline::Overrides overrides;
    overrides.config =
        dir.write("blogsearch.yaml", example.starts_with("site:") ? example : site + example);
    Diagnostics findings;
    CHECK(pipeline::configure(overrides, findings));
    CHECK(support::lines_of(findings) == "");
  }
}
