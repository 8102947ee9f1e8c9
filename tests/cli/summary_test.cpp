// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/summary.hpp"

#include "support/catch.hpp"

using namespace blogsearch;
using namespace blogsearch::cli;

namespace {

pipeline::Report sample() {
  pipeline::Report report;
  report.read = 17;
  report.posts = 12;
  report.pages = 1;
  report.held_back = {{"posts/a.md", "draft"}, {"posts/b.md", "future"}};
  report.broken = {{"posts/c\x1b.md", "no title"}};
  report.files = {"dist/atom.xml", "dist/tags/rust/atom.xml"};
  report.files_changed = report.files;
  pipeline::FeedChanges& entries = report.entries.emplace();
  entries.fresh = {{"urn:1", "https://e.org/1/", "One", {}}};
  entries.id_changes = {
      {{"urn:2", "https://e.org/2/", "Two", {}}, {"urn:3", "https://e.org/2/", "Two", {}}}};
  report.next_due = time::Timestamp{std::chrono::sys_seconds{std::chrono::seconds{1'671'058'800}},
                                    std::chrono::minutes{60}};
  report.seconds = {{"read", 0.1234567}, {"index", 2}};
  return report;
}

}  // namespace

TEST_CASE("cli: a build is told in a line", "[cli]") {
  CHECK(headline(sample()) == "12 posts (2 held back, 1 broken)");
  pipeline::Report one;
  one.posts = 1;
  CHECK(headline(one) == "1 post");
  one.posts = 0;
  one.pages = 2;
  CHECK(headline(one) == "0 posts (2 files without a date)");
}

TEST_CASE("cli: the details name every file that is left out", "[cli]") {
  CHECK(details(sample()) ==
        "held back: posts/a.md: draft\n"
        "held back: posts/b.md: future\n"
        "broken: posts/c\uFFFD.md: no title\n"
        "1 page without a date, in no feed\n"
        "the next post is due at 2022-12-15T00:00:00+01:00\n"
        "read 0.12 s, index 2.00 s\n");
  CHECK(details({}).empty());
}

TEST_CASE("cli: the details name each kind of shortcode that is not known", "[cli]") {
  pipeline::Report report;
  report.unknown_shortcodes = {{"{% box %}", 1, "posts/a.md"}, {"{{< new-in >}}", 12, "b\x1b.md"}};
  CHECK(details(report) ==
        "unknown shortcode: {% box %} in 1 post, first in posts/a.md\n"
        "unknown shortcode: {{< new-in >}} in 12 posts, first in b\uFFFD.md\n");
}

TEST_CASE("cli: the report of a build names changed files relative to the output folder", "[cli]") {
  model::SiteConfig config;
  config.feeds.out = "./dist/";
  pipeline::Report report = sample();
  report.files_changed.front() = std::filesystem::absolute("dist/atom.xml");
  CHECK(
      write_json(json_of(report, config, 4096)) ==
      R"({"read":17,"posts":12,"new":0,"changed":0,"unchanged":0,"removed":0,"pages":1,"held_back":[{"path":"posts/a.md","reason":"draft"},)"
      R"({"path":"posts/b.md","reason":"future"}],"broken":[{"path":"posts/c\u001b.md",)"
      R"("reason":"no title"}],"files_changed":["atom.xml","tags/rust/atom.xml"],"files_removed":[],)"
      R"("entries":{"new":[{"id":"urn:1","url":"https://e.org/1/","title":"One"}],"changed":[],)"
      R"("vanished":[],"id_changes":[{"url":"https://e.org/2/","before":"urn:2","after":"urn:3"}]},)"
      R"("next_due":"2022-12-14T23:00:00Z","seconds":{"read":0.123,"index":2.0},)"
      R"("peak_rss_bytes":4096})");
}

TEST_CASE("cli: this process holds some memory", "[cli]") { CHECK(peak_rss_bytes() > 1'000'000); }

TEST_CASE("cli: the details name new ids, and posts known again under another name", "[cli]") {
  pipeline::Report report;
  report.ids = {{"posts/a.md", "https://e.org/a/", ""}, {"posts/c.md", "urn:x:\x1b", "posts/b.md"}};
  CHECK(details(report) ==
        "new id: posts/a.md: https://e.org/a/\n"
        "known again: posts/c.md, before posts/b.md: urn:x:\uFFFD\n");
}
