// SPDX-License-Identifier: GPL-2.0-or-later
//
// From where a site is built, and where it lies, is in no output.
#include <filesystem>
#include <optional>

#include "blogsearch/index/searcher.hpp"
#include "blogsearch/pipeline/build.hpp"
#include "blogsearch/pipeline/outputs.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/folders.hpp"
#include "support/published.hpp"
#include "support/temp_dir.hpp"
#include "time/read.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;

namespace {

struct Built {
  pipeline::Report report;
  Diagnostics findings;
};

/// A site with a config file, which has a warning where `is_odd`.
struct Place {
  support::TempDir dir;

  explicit Place(bool is_odd = false) {
    dir.write("blogsearch.yaml",
              "site: {title: T, url: https://e.org/}\nposts: {path: posts}\n"
              "feeds: {out: dist}\n");
    for (const char* name : {"a", "b", "c"})
      dir.write("posts/" + std::string(name) + ".md",
                "---\ntitle: " + std::string(name) + "\ndate: 2023-01-01\n---\nA nail.\n");
    dir.write("posts/sub/d.md", is_odd ? "---\ndate: 2023-01-01\n---\nA nail.\n"
                                       : "---\ntitle: d\ndate: 2023-01-01\n---\nA nail.\n");
  }

  /// `config`: as --config gives it.
  [[nodiscard]] Built build(const fs::path& from, std::optional<fs::path> config = {}) const {
    const support::Inside inside(dir.path() / from);
    Built built;
    pipeline::Overrides overrides;
    overrides.config = std::move(config);
    const auto read = pipeline::configure(overrides, built.findings);
    REQUIRE(read);
    built.report = pipeline::build(*read, {time::read("2024-01-01", time::Zone::utc())->timestamp},
                                   built.findings);
    REQUIRE(built.report.published);
    Diagnostics flaws;
    (void)pipeline::check_outputs(*read, {}, flaws);
    CHECK(support::lines_of(flaws) == "");
    return built;
  }
};

std::string files_of(const Diagnostics& findings) {
  std::string files;
  for (const Diagnostic& finding : findings) files += finding.file + '\n';
  return files;
}

}  // namespace

TEST_CASE("pipeline: a site that is built from another folder has nothing to do", "[pipeline]") {
  const Place place;
  CHECK(place.build("").report.fresh == 4);
  const auto before = support::stamps_of(place.dir.path());
  struct Row {
    const char* from;
    std::optional<fs::path> config;
  };
  const auto row = GENERATE(values<Row>({{"posts", {}},
                                         {"posts/sub", {}},
                                         {"", "blogsearch.yaml"},
                                         {"posts", "../blogsearch.yaml"},
                                         {"dist", "../posts/../blogsearch.yaml"}}));
  CAPTURE(row.from, row.config.value_or(""));
  const Built built = place.build(row.from, row.config);
  CHECK(built.report.unchanged == 4);
  CHECK(built.report.seconds.empty());  // it went through no stage
  CHECK(support::stamps_of(place.dir.path()) == before);
  place.dir.write("posts/a.md", "---\ntitle: a\ndate: 2023-01-01\n---\nA screw.\n");
  const pipeline::Report report = place.build(row.from, row.config).report;
  CHECK(report.unchanged == 3);
  CHECK(report.changed == 1);
}

TEST_CASE("pipeline: a site that has moved has nothing to index", "[pipeline]") {
  Place place;
  REQUIRE(place.build("").report.fresh == 4);
  const fs::path old = place.dir.path() / "old";
  fs::create_directory(old);
  for (const char* name : {"blogsearch.yaml", "blogsearch.ids", "posts", "dist", ".blogsearch"})
    fs::rename(place.dir.path() / name, old / name);
  const Built built = place.build("old");
  CHECK(built.report.unchanged == 4);
  CHECK(built.report.files_changed.empty());
  CHECK_FALSE(fs::exists(old / ".blogsearch/index/gen-000002"));
}

TEST_CASE("pipeline: findings name files as they are seen from where one stands", "[pipeline]") {
  const Place place(true);
  CHECK(files_of(place.build("").findings) == "posts/sub/d.md\n");
  const auto index = [&place] {
    return support::slurp(place.dir.path() / ".blogsearch/index/XAPIANDB");
  };
  const std::string before = index();
  CHECK(files_of(place.build("posts").findings) == "sub/d.md\n");
  CHECK(files_of(place.build("posts").findings) == "sub/d.md\n");
  const Built built = place.build("posts/sub", "../../blogsearch.yaml");
  CHECK(files_of(built.findings) == "../../posts/sub/d.md\n");
  CHECK(built.report.unchanged == 4);
  CHECK(built.report.files_changed.empty());
  CHECK(index() == before);
}

TEST_CASE("pipeline: the index knows posts by their paths from the site's folder", "[pipeline]") {
  const Place place;
  (void)place.build("posts/sub");
  const auto searcher = index::Searcher::open(place.dir.path() / ".blogsearch/index");
  REQUIRE(searcher);
  const auto answer = searcher->search({"title:d"});
  REQUIRE(answer);
  REQUIRE(answer->hits.size() == 1);
  CHECK(answer->hits[0].path == "posts/sub/d.md");
}
