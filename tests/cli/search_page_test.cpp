// SPDX-License-Identifier: GPL-2.0-or-later
//
// docs/search.md keeps its word: every command on it is run, and says what stands below it.
#include <string>
#include <vector>

#include "cli/fake_console.hpp"
#include "cli/run.hpp"
#include "support/catch.hpp"
#include "support/folders.hpp"
#include "support/page.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;

TEST_CASE("cli: what docs/search.md shows is what is said", "[cli]") {
  const support::TempDir site;
  support::copy_folder(FIXTURES_DIR "/cli/blog", site.path());
  const support::Inside inside(site.path());
  cli::FakeConsole build;
  const std::vector<std::string> words{"build", "--now", "2024-01-01"};
  REQUIRE(cli::run(words, build.console) == 0);
  const std::vector<support::Example> all = support::examples_of(SOURCE_DIR "/docs/search.md");
  CHECK(all.size() >= 4);
  for (const support::Example& example : all) {
    std::vector<std::string> args = support::split_command(example.command);
    REQUIRE(args.front() == "blogsearch");
    args.erase(args.begin());
    cli::FakeConsole shell;
    CHECK(cli::run(args, shell.console) == 0);
    CHECK(shell.out.str() == example.out);
  }
}
