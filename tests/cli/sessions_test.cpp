// SPDX-License-Identifier: GPL-2.0-or-later
//
// What README.md and docs/first-steps.md show of a terminal is what a terminal shows. `make golden`
// writes it anew.
#include "cli/session.hpp"
#include "support/catch.hpp"
#include "support/folders.hpp"
#include "support/golden.hpp"
#include "support/page.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;

TEST_CASE("cli: what the first pages show of a terminal is what it shows", "[cli][golden]") {
  const std::string page = GENERATE("README.md", "docs/first-steps.md");
  CAPTURE(page);
  const support::TempDir site;
  support::copy_folder(FIXTURES_DIR "/docs/site", site.path());
  if (page != "README.md") fs::remove(site.path() / "hugo.toml");  // nothing says where it is
  const support::Inside inside(site.path());
  support::check_golden(cli::replay(fs::path(SOURCE_DIR) / page), fs::path(SOURCE_DIR) / page);
}

TEST_CASE("cli: from nothing to the first hit it is two commands and one edit", "[cli]") {
  const fs::path page = SOURCE_DIR "/docs/first-steps.md";
  CHECK(support::examples_of(page).size() <= 2);
  std::size_t edits = 0;
  for (const support::Block& block : support::blocks_of(page))
    edits += block.language == "diff" ? 1 : 0;
  CHECK(edits <= 1);
}
