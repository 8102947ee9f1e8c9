// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where dates come from: whole builds, told by when each post would be due.
#include "pipeline/repository.hpp"
#include "pipeline/small_site.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using model::DateSource;
using support::build;
using support::config_for;
using support::Outcome;

namespace {

Outcome build_one(const std::string& name, const std::string& header,
                  const std::vector<DateSource>& sources = {DateSource::frontmatter,
                                                            DateSource::filename}) {
  const support::TempDir dir;
  dir.write("posts/" + name, "---\n" + header + "\n---\ntext\n");
  model::SiteConfig config = config_for(dir);
  config.site.timezone = "Europe/Berlin";
  config.posts.date_from = sources;
  return build(config);
}

}  // namespace

TEST_CASE("pipeline: where front matter has no date, a path in it or the file's has",
          "[pipeline]") {
  struct Row {
    std::string name, header, due;
  };
  const auto row = GENERATE(values<Row>({
      {"a.md", "date: 2012-01-02", "2012-01-02T00:00:00+01:00"},
      {"a.md", "permalink: /2025/01/23/title/", "2025-01-23T00:00:00+01:00"},
      {"a.md", "permalink: 2025/01/23/title", "2025-01-23T00:00:00+01:00"},
      {"a.md", "permalink: /2025/7/4.html", "2025-07-04T00:00:00+02:00"},
      {"a.md", "permalink: https://e.org/2025/01/23/title/", "2025-01-23T00:00:00+01:00"},
      {"a.md", "path: 2025/01/23/title", "2025-01-23T00:00:00+01:00"},
      {"a.md", "slug: 2025-01-23-title", "2025-01-23T00:00:00+01:00"},
      {"2013-05-05-title.md", "title: t", "2013-05-05T00:00:00+02:00"},
      {"2013-5-5-title.md", "title: t", "2013-05-05T00:00:00+02:00"},
      {"_posts/2013-05-05-title.md", "title: t", "2013-05-05T00:00:00+02:00"},
      {"2013/05/05/title/index.md", "title: t", "2013-05-05T00:00:00+02:00"},
      {"2013-05-05/index.md", "title: t", "2013-05-05T00:00:00+02:00"},
      {"2013-05-05/title.md", "title: t", "2013-05-05T00:00:00+02:00"},
      {"2013-05-05-title.de.md", "title: t", "2013-05-05T00:00:00+02:00"},
      // what stands in front matter wins
      {"2013-05-05-title.md", "date: 2012-01-02", "2012-01-02T00:00:00+01:00"},
      {"2013-05-05-title.md", "slug: 2025-01-23-title", "2025-01-23T00:00:00+01:00"},
      // no dates
      {"2022-report.md", "title: t", ""},
      {"1.2.3-release.md", "title: t", ""},
      {"a.md", "permalink: /2025/01/title/", ""},
      {"a.md", "permalink: /:year/:month/:day/", ""},
  }));
  CAPTURE(row.name, row.header);
  const Outcome outcome = build_one(row.name, row.header);
  CHECK(outcome.due == row.due);
  CHECK(outcome.report.pages == (row.due.empty() ? 1 : 0));
  CHECK(outcome.report.broken.empty());
}

TEST_CASE("pipeline: posts.date_from says which sources are asked, and in which order",
          "[pipeline]") {
  const std::string name = "2013-05-05-t.md";
  const std::string header = "date: 2012-01-02";
  CHECK(build_one(name, header, {DateSource::frontmatter}).due == "2012-01-02T00:00:00+01:00");
  CHECK(build_one(name, "title: t", {DateSource::frontmatter}).due == "");
  CHECK(build_one(name, header, {DateSource::filename, DateSource::frontmatter}).due ==
        "2013-05-05T00:00:00+02:00");
  CHECK(build_one("t.md", header, {DateSource::filename, DateSource::frontmatter}).due ==
        "2012-01-02T00:00:00+01:00");
  CHECK(build_one("t.md", header, {DateSource::filename}).due == "");
}

TEST_CASE("pipeline: a day that no calendar has is an error in a path too", "[pipeline]") {
  const Outcome file = build_one("2013-02-30-x.md", "title: t");
  CHECK(
      file.findings ==
      "the day in the name of 2013-02-30-x.md: February 2013 has no day 30 [time.impossible] (its "
      "last day is 2013-02-28; or add a line `date: …` to its front matter)\n");
  CHECK(file.report.broken.size() == 1);
  CHECK(build_one("1913-02-03-x.md", "title: t").report.broken.size() == 1);
  CHECK(build_one("2013/13/01/x.md", "title: t").report.broken.size() == 1);
  // when nobody needs it, nobody minds
  CHECK(build_one("2013-02-30-x.md", "date: 2013-02-28").findings == "");

  const Outcome permalink = build_one("x.md", "title: t\npermalink: /2013/02/30/x/");
  CHECK(permalink.findings ==
        "3:12 the day in \"/2013/02/30/x/\": February 2013 has no day 30 [time.impossible] (its "
        "last day is 2013-02-28; or add a line `date: …`)\n");
}

TEST_CASE("pipeline: git gives the dates that nobody wrote", "[pipeline]") {
  const support::Repository repository;
  repository.write("posts/a.md", "---\ntitle: a\n---\n");
  repository.write("posts/b.md", "---\ntitle: b\ndate: 2010-01-01\n---\n");
  repository.commit("2020-01-02T03:04:05+02:00");
  repository.write("posts/a.md", "---\ntitle: a\n---\nmore\n");
  repository.commit("2021-01-01T00:00:00Z");
  repository.write("posts/uncommitted.md", "---\ntitle: u\n---\n");

  model::SiteConfig config = config_for(repository.dir());
  config.posts.date_from = {DateSource::frontmatter, DateSource::filename, DateSource::git};
  Outcome outcome = build(config, "2024-01-01");
  CHECK(outcome.findings == "");
  CHECK(outcome.report.posts == 2);
  CHECK(outcome.report.pages == 1);
  std::string feed = support::slurp(config.feeds.out / "atom.xml");
  CHECK(feed.find("<published>2020-01-02T03:04:05+02:00</published>") != std::string::npos);
  CHECK(feed.find("2021-01-01") == std::string::npos);

  config.posts.updated_from = {DateSource::frontmatter, DateSource::git};
  outcome = build(config, "2024-01-01");
  feed = support::slurp(config.feeds.out / "atom.xml");
  CHECK(feed.find("<updated>2021-01-01T00:00:00Z</updated>") != std::string::npos);       // a
  CHECK(feed.find("<updated>2020-01-02T03:04:05+02:00</updated>") != std::string::npos);  // b
}

TEST_CASE("pipeline: git is asked only for what nobody wrote", "[pipeline]") {
  const support::TempDir dir;
  model::SiteConfig config = config_for(dir);
  config.posts.date_from = {DateSource::frontmatter, DateSource::git};
  dir.write("posts/a.md", "---\ntitle: a\ndate: 2020-01-01\n---\n");
  CHECK(build(config, "2024-01-01").report.published);

  // One that git would have to tell, where it cannot: then nothing is published.
  dir.write("posts/b.md", "---\ntitle: b\n---\n");
  const Outcome outcome = build(config, "2024-01-01");
  CHECK(outcome.findings ==
        "git cannot tell dates: the posts lie in no git repository [pipeline.no-git-history] "
        "(build in a clone of the site's repository, or take `git` out of posts.date_from and "
        "posts.updated_from)\n");
  CHECK_FALSE(outcome.report.published);
  CHECK(outcome.report.files_changed.empty());
}
