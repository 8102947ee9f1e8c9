// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/feed_plan.hpp"

#include <algorithm>

#include "pipeline/site_of.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"

using namespace blogsearch;
using model::FeedKind;
using model::Format;
using model::Post;

namespace {

Post post(int number, std::vector<std::string> tags) {
  Post post;
  post.url = post.id = "https://e.org/" + std::to_string(number) + "/";
  post.path = std::to_string(number) + ".md";
  post.title = std::to_string(number);
  post.published.instant = std::chrono::sys_seconds(std::chrono::seconds(1'000'000 - number));
  post.updated = post.published;
  post.tags = std::move(tags);
  post.lang = "en";
  post.authors = {{"Ada", "", ""}};
  return post;
}

model::SiteConfig config() {
  model::SiteConfig config;
  config.site.title = "S";
  config.site.url = config.feeds.url = "https://e.org/";
  config.feeds.formats = {Format::atom};
  return config;
}

/// A line a feed: `path: posts`.
std::string planned(const model::SiteConfig& config, std::vector<Post> posts,
                    std::string* findings = nullptr) {
  Diagnostics told;
  const pipeline::Site site = support::site_of(config, posts);
  std::string out;
  for (const pipeline::Feed& feed : pipeline::plan_feeds(site, told)) {
    for (const Format format : feed.formats)
      out += feed.paths[static_cast<std::size_t>(format)] + " ";
    out += "\"" + feed.title + "\"";
    for (const std::size_t i : feed.posts) out += " " + site.posts()[i].title;
    out += "\n";
  }
  if (findings != nullptr)
    *findings = support::lines_of(told);
  else
    CHECK(support::lines_of(told) == "");
  return out;
}

}  // namespace

TEST_CASE("pipeline: every tag has a feed, whatever signs it is written with", "[pipeline]") {
  CHECK(planned(config(), {post(1, {"c++", "c"}), post(2, {"c#"}), post(3, {"Ünï", "foo bar"}),
                           post(4, {"🎉", ".net", "日本"})}) ==
        "atom.xml \"S\" 1 2 3 4\n"
        "tags/dot-net/atom.xml \"S: .net\" 4\n"
        "tags/c/atom.xml \"S: c\" 1\n"
        "tags/c-sharp/atom.xml \"S: c#\" 2\n"
        "tags/c-plus-plus/atom.xml \"S: c++\" 1\n"
        "tags/foo-bar/atom.xml \"S: foo bar\" 3\n"
        "tags/ünï/atom.xml \"S: Ünï\" 3\n"
        "tags/日本/atom.xml \"S: 日本\" 4\n"
        "tags/u1f389/atom.xml \"S: 🎉\" 4\n");
}

TEST_CASE("pipeline: terms that differ in letter case alone are one, others never", "[pipeline]") {
  std::string findings;
  CHECK(planned(config(), {post(1, {"Rust"}), post(2, {"rust", "RUST"})}) ==
        "atom.xml \"S\" 1 2\ntags/rust/atom.xml \"S: Rust\" 1 2\n");
  CHECK(planned(config(), {post(1, {"foo bar"}), post(2, {"foo-bar"})}, &findings) ==
        "atom.xml \"S\" 1 2\ntags/foo-bar/atom.xml \"S: foo bar\" 1\n");
  CHECK(findings ==
        "tag \"foo bar\" and tag \"foo-bar\" would have one file: tags/foo-bar/atom.xml "
        "[pipeline.feed-collision] (write both terms in one way, or give one its own slug in "
        "`feeds: {slugs: {TERM: SLUG}}`)\n");
  model::SiteConfig mended = config();
  mended.feeds.choice.slugs["foo-bar"] = "foo_bar";
  CHECK(planned(mended, {post(1, {"foo bar"}), post(2, {"foo-bar"})}) ==
        "atom.xml \"S\" 1 2\ntags/foo-bar/atom.xml \"S: foo bar\" 1\n"
        "tags/foo_bar/atom.xml \"S: foo-bar\" 2\n");
}

TEST_CASE("pipeline: categories, authors, sections and languages have feeds when asked for",
          "[pipeline]") {
  Post first = post(1, {"x"});
  first.categories = {"Tools"};
  first.authors = {{"Ada", "", ""}, {"Bob B.", "", ""}};
  first.section = "notes";
  Post second = post(2, {});
  second.lang = "de";
  model::SiteConfig asked = config();
  asked.feeds.choice.by = {FeedKind::lang, FeedKind::category, FeedKind::author, FeedKind::section};
  CHECK(planned(asked, {first, second}) ==
        "atom.xml \"S\" 1 2\n"
        "categories/tools/atom.xml \"S: Tools\" 1\n"
        "authors/ada/atom.xml \"S: Ada\" 1 2\n"
        "authors/bob-b/atom.xml \"S: Bob B.\" 1\n"
        "notes/atom.xml \"S: notes\" 1\n"
        "de/atom.xml \"S (de)\" 2\n"
        "en/atom.xml \"S (en)\" 1\n");
  asked.feeds.choice.by = {};
  CHECK(planned(asked, {first, second}) == "atom.xml \"S\" 1 2\n");
}

TEST_CASE("pipeline: feeds of two kinds that would have one file are parted by their paths",
          "[pipeline]") {
  Post german = post(1, {});
  german.section = german.lang = "de";
  model::SiteConfig asked = config();
  asked.feeds.choice.by = {FeedKind::section, FeedKind::lang};
  std::string findings;
  CHECK(planned(asked, {german}, &findings) == "atom.xml \"S\" 1\nde/atom.xml \"S: de\" 1\n");
  CHECK(
      findings ==
      "section \"de\" and language \"de\" would have one file: de/atom.xml "
      "[pipeline.feed-collision] (give one of the two another path, in `feeds: {paths: {KIND: …}}` "
      "or `feeds: {extra: …}`)\n");
  asked.feeds.choice.paths[FeedKind::lang] = {"lang/{slug}/{file}", "", ""};
  CHECK(planned(asked, {german}) ==
        "atom.xml \"S\" 1\nde/atom.xml \"S: de\" 1\nlang/de/atom.xml \"S (de)\" 1\n");
}

TEST_CASE("pipeline: a feed of the site's choice has the posts that fit all conditions",
          "[pipeline]") {
  Post draftish = post(3, {"Rust", "Drafty"});
  Post german = post(4, {"rust"});
  german.lang = "de";
  Post hidden = post(5, {"rust"});
  hidden.in_feeds = false;
  model::SiteConfig chosen = config();
  chosen.feeds.choice.by = {};
  model::ExtraFeed extra;
  extra.path = "rust.xml";
  extra.title = "Rust only";
  extra.tags = {"rust", "cargo"};
  extra.excluded = {"drafty"};
  extra.lang = "en";
  extra.formats = {Format::rss, Format::atom, Format::json};
  chosen.feeds.choice.extra = {extra};
  CHECK(planned(chosen,
                {post(1, {"rust"}), post(2, {"cargo"}), draftish, german, hidden, post(6, {})}) ==
        "atom.xml \"S\" 1 2 3 4 6\nrust.xml rust.atom.xml rust.json \"Rust only\" 1 2\n");
}

TEST_CASE("pipeline: no tag makes a name that no disk takes", "[pipeline]") {
  std::string longest;
  for (int i = 0; i < 2000; ++i) longest += "ü";
  std::string name;
  for (int i = 0; i < 60; ++i) name += "ü";
  CHECK(planned(config(), {post(1, {longest})}) ==
        "atom.xml \"S\" 1\ntags/" + name + "/atom.xml \"S: " + longest + "\" 1\n");
}

TEST_CASE("pipeline: old paths of feeds are kept, and none leads out of the folder", "[pipeline]") {
  model::SiteConfig kept = config();
  kept.feeds.formats = {Format::atom, Format::rss};
  kept.feeds.choice.paths[FeedKind::main] = {"", "index.xml", ""};
  kept.feeds.choice.paths[FeedKind::tag] = {"feed/by_tag/{slug:zola}.xml",
                                            "tags/{slug:hugo}/index.xml", ""};
  CHECK(planned(kept, {post(1, {"C++ & Co", ".."})}) ==
        "atom.xml index.xml \"S\" 1\n"
        "feed/by_tag/dot.xml tags/dot/index.xml \"S: ..\" 1\n"
        "feed/by_tag/c-co.xml tags/c++-co/index.xml \"S: C++ & Co\" 1\n");
  std::string findings;
  kept.feeds.choice.paths[FeedKind::main] = {"feed.xml", "feed.xml", ""};
  planned(kept, {post(1, {})}, &findings);
  CHECK(findings ==
        "the main feed would have one file for all its formats: feed.xml "
        "[pipeline.feed-collision] (write {file} in its path, or give each format its own)\n");
}
