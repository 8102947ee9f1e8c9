// SPDX-License-Identifier: GPL-2.0-or-later
//
// A blog that moves here from another generator keeps its readers: what their feed readers know as
// seen is in the new feeds under the same id.
#include "blogsearch/pipeline/adopt.hpp"

#include <algorithm>

#include "pipeline/small_site.hpp"
#include "support/catch.hpp"
#include "time/write.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;
using pipeline::NotTaken;

namespace {

/// The blog of fixtures/feeds, written down for us, on a domain of its own.
struct Blog {
  support::TempDir dir;
  model::SiteConfig config = support::config_for(dir);
  std::string findings;

  Blog() {
    config.site.url = config.feeds.url = "https://new.example/";
    config.site.timezone = "Europe/Berlin";
    config.posts.url = "/blog/{slug}/";
    post("a-shed.md", "title: A shed of one's own\ndate: 2019-05-01T00:00:00Z");
    post("rain-and-roofs.md", "title: \"Rain & roofs: what “dry” means\"\ndate: 2020-02-29 18:30");
    post("new.md", "title: New\ndate: 2024-01-01");
  }

  void post(const std::string& name, const std::string& header) const {
    dir.write("posts/" + name, "---\n" + header + "\n---\nSome words.\n");
  }

  std::optional<pipeline::Adoption> adopt(std::vector<fs::path> feeds, bool keep = true) {
    pipeline::BuildOptions options{time::read("2024-06-01", time::Zone::utc())->timestamp};
    options.keep = keep;
    Diagnostics found;
    auto adoption = pipeline::adopt(config, options, feeds, found);
    findings = support::lines_of(found);
    return adoption;
  }

  std::optional<pipeline::Adoption> adopt_text(const std::string& bytes) {
    return adopt({dir.write("old.feed", bytes)});
  }

  /// `id title` of each entry of a new feed, in its order.
  [[nodiscard]] std::string feed(const char* name) const {
    CHECK(support::build(config, "2024-06-01").findings == "");
    Diagnostics found;
    const auto entries = feed::read(name, support::slurp(config.feeds.out / name), found);
    REQUIRE(entries);
    std::string out;
    for (const feed::OldEntry& entry : *entries) out += entry.id + " " + entry.title + "\n";
    return out;
  }
};

std::string rss(const std::string& items) {
  return "<rss version=\"2.0\"><channel>" + items + "</channel></rss>";
}

std::string item(const std::string& guid, const std::string& link, const std::string& rest = "") {
  return "<item><guid isPermaLink=\"false\">" + guid + "</guid><link>" + link + "</link>" + rest +
         "</item>";
}

std::string not_taken(const pipeline::Adoption& adoption) {
  std::string out;
  for (const NotTaken& entry : adoption.not_taken)
    out += fs::path(entry.path).filename().string() + " " + entry.id + " " + entry.own_id + " " +
           std::to_string(static_cast<int>(entry.reason)) + "\n";
  return out;
}

}  // namespace

TEST_CASE("pipeline: the ids of every generator's feed come out of ours byte by byte",
          "[pipeline]") {
  const std::string file = GENERATE("jekyll.xml", "hugo.xml", "zola.xml", "eleventy.json",
                                    "astro.xml", "wordpress.xml", "pelican.xml");
  CAPTURE(file);
  const fs::path old = fs::path(FIXTURES_DIR) / "feeds" / file;
  Diagnostics found;
  const auto entries = feed::read("old", support::slurp(old), found);
  REQUIRE(entries);
  REQUIRE(entries->size() == 2);
  const std::string expected = "https://new.example/blog/new/ New\n" + entries->at(0).id +
                               " Rain & roofs: what “dry” means\n" + entries->at(1).id +
                               " A shed of one's own\n";
  Blog blog;
  const auto first = blog.adopt({old});
  CHECK(blog.findings == "");
  REQUIRE(first);
  CHECK(first->adopted.size() == 2);
  CHECK(first->already == 0);
  CHECK(first->written);
  CHECK(first->not_taken.empty());
  CHECK(first->unmatched.empty());
  for (const char* name : {"atom.xml", "rss.xml", "feed.json"}) CHECK(blog.feed(name) == expected);

  const auto again = blog.adopt({old, old});
  REQUIRE(again);
  CHECK(again->adopted.empty());
  CHECK(again->already == 2);
  CHECK_FALSE(again->written);

  // Where nothing but title and day tells the posts.
  Blog renamed;
  renamed.config.posts.url = "/{year}/{slug}-new.html";
  REQUIRE(renamed.adopt({old}));
  std::string ids = renamed.feed("rss.xml");
  CHECK(ids.substr(ids.find('\n')) == expected.substr(expected.find('\n')));
}

TEST_CASE("pipeline: one blog's feeds in three formats are one feed", "[pipeline]") {
  Blog blog;
  const fs::path feeds = fs::path(FIXTURES_DIR) / "feeds";
  const auto same = blog.adopt({feeds / "hugo.xml", feeds / "zola.xml", feeds / "eleventy.json"});
  REQUIRE(same);
  CHECK(same->adopted.size() == 2);
  CHECK(same->not_taken.empty());
  CHECK(same->unmatched.empty());

  Blog other;
  const auto differing = other.adopt({feeds / "pelican.xml", feeds / "wordpress.xml"});
  REQUIRE(differing);
  CHECK(not_taken(*differing) ==
        "rain-and-roofs.md https://old.example/?p=42 "
        "tag:old.example,2020-02-29:/blog/rain-and-roofs.html 1\n"
        "a-shed.md https://old.example/?p=7 tag:old.example,2019-05-01:/blog/a-shed.html 1\n");
  CHECK(other.feed("atom.xml").find("tag:old.example,2019-05-01:/blog/a-shed.html A shed") !=
        std::string::npos);
}

TEST_CASE("pipeline: an id that is no IRI is taken over as it is", "[pipeline]") {
  Blog blog;
  const std::string guid = "12 at https://old.example/a?b=1&c=<é> %20\\";
  REQUIRE(blog.adopt_text(rss(item("12 at https://old.example/a?b=1&amp;c=&lt;é&gt; %20\\",
                                   "https://old.example/blog/a-shed"))));
  CHECK(blog.findings == "");
  for (const char* name : {"atom.xml", "rss.xml", "feed.json"})
    CHECK(blog.feed(name).find("\n" + guid + " A shed") != std::string::npos);
}

TEST_CASE("pipeline: an old entry without a post is listed", "[pipeline]") {
  Blog blog;
  const auto adoption = blog.adopt_text(
      rss(item("7", "https://old.example/blog/a-shed/") +
          item("8", "https://old.example/gone/",
               "<title>Gone</title><pubDate>Wed, 01 May 2019 00:00:00 +0000</pubDate>")));
  REQUIRE(adoption);
  REQUIRE(adoption->unmatched.size() == 1);
  CHECK(adoption->unmatched[0].id == "8");
  CHECK(adoption->unmatched[0].title == "Gone");
  CHECK(adoption->unmatched[0].url == "https://old.example/gone/");
  CHECK(adoption->adopted.size() == 1);
}

TEST_CASE("pipeline: front matter's ids stay, and that is said", "[pipeline]") {
  Blog blog;
  blog.post("a-shed.md", "title: A shed of one's own\ndate: 2019-05-01\nid: urn:x:1");
  blog.post("new.md", "title: New\ndate: 2024-01-01\nid: urn:x:2");
  const auto adoption = blog.adopt_text(rss(item("7", "https://old.example/blog/a-shed/") +
                                            item("urn:x:2", "https://old.example/blog/new/")));
  REQUIRE(adoption);
  CHECK(not_taken(*adoption) == "a-shed.md 7 urn:x:1 0\n");
  CHECK(adoption->already == 1);
  CHECK_FALSE(adoption->written);
}

TEST_CASE("pipeline: an id that the ledger gives to a post stays with it", "[pipeline]") {
  Blog blog;
  const std::string old = rss(item("7", "https://old.example/blog/a-shed/"));
  REQUIRE(blog.adopt_text(old));
  (void)support::build(blog.config, "2024-06-01");
  fs::rename(blog.dir.path() / "posts/a-shed.md", blog.dir.path() / "posts/hut.md");
  blog.post("hut.md",
            "title: A hut\ndate: 2019-05-02\naliases: [/blog/a-shed/]\n# it was a shed before");
  (void)support::build(blog.config, "2024-06-01");
  blog.post("a-shed.md", "title: Sheds\ndate: 2024-03-01");
  const auto again = blog.adopt_text(old);
  REQUIRE(again);
  CHECK(again->already == 1);
  CHECK(again->adopted.empty());
  CHECK(blog.feed("rss.xml").find("\n7 A hut\n") != std::string::npos);
}

TEST_CASE("pipeline: adopting after a build replaces the ids made since", "[pipeline]") {
  Blog blog;
  (void)support::build(blog.config, "2024-06-01");
  REQUIRE(blog.adopt({fs::path(FIXTURES_DIR) / "feeds/wordpress.xml"}));
  CHECK(blog.feed("atom.xml") ==
        "https://new.example/blog/new/ New\n"
        "https://old.example/?p=42 Rain & roofs: what “dry” means\n"
        "https://old.example/?p=7 A shed of one's own\n");
  const std::string ledger = support::slurp(blog.config.ledger);
  CHECK(std::count(ledger.begin(), ledger.end(), '\n') == 5);
}

TEST_CASE("pipeline: a rehearsal of adopting writes nothing", "[pipeline]") {
  Blog blog;
  const auto adoption = blog.adopt({fs::path(FIXTURES_DIR) / "feeds/hugo.xml"}, false);
  REQUIRE(adoption);
  CHECK(adoption->adopted.size() == 2);
  CHECK_FALSE(adoption->written);
  CHECK_FALSE(fs::exists(blog.config.ledger));
}

TEST_CASE("pipeline: one feed that cannot be read is enough to adopt nothing", "[pipeline]") {
  Blog blog;
  const fs::path good = fs::path(FIXTURES_DIR) / "feeds/hugo.xml";
  CHECK_FALSE(blog.adopt({good, blog.dir.path() / "none.xml"}));
  CHECK(blog.findings ==
        "cannot read: no such file or folder [io.not-found] (check the spelling of the path)\n");
  CHECK_FALSE(blog.adopt({blog.dir.write("page.html", "<!doctype html>"), good}));
  CHECK(blog.findings.find("[feed.not-a-feed]") != std::string::npos);
  blog.dir.write("blogsearch.ids", "=======\n");
  CHECK_FALSE(blog.adopt({good}));
  CHECK(blog.findings.find("[model.bad-ledger]") != std::string::npos);
  fs::remove(blog.config.ledger);
  blog.config.posts.paths.clear();
  CHECK_FALSE(blog.adopt({good}));
  CHECK(blog.findings.find("[pipeline.posts-path-missing]") != std::string::npos);
  CHECK_FALSE(fs::exists(blog.config.ledger));
}
