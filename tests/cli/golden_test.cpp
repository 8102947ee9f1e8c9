// SPDX-License-Identifier: GPL-2.0-or-later
//
// Runs every folder of fixtures/cli as the program would be run in a folder with its input, and
// compares everything that was said. fixtures/cli/README.md describes a case.
#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

#include "cli/fake_console.hpp"
#include "cli/run.hpp"
#include "support/catch.hpp"
#include "support/folders.hpp"
#include "support/golden.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;

namespace {

const fs::path cases = fs::path(FIXTURES_DIR) / "cli";

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(cases))
    if (fs::exists(entry.path() / "args")) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

struct Said {
  std::string out, err, exit;
};

/// The blog after a run with these words. Most cases share one, so each is made once.
const fs::path& made_before(const std::vector<std::string>& words) {
  static std::map<std::vector<std::string>, support::TempDir> made;
  const auto found = made.try_emplace(words);
  const fs::path& folder = found.first->second.path();
  if (!found.second) return folder;
  support::copy_folder(cases / "blog", folder);
  const support::Inside inside(folder);
  cli::FakeConsole unheard;
  REQUIRE(cli::run(words, unheard.console) == 0);
  return folder;
}

fs::path site_of(const fs::path& folder) {
  if (fs::exists(folder / "before")) return made_before(support::read_lines(folder / "before"));
  return fs::exists(folder / "input") ? folder / "input" : cases / "blog";
}

Said run_case(const fs::path& folder) {
  const support::TempDir site;
  support::copy_folder(site_of(folder), site.path());
  const support::Inside inside(site.path());
  cli::FakeConsole fake;
  for (const std::string& line : support::read_lines(folder / "environment"))
    fake.console.environment[line.substr(0, line.find('='))] = line.substr(line.find('=') + 1);
  fake.console.out_is_terminal = fake.console.err_is_terminal = fs::exists(folder / "terminal");
  const int status = cli::run(support::read_lines(folder / "args"), fake.console);
  return {fake.out.str(), fake.err.str(), std::to_string(status) + "\n"};
}

}  // namespace

TEST_CASE("cli: every finding of every case has a hint", "[cli]") {
  for (const std::string& name : case_names()) {
    CAPTURE(name);
    bool has_hint = true;
    for (const std::string& line : support::read_lines(cases / name / "expected.err")) {
      CAPTURE(line);
      const bool is_finding = line.find(": error: ") != std::string::npos ||
                              line.find(": warning: ") != std::string::npos;
      if (is_finding) CHECK(std::exchange(has_hint, false));
      if (line.rfind("  hint: ", 0) == 0) has_hint = true;
    }
    CHECK(has_hint);
  }
}

TEST_CASE("cli: every case says what it is expected to say", "[cli][golden]") {
  const std::string name = GENERATE(from_range(case_names()));
  CAPTURE(name);
  const Said said = run_case(cases / name);
  support::check_golden(said.out, cases / name / "expected.out");
  support::check_golden(said.err, cases / name / "expected.err");
  support::check_golden(said.exit, cases / name / "expected.exit");
}
