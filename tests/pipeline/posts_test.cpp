// SPDX-License-Identifier: GPL-2.0-or-later
//
// One small post per feature of front matter: what is read of each is a line of
// fixtures/posts/expected.txt.
#include <cstdlib>
#include <fstream>

#include "pipeline/load.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/temp_dir.hpp"
#include "time/read.hpp"
#include "time/write.hpp"

using namespace blogsearch;

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

std::string described(const model::Post& post) {
  std::vector<std::string> names;
  for (const model::Person& person : post.authors) names.push_back(person.name);
  std::string out = std::filesystem::path(post.path).filename().string() + "\n";
  out += "  " + post.title + "\n";
  out += "  " + time::rfc3339(post.published);
  if (!(post.updated == post.published)) out += ", updated " + time::rfc3339(post.updated);
  out += "\n  " + post.url + "\n  [" + joined(post.tags) + "] by " + joined(names) + " in " +
         post.lang + "\n";
  if (!post.categories.empty()) out += "  categories " + joined(post.categories) + "\n";
  if (!post.series.empty()) out += "  series " + joined(post.series) + "\n";
  if (!post.image.src.empty()) out += "  image " + post.image.src + "\n";
  for (const model::Enclosure& each : post.enclosures)
    out += "  with " + each.url + " " + each.type + " " + std::to_string(each.length) + "\n";
  for (const model::Link& link : post.via) out += "  via " + link.url + "\n";
  for (const model::Link& link : post.related) out += "  see " + link.url + "\n";
  if (!post.external.empty()) out += "  about " + post.external + "\n";
  if (!post.rights.empty()) out += "  rights " + post.rights + "\n";
  if (!post.license.empty()) out += "  license " + post.license + "\n";
  if (!post.aliases.empty()) out += "  was " + joined(post.aliases) + "\n";
  if (!post.summary.empty()) out += "  summary: " + post.summary + "\n";
  if (!post.in_feeds) out += "  not in feeds\n";
  if (!post.in_search) out += "  not in the search\n";
  return out;
}

}  // namespace

TEST_CASE("pipeline: of every example post all is read that its front matter says",
          "[pipeline][golden]") {
  model::SiteConfig config;
  config.site.url = "https://e.org/";
  config.site.author.name = "the site";
  config.site.timezone = "Europe/Berlin";
  config.posts.paths = {FIXTURES_DIR "/posts"};
  const auto now = time::read("2025-01-01T00:00:00Z", time::Zone::utc())->timestamp;
  pipeline::Report report;
  Diagnostics findings;
  std::string out;
  const auto stock = pipeline::load(config, pipeline::find_files(config, findings), {now},
                                    pipeline::Memory(config), report, findings);
  REQUIRE(stock);
  for (const model::Post& post : stock->posts) out += described(post);
  for (const pipeline::LeftOut& post : report.held_back)
    out += std::filesystem::path(post.path).filename().string() + "\n  " + post.reason + "\n";
  out += "pages: " + std::to_string(report.pages) + "\n";
  out += support::lines_of(findings);

  const std::string expected = FIXTURES_DIR "/posts/expected.txt";
  const char* golden = std::getenv("BLOGSEARCH_GOLDEN");
  if (golden != nullptr && std::string(golden) == "write") std::ofstream(expected) << out;
  CHECK(out == support::slurp(expected));
}
