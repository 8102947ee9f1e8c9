// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/feed_links.hpp"

#include "io/error.hpp"
#include "pipeline/directory.hpp"
#include "pipeline/site_of.hpp"
#include "pipeline/small_site.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using pipeline::FeedLink;

namespace {

/// Pages in `dist`, of https://e.org/ with the posts `names`.
class Pages {
 public:
  explicit Pages(std::vector<std::string> names) : names_(std::move(names)) {}

  void write(const std::string& page, const std::string& html) const {
    dir_.write("dist/" + page, "<!doctype html><title>T</title>" + html);
  }

  [[nodiscard]] std::string check(const std::string& folder = "dist") const {
    const model::SiteConfig config = support::config_for(dir_);
    std::vector<model::Post> posts;
    for (const std::string& name : names_) {
      model::Post post;
      post.id = post.url = "https://e.org/" + name;
      posts.push_back(std::move(post));
    }
    Diagnostics findings;
    const pipeline::Site site = support::site_of(config, posts);
    const std::vector<FeedLink> feeds =
        pipeline::links_of(config, pipeline::plan_feeds(site, findings).front());
    const std::vector<FeedLink> others{
        {"https://e.org/tags/oil/atom.xml", "application/atom+xml", "T: oil", ""}};
    pipeline::check_feed_links(site, dir_.path() / folder, feeds, others, findings);
    std::string out = support::lines_of(findings);
    const std::string at = dir_.path().string() + "/";
    while (out.find(at) != std::string::npos) out.erase(out.find(at), at.size());
    return out;
  }

 private:
  support::TempDir dir_;
  std::vector<std::string> names_;
};

const std::string atom = R"(<link rel="alternate" type="application/atom+xml" href="/atom.xml">)";
const std::string hint =
    R"((write into their <head>: <link rel="alternate" type="application/atom+xml" title="T" )"
    R"(href="https://e.org/atom.xml"> <link rel="alternate" type="application/rss+xml" title="T" )"
    R"(href="https://e.org/rss.xml"> <link rel="alternate" type="application/feed+json" title="T" )"
    R"(href="https://e.org/feed.json">))";

}  // namespace

TEST_CASE("pipeline: pages that name a feed are in order, however they write it", "[pipeline]") {
  const Pages pages({"a/", "b/", "c/", "d/"});
  pages.write("index.html", atom);
  pages.write("a.html", "<LINK TYPE='Application/RSS+XML' REL='home Alternate' HREF=../rss.xml>");
  pages.write("b/index.html",
              "<base href='https://e.org/x/'><link rel=alternate "
              "type=application/feed+json href='../feed.json'>");
  pages.write("c/index.html", "</head><body>" + atom);
  pages.write("d/index.html",
              atom +
                  "<link rel=alternate type=application/rss+xml href='https://x.org/f'>"
                  "<link rel=alternate hreflang=de href='/de/d/'>"
                  "<link rel=alternate type=application/rss+xml href='/comments.xml'>");
  pages.write("comments.xml", "the generator's");
  CHECK(pages.check() == "");
}

TEST_CASE("pipeline: pages that name no feed are told in one error, with the lines to paste",
          "[pipeline]") {
  Pages pages({"a/", "b/", "c/", "d/"});
  pages.write("index.html", atom);
  pages.write("a/index.html",
              "<link rel=alternate type=application/atom+xml href=/tags/oil/atom.xml>");
  CHECK(pages.check().substr(0, 70) ==
        "3 pages of 5 not found: https://e.org/b/, https://e.org/c/, https://e.");
  for (const char* page : {"b/index.html", "c/index.html", "d.html"}) pages.write(page, "x");
  CHECK(pages.check() ==
        "4 of 5 pages name no feed: dist/a/index.html, dist/b/index.html, "
        "dist/c/index.html and 1 more [pipeline.feed-undiscoverable] " +
            hint + "\n");
}

TEST_CASE("pipeline: pages that are not there are told in one warning", "[pipeline]") {
  const Pages pages({"a/", "b/"});
  pages.write("index.html", atom);
  pages.write("b/index.html", atom);
  CHECK(pages.check() ==
        "1 page of 3 not found: https://e.org/a/ [pipeline.page-missing] (build "
        "the site first; if it is, posts.url is not its rule for addresses)\n");
  CHECK(pages.check("typo") ==
        "cannot read: no such file or folder [io.not-found] (" + io::remedy(ENOENT) + ")\n");
}

TEST_CASE("pipeline: a link to a feed that is not there is told once, with its pages",
          "[pipeline]") {
  const Pages pages({"a/", "b/"});
  const std::string old = "<link rel=alternate type=application/rss+xml href=/index.xml>";
  pages.write("index.html", atom + old + old);
  pages.write("a/index.html", atom + old);
  pages.write("b/index.html", atom);
  CHECK(pages.check() ==
        "2 pages name https://e.org/index.xml, where no feed is: dist/index.html, "
        "dist/a/index.html [pipeline.dead-feed-link] (write <link rel=\"alternate\" "
        "type=\"application/atom+xml\" title=\"T\" href=\"https://e.org/atom.xml\"> "
        "instead)\n");
}

TEST_CASE("pipeline: a page may name the feed of its language alone, not that of a tag",
          "[pipeline]") {
  const support::TempDir dir;
  model::SiteConfig config = support::config_for(dir);
  config.feeds.choice.by = {model::FeedKind::lang, model::FeedKind::tag};
  config.feeds.formats = {model::Format::atom};
  dir.write("posts/tor.md", "---\ntitle: T\ndate: 2020-01-01\nlang: de\ntags: oil\n---\nx");
  const std::string link = "<link rel=alternate type=application/atom+xml href=";
  dir.write("dist/index.html", atom);
  const auto check = [&](const std::string& page) {
    dir.write("dist/tor.html", page);
    Diagnostics findings;
    pipeline::BuildOptions options{time::read("2024-01-01", time::Zone::utc())->timestamp};
    options.html = dir.path() / "dist";
    (void)pipeline::build(config, options, findings);
    return support::lines_of(findings);
  };
  CHECK(check(link + "/de/atom.xml>") == "");
  CHECK(check(link + "/tags/oil/atom.xml>").find("1 of 2 pages names no feed: ") == 0);
}
