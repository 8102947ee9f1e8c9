// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whole small sites: what is built of fixtures/sites/NAME must be, byte for byte, what stands in
// its expected/ folder.
#include "blogsearch/feed/writer.hpp"
#include "blogsearch/index/searcher.hpp"
#include "blogsearch/pipeline/build.hpp"
#include "support/catch.hpp"
#include "support/feed_checker.hpp"
#include "support/findings.hpp"
#include "support/folders.hpp"
#include "support/golden.hpp"
#include "support/temp_dir.hpp"
#include "time/read.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;

namespace {

const time::Timestamp now = time::read("2025-01-01T00:00:00Z", time::Zone::utc())->timestamp;

std::vector<fs::path> sites() {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(FIXTURES_DIR "/sites"))
    folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  return folders;
}

void compare(const fs::path& expected, const fs::path& built) {
  CAPTURE(built);
  if (support::is_rewriting()) {
    fs::create_directories(expected.parent_path());
    fs::copy_file(built, expected, fs::copy_options::overwrite_existing);
  }
  CHECK(support::slurp(built) == support::slurp(expected));
}

std::vector<std::string> files_below(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) names.push_back(entry.path().lexically_relative(folder).string());
  std::sort(names.begin(), names.end());
  return names;
}

/// By the rules of its format, where the file is a feed.
void check_rules(const fs::path& file) {
  CAPTURE(file);
  const std::string bytes = support::slurp(file);
  std::vector<std::string> broken;
  if (bytes.find("<feed ") != std::string::npos) broken = support::check_atom(bytes);
  if (bytes.find("<rss ") != std::string::npos) broken = support::check_rss(bytes);
  if (file.extension() == ".json") broken = support::check_json(bytes);
  CHECK(broken == std::vector<std::string>{});
}

}  // namespace

TEST_CASE("pipeline: the example sites are built as they always were", "[pipeline][golden][gfm]") {
  for (const fs::path& site : sites()) {
    CAPTURE(site);
    const support::TempDir dir;
    pipeline::Overrides overrides;
    support::copy_folder(site, dir.path() / "site");  // ids are kept beside the config
    overrides.config = dir.path() / "site/blogsearch.yaml";
    overrides.out = dir.path() / "out";
    overrides.index = dir.path() / "index";
    Diagnostics findings;
    const auto config = pipeline::configure(overrides, findings);
    REQUIRE(config);
    const pipeline::Report report = pipeline::build(*config, {now}, findings);
    CHECK_FALSE(findings.has_errors());
    CHECK(report.published);

    fs::copy_file(config->ledger, dir.path() / "out/blogsearch.ids");
    if (support::is_rewriting()) fs::remove_all(site / "expected");
    for (const std::string& name : files_below(dir.path() / "out")) {
      check_rules(dir.path() / "out" / name);
      if (name == feed::stylesheet_name) continue;  // one for all sites, in src/feed
      compare(site / "expected" / name, dir.path() / "out" / name);
    }
    std::vector<std::string> built = files_below(dir.path() / "out");
    built.erase(std::remove(built.begin(), built.end(), feed::stylesheet_name), built.end());
    CHECK(files_below(site / "expected") == built);
    CHECK(support::slurp(dir.path() / "out" / feed::stylesheet_name) == feed::stylesheet());
    const auto searcher = index::Searcher::open(dir.path() / "index");
    REQUIRE(searcher);
    CHECK(searcher->stats()->posts == report.posts);
  }
}
