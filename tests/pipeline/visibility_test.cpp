// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/small_site.hpp"
#include "support/catch.hpp"
#include "time/write.hpp"

using namespace blogsearch;
using support::Outcome;

namespace {

std::string list_of(const Outcome& outcome) {
  std::string out;
  for (const auto& entry : outcome.report.held_back)
    out += std::filesystem::path(entry.path).filename().string() + ": " + entry.reason + "\n";
  return out;
}

}  // namespace

TEST_CASE("pipeline: what lies in _drafts is a draft", "[pipeline]") {
  const support::TempDir dir;
  const model::SiteConfig config = support::config_for(dir);
  dir.write("posts/_drafts/a.md", "---\ntitle: secret\ndate: 2024-01-01\n---\n");
  dir.write("posts/blog/_drafts/b/c.md", "---\ntitle: secret\n---\n");
  dir.write("posts/d.md", "---\ntitle: secret\ndraft: true\n---\n");
  dir.write("posts/e.md", "---\ntitle: seen\ndate: 2024-01-01\n---\n");
  const Outcome outcome = support::build(config, "2024-06-01");
  CHECK(outcome.findings == "");
  CHECK(list_of(outcome) == "a.md: draft\nc.md: draft\nd.md: draft\n");
  CHECK(outcome.report.posts == 1);
  for (const char* name : {"atom.xml", "rss.xml", "feed.json"})
    CHECK(support::slurp(config.feeds.out / name).find("secret") == std::string::npos);

  // Drafts can be asked for; without a date they still cannot be placed in a feed.
  const Outcome with_drafts = support::build(config, "2024-06-01", true);
  CHECK(with_drafts.report.posts == 2);
  CHECK(list_of(with_drafts) == "c.md: draft without a date\nd.md: draft without a date\n");
}

TEST_CASE("pipeline: a post is seen from the second it is due", "[pipeline]") {
  const support::TempDir dir;
  const model::SiteConfig config = support::config_for(dir);
  dir.write("posts/a.md", "---\ntitle: a\ndate: 2024-06-01T12:00:00+02:00\n---\n");
  dir.write("posts/b.md", "---\ntitle: b\ndate: 2024-06-03\n---\n");
  const Outcome before = support::build(config, "2024-06-01T09:59:59Z");
  CHECK(before.report.posts == 0);
  REQUIRE(before.report.next_due);
  CHECK(time::rfc3339_utc(*before.report.next_due) == "2024-06-01T10:00:00Z");

  const Outcome then = support::build(config, "2024-06-01T10:00:00Z");
  CHECK(then.report.posts == 1);
  REQUIRE(then.report.next_due);
  CHECK(time::rfc3339_utc(*then.report.next_due) == "2024-06-03T00:00:00Z");
  CHECK_FALSE(support::build(config, "2024-06-03").report.next_due);
}

TEST_CASE("pipeline: the page of a section is no post", "[pipeline]") {
  const support::TempDir dir;
  dir.write("posts/_index.md", "---\ntitle: s\ndate: 2024-01-01\n---\n");
  dir.write("posts/a/_index.md", "---\ntitle: [\n---\n");
  dir.write("posts/a/b.md", "---\ntitle: b\ndate: 2024-01-01\n---\n");
  dir.write("posts/README.md", "# Read me\n");
  const Outcome outcome = support::build(support::config_for(dir), "2024-06-01");
  CHECK(outcome.findings == "");
  CHECK(outcome.report.posts == 1);
  CHECK(outcome.report.pages == 3);
}

TEST_CASE("pipeline: when no file has a date, what was published stays", "[pipeline]") {
  const support::TempDir dir;
  const model::SiteConfig config = support::config_for(dir);
  dir.write("posts/a.md", "---\ntitle: a\ndate: 2024-01-01\n---\n");
  CHECK(support::build(config, "2024-06-01").report.published);
  const std::string before = support::slurp(config.feeds.out / "atom.xml");

  dir.write("posts/a.md", "---\ntitle: a\n---\n");
  dir.write("posts/b.md", "no header at all\n");
  const Outcome outcome = support::build(config, "2024-06-01");
  CHECK(outcome.findings ==
        "2 files match posts.include, none has a date; nothing was written [pipeline.no-posts] "
        "(add a line `date: 2024-05-17` to the front matter of each post, or `posts: {date_from: "
        "[frontmatter, filename, git]}` to blogsearch.yaml)\n");
  CHECK_FALSE(outcome.report.published);
  CHECK(support::slurp(config.feeds.out / "atom.xml") == before);

  // Nor when every post is broken: the errors say why.
  dir.write("posts/a.md", "---\ntitle: a\ndate: never\n---\n");
  dir.write("posts/b.md", "---\ntitle: b\ndate: 2024-02-30\n---\n");
  CHECK_FALSE(support::build(config, "2024-06-01").report.published);
  CHECK(support::slurp(config.feeds.out / "atom.xml") == before);
}
