// SPDX-License-Identifier: GPL-2.0-or-later
//
// Runs every folder of fixtures/cli as the program would be run in a folder with its input, and
// compares everything that was said. fixtures/cli/README.md describes a case. With
// BLOGSEARCH_GOLDEN=write the expectations are rewritten: the diff is the review.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "cli/fake_console.hpp"
#include "cli/run.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;

namespace {

const fs::path cases = fs::path(FIXTURES_DIR) / "cli";

std::vector<std::string> read_lines(const fs::path& file) {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(cases))
    if (fs::exists(entry.path() / "args")) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

/// Makes a folder the current one for a while.
class Inside {
 public:
  explicit Inside(const fs::path& folder) : before_(fs::current_path()) {
    fs::current_path(folder);
  }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
  ~Inside() { fs::current_path(before_); }

 private:
  fs::path before_;
};

void copy_folder(const fs::path& from, const fs::path& to) {
  fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
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
  copy_folder(cases / "blog", folder);
  const Inside inside(folder);
  cli::FakeConsole unheard;
  REQUIRE(cli::run(words, unheard.console) == 0);
  return folder;
}

fs::path site_of(const fs::path& folder) {
  if (fs::exists(folder / "before")) return made_before(read_lines(folder / "before"));
  return fs::exists(folder / "input") ? folder / "input" : cases / "blog";
}

Said run_case(const fs::path& folder) {
  const support::TempDir site;
  copy_folder(site_of(folder), site.path());
  const Inside inside(site.path());
  cli::FakeConsole fake;
  for (const std::string& line : read_lines(folder / "environment"))
    fake.console.environment[line.substr(0, line.find('='))] = line.substr(line.find('=') + 1);
  fake.console.out_is_terminal = fake.console.err_is_terminal = fs::exists(folder / "terminal");
  const int status = cli::run(read_lines(folder / "args"), fake.console);
  return {fake.out.str(), fake.err.str(), std::to_string(status) + "\n"};
}

void compare(const std::string& actual, const fs::path& expected) {
  const char* mode = std::getenv("BLOGSEARCH_GOLDEN");
  if (mode != nullptr && std::string(mode) == "write")
    std::ofstream(expected, std::ios::binary) << actual;
  INFO(expected.filename());
  CHECK(actual == support::slurp(expected));
}

}  // namespace

TEST_CASE("cli: every case says what it is expected to say", "[cli][golden]") {
  const std::string name = GENERATE(from_range(case_names()));
  CAPTURE(name);
  const Said said = run_case(cases / name);
  compare(said.out, cases / name / "expected.out");
  compare(said.err, cases / name / "expected.err");
  compare(said.exit, cases / name / "expected.exit");
}
