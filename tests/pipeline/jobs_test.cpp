// SPDX-License-Identifier: GPL-2.0-or-later
//
// How many threads there are is in no output.
#include <xapian.h>

#include <random>

#include "blogsearch/pipeline/build.hpp"
#include "index/schema.hpp"
#include "pipeline/small_site.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/published.hpp"
#include "support/temp_dir.hpp"
#include "time/read.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;

namespace {

/// Made words, with Markdown of each kind that needs a parser's extensions.
std::string body_of(std::mt19937& random, std::size_t bytes) {
  const char* const marks[] = {
      "~~gone~~ ",   "www.example.com ",   "| a | b |\n|---|---|\n| c | d |\n\n",
      "**strong** ", "\n\n## Heading\n\n", "{{< mystery >}} ",
      "<b>raw</b> "};
  std::string body;
  while (body.size() < bytes) {
    for (int i = 0; i < 12; ++i) body += "w" + std::to_string(random() % 400) + ' ';
    body += marks[random() % std::size(marks)];
  }
  return body;
}

/// Enough text for several batches.
void write_posts(const support::TempDir& dir) {
  std::mt19937 random(7);
  for (int i = 0; i < 60; ++i) {
    const std::string name = std::to_string(i);
    dir.write("posts/" + name + ".md", "---\ntitle: Post " + name + "\ndate: 2023-01-0" +
                                           std::to_string(i % 9 + 1) + "\ntags: [t" +
                                           std::to_string(random() % 8) + "]\n---\n" +
                                           body_of(random, 12'000 + random() % 20'000));
  }
  dir.write("posts/bad.md", "---\ntitle: bad\ndate: 2023-13-01\n---\n");
}

struct Left {
  support::Tree feeds;
  std::string index, order, findings;
  std::size_t unknown = 0;

  bool operator==(const Left&) const = default;
};

/// The posts in the order of the database, with the numbers of their facets.
std::string order_of(const fs::path& folder) {
  const Xapian::Database database(folder.string());
  std::string out = database.get_metadata(index::facets_key);
  for (Xapian::docid i = 1; i <= database.get_lastdocid(); ++i)
    out += database.get_document(i).get_value(index::slot::made_of) +
           database.get_document(i).get_value(index::slot::facets);
  return out;
}

Left build(const support::TempDir& dir, std::size_t jobs, const std::string& name) {
  model::SiteConfig config = support::config_for(dir);
  config.feeds.out = dir.path() / name;
  config.search.index = dir.path() / (name + "-index");
  config.state.clear();
  pipeline::BuildOptions options{time::read("2024-01-01", time::Zone::utc())->timestamp};
  options.jobs = jobs;
  std::size_t told = 0;
  options.progress = [&told](std::string_view stage, std::size_t done, std::size_t) {
    if (stage == "indexing") CHECK(done == ++told);
  };
  Diagnostics findings;
  const pipeline::Report report = pipeline::build(config, options, findings);
  REQUIRE(report.published);
  return {support::tree_of(config.feeds.out), support::content_of(config.search.index),
          order_of(config.search.index), support::lines_of(findings),
          report.unknown_shortcodes.empty() ? 0 : report.unknown_shortcodes.front().posts};
}

}  // namespace

TEST_CASE("pipeline: whatever the number of threads, feeds, index and findings are the same",
          "[pipeline]") {
  const support::TempDir dir;
  write_posts(dir);
  const Left one = build(dir, 1, "one");
  CHECK(one.feeds.size() > 8);
  CHECK(one.unknown > 10);
  CHECK(one.findings.find("there is no month 13") != std::string::npos);
  for (const std::size_t jobs : {std::size_t{2}, std::size_t{16}}) {
    const Left many = build(dir, jobs, "many-" + std::to_string(jobs));
    CHECK(many == one);
  }
}
