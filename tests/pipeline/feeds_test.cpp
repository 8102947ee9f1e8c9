// SPDX-License-Identifier: GPL-2.0-or-later
//
// All feeds of a small site, as files.
#include <algorithm>
#include <pugixml.hpp>
#include <tuple>

#include "pipeline/directory.hpp"
#include "pipeline/repository.hpp"
#include "pipeline/site_of.hpp"
#include "pipeline/small_site.hpp"
#include "support/catch.hpp"
#include "support/feed_checker.hpp"

using namespace blogsearch;

namespace {

namespace fs = std::filesystem;

class Feeds {
 public:
  Feeds() : config(support::config_for(dir)) { config.feeds.formats = {model::Format::atom}; }

  void post(const std::string& name, const std::string& header, const std::string& body = "Text") {
    dir.write("posts/" + name + ".md", "---\ntitle: " + name + "\n" + header + "\n---\n" + body);
  }

  std::string build() { return support::build(config, "2030-01-01").findings; }

  [[nodiscard]] std::string read(const std::string& file) const {
    return support::slurp(config.feeds.out / file);
  }

  /// Every file below `out`, a line each.
  [[nodiscard]] std::string files() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(config.feeds.out))
      if (entry.is_regular_file())
        names.push_back(entry.path().lexically_relative(config.feeds.out).string());
    std::sort(names.begin(), names.end());
    std::string out;
    for (const std::string& name : names) out += name + "\n";
    return out;
  }

  /// The titles of an Atom document's entries.
  [[nodiscard]] std::string titles(const std::string& file) const {
    pugi::xml_document document;
    REQUIRE(document.load_string(read(file).c_str()));
    std::string out;
    for (const pugi::xml_node entry : document.child("feed").children("entry"))
      out += std::string(out.empty() ? "" : " ") + entry.child_value("title");
    return out;
  }

  /// `rel=href` of the feed's links but those of each feed.
  [[nodiscard]] std::string links(const std::string& file) const {
    pugi::xml_document document;
    REQUIRE(document.load_string(read(file).c_str()));
    std::string out;
    for (const pugi::xml_node link : document.child("feed").children("link")) {
      const std::string rel = link.attribute("rel").value();
      if (rel == "self" || (rel == "alternate" && !link.attribute("hreflang"))) continue;
      out += rel + "=" + link.attribute("href").value() + "\n";
    }
    return out;
  }

  support::TempDir dir;
  model::SiteConfig config;
};

}  // namespace

TEST_CASE("pipeline: older entries are in archives that lead to each other", "[pipeline]") {
  Feeds feeds;
  for (const char* day : {"2021-05-01", "2022-06-01", "2022-12-31", "2024-01-02", "2024-03-01"})
    feeds.post(day, "date: " + std::string(day) + "\ntags: [oil]");
  feeds.config.feeds.limit = 2;
  feeds.config.feeds.looks = model::Looks::none;
  REQUIRE(feeds.build() == "");
  CHECK(feeds.files() ==
        "archive/2021/atom.xml\narchive/2022/atom.xml\natom.xml\ntags/oil/atom.xml\n");
  CHECK(feeds.titles("atom.xml") == "2024-03-01 2024-01-02");
  CHECK(feeds.links("atom.xml") == "prev-archive=https://e.org/archive/2022/atom.xml\n");
  CHECK(feeds.titles("archive/2022/atom.xml") == "2022-12-31 2022-06-01");
  CHECK(feeds.links("archive/2022/atom.xml") ==
        "current=https://e.org/atom.xml\nprev-archive=https://e.org/archive/2021/atom.xml\n");
  CHECK(feeds.links("archive/2021/atom.xml") == "current=https://e.org/atom.xml\n");
  CHECK(feeds.read("archive/2021/atom.xml").find("<fh:archive />") != std::string::npos);
  CHECK(feeds.read("atom.xml").find("fh:") == std::string::npos);
  CHECK(feeds.links("tags/oil/atom.xml").empty());

  feeds.config.feeds.choice.archives = model::Archives::all;
  REQUIRE(feeds.build() == "");
  CHECK(feeds.links("tags/oil/atom.xml") ==
        "prev-archive=https://e.org/tags/oil/archive/2022/atom.xml\n");
}

TEST_CASE("pipeline: a feed that has all posts says so", "[pipeline]") {
  Feeds feeds;
  feeds.config.feeds.formats = {model::Format::atom, model::Format::rss};
  feeds.post("a", "date: 2021-05-01");
  REQUIRE(feeds.build() == "");
  CHECK(feeds.read("atom.xml").find("<fh:complete />") != std::string::npos);
  CHECK(feeds.read("rss.xml").find("<fh:complete />") != std::string::npos);
}

TEST_CASE("pipeline: no document is larger than it may be", "[pipeline]") {
  Feeds feeds;
  feeds.config.feeds.formats = {model::Format::atom, model::Format::rss, model::Format::json};
  feeds.config.feeds.limit = 0;
  feeds.config.feeds.choice.max_bytes = 20'000;
  for (int i = 10; i < 60; ++i)
    feeds.post("p" + std::to_string(i),
               "date: 2022-" + std::to_string(i % 12 + 1) + "-" + std::to_string(i % 28 + 1),
               std::string(1000, 'x') + "&<>\"");
  REQUIRE(feeds.build() == "");
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(feeds.config.feeds.out)) {
    if (!entry.is_regular_file()) continue;
    CAPTURE(entry.path());
    CHECK(entry.file_size() <= 20'000);
    ++files;
  }
  CHECK(files > 30);
  CHECK(feeds.read("feed.json").find("\"next_url\": \"https://e.org/archive/2022-") !=
        std::string::npos);
}

TEST_CASE("pipeline: the main feed leads to those of each language", "[pipeline]") {
  Feeds feeds;
  feeds.config.feeds.choice.by = {model::FeedKind::lang};
  feeds.post("a", "date: 2021-05-01");
  feeds.post("b", "date: 2021-05-02\nlang: de");
  REQUIRE(feeds.build() == "");
  CHECK(feeds.links("atom.xml") ==
        "alternate=https://e.org/de/atom.xml\nalternate=https://e.org/en/atom.xml\n");
  CHECK(feeds.read("de/atom.xml").find("<feed xmlns=\"http://www.w3.org/2005/Atom\"") !=
        std::string::npos);
  CHECK(feeds.read("de/atom.xml").find("xml:lang=\"de\"") != std::string::npos);
  CHECK(feeds.titles("de/atom.xml") == "b");
}

TEST_CASE("pipeline: a feed by a query has the posts that the new index finds", "[pipeline]") {
  Feeds feeds;
  model::ExtraFeed extra;
  extra.path = "rust.xml";
  extra.query = "title:rust date:2024..";
  extra.limit = 2;
  extra.content = model::Content::none;
  feeds.config.feeds.choice.extra = {extra};
  feeds.post("rust-a", "date: 2023-05-01");
  feeds.post("rust-b", "date: 2024-05-01");
  feeds.post("rust-c", "date: 2025-05-01");
  feeds.post("rust-d", "date: 2026-05-01\nfeed: false");
  feeds.post("rust-e", "date: 2027-05-01");
  feeds.post("other", "date: 2028-05-01", "rust");
  REQUIRE(feeds.build() == "");
  CHECK(feeds.titles("rust.xml") == "rust-e rust-c");
  CHECK(feeds.read("rust.xml").find("<content") == std::string::npos);
  CHECK(feeds.read("atom.xml").find("<content") != std::string::npos);
}

TEST_CASE("pipeline: what leads to the feeds is written where the config says", "[pipeline]") {
  Feeds feeds;
  feeds.config.posts.url = "/{lang}/{path}/";
  feeds.config.feeds.choice.opml = "feeds.opml";
  feeds.config.feeds.choice.sitemap = "sitemap.xml";
  feeds.config.feeds.choice.snippet = "_includes/feeds.html";
  feeds.post("a", "date: 2021-05-01\ntags: [oil]");
  feeds.post("a.de", "date: 2021-05-03");
  REQUIRE(feeds.build() == "");
  CHECK(feeds.files() ==
        "_includes/feeds.html\natom.xml\nfeed.css\nfeeds.opml\nsitemap.xml\ntags/oil/atom.xml\n");
  CHECK(feeds.read("_includes/feeds.html") ==
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"T\" "
        "href=\"https://e.org/atom.xml\">\n");
  CHECK(feeds.read("feeds.opml").find("xmlUrl=\"https://e.org/tags/oil/atom.xml\"") !=
        std::string::npos);
  const std::string sitemap = feeds.read("sitemap.xml");
  CHECK(sitemap.find("<loc>https://e.org/</loc>\n    <lastmod>2021-05-03T00:00:00Z</lastmod>") !=
        std::string::npos);
  CHECK(sitemap.find("hreflang=\"de\" href=\"https://e.org/de/a/\"") != std::string::npos);
  CHECK(sitemap.find("hreflang=\"en\" href=\"https://e.org/en/a/\"") != std::string::npos);
}

TEST_CASE("pipeline: a second build of the same posts touches no file", "[pipeline]") {
  Feeds feeds;
  feeds.config.feeds.limit = 1;
  feeds.config.feeds.choice.sitemap = "sitemap.xml";
  feeds.post("a", "date: 2021-05-01\ntags: [oil]");
  feeds.post("b", "date: 2022-05-01\ntags: [oil, wood]");
  REQUIRE(feeds.build() == "");
  const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(24);
  for (const auto& entry : fs::recursive_directory_iterator(feeds.config.feeds.out))
    if (entry.is_regular_file()) fs::last_write_time(entry.path(), long_ago);
  const auto report = support::build(feeds.config, "2030-01-01").report;
  CHECK(report.files_changed.empty());
  CHECK(report.files.size() == 6);
  for (const auto& entry : fs::recursive_directory_iterator(feeds.config.feeds.out))
    if (entry.is_regular_file()) CHECK(fs::last_write_time(entry.path()) == long_ago);

  feeds.post("c", "date: 2022-06-01\ntags: [wood]");
  std::vector<std::string> changed;
  for (const std::string& file : support::build(feeds.config, "2030-01-01").report.files_changed)
    changed.push_back(fs::path(file).lexically_relative(feeds.config.feeds.out).string());
  CHECK(changed == std::vector<std::string>{"atom.xml", "archive/2022/atom.xml",
                                            "tags/wood/atom.xml", "sitemap.xml"});
}

TEST_CASE("pipeline: the machine's zone changes no byte of a feed", "[pipeline]") {
  const auto written_under = [](const char* zone) {
    const support::Variable machine("TZ", zone);
    Feeds feeds;
    feeds.config.site.timezone = "Europe/Berlin";
    feeds.config.feeds.limit = 1;
    feeds.config.feeds.choice.sitemap = "sitemap.xml";
    feeds.post("a", "date: 2020-12-31 23:30");
    feeds.post("b", "date: 2021-06-01");
    REQUIRE(feeds.build() == "");
    std::string bytes;
    for (const char* file : {"atom.xml", "archive/2020/atom.xml", "sitemap.xml"})
      bytes += feeds.read(file);
    return bytes;
  };
  const std::string bytes = written_under("Asia/Tokyo");
  CHECK(bytes.find("<published>2020-12-31T23:30:00+01:00</published>") != bytes.npos);
  CHECK(bytes.find("<published>2021-06-01T00:00:00+02:00</published>") != bytes.npos);
  CHECK(written_under("America/Los_Angeles") == bytes);
}

TEST_CASE("pipeline: a build that readers must not see publishes nothing", "[pipeline]") {
  Feeds feeds;
  feeds.config.ledger.clear();  // which would keep the ids
  for (const char* name : {"a", "b", "c", "d"})
    feeds.post(name, std::string("date: 2021-05-0") + static_cast<char>(name[0] - 'a' + '1'));
  REQUIRE(feeds.build() == "");
  const std::string published = feeds.read("atom.xml");
  const auto build = [&feeds](pipeline::FailOn fail_on) {
    Diagnostics findings;
    pipeline::BuildOptions options{time::read("2030-01-01", time::Zone::utc())->timestamp};
    options.preview = true;
    options.fail_on = fail_on;
    const pipeline::Report report = pipeline::build(feeds.config, options, findings);
    REQUIRE(report.entries);
    return std::pair(*report.entries, support::lines_of(findings));
  };
  const pipeline::FailOn both{true, true};

  feeds.post("d", "date: 2021-05-04", "Another text");
  feeds.post("e", "date: 2021-05-05");
  auto [changes, findings] = build(both);
  CHECK(findings == "");
  REQUIRE(changes.fresh.size() == 1);
  CHECK(changes.fresh[0].url == "https://e.org/e/");
  REQUIRE(changes.changed.size() == 1);
  CHECK(changes.changed[0].url == "https://e.org/d/");
  CHECK(changes.vanished.empty());

  feeds.config.site.url = feeds.config.feeds.url = "https://new.example/";
  const std::string before = feeds.read("atom.xml");
  CHECK(before != published);
  std::tie(changes, findings) = build(both);
  CHECK(findings ==
        "5 published entries would have another id, the first https://new.example/e/ in place of "
        "https://e.org/e/; nothing was published [pipeline.refused] (run `blogsearch adopt` with "
        "the feed that is published, so that ids stay)\n");
  CHECK(changes.id_changes.size() == 5);
  CHECK(feeds.read("atom.xml") == before);

  feeds.config.site.url = feeds.config.feeds.url = "https://e.org/";
  for (const char* name : {"a", "b", "c"})
    fs::remove(feeds.dir.path() / "posts" / (std::string(name) + ".md"));
  CHECK(build(both).second ==
        "the main feed would have 2 entries in place of 5; nothing was published "
        "[pipeline.refused] (if that is meant, build once with `--fail-on none`)\n");
  CHECK(feeds.read("atom.xml") == before);
  CHECK(build({true, false}).second == "");
  CHECK(feeds.titles("atom.xml") == "e d");
}

TEST_CASE("pipeline: a sitemap that would be too large is several and a list of them",
          "[pipeline]") {
  model::SiteConfig config;
  config.site.url = config.feeds.url = "https://e.org/";
  config.feeds.looks = model::Looks::none;
  config.feeds.choice.sitemap = "maps/sitemap.xml";
  std::vector<model::Post> posts(feed::most_sitemap_urls);
  for (std::size_t i = 0; i < posts.size(); ++i)
    posts[i].url = posts[i].id = posts[i].path = posts[i].translation = std::to_string(i);
  posts[7].updated.instant += std::chrono::hours(24);
  const pipeline::Site site = support::site_of(config, posts);
  const std::vector<pipeline::Companion> files = pipeline::directory_of(site, {});
  REQUIRE(files.size() == 3);
  CHECK(files[0].path == "maps/sitemap-1.xml");
  CHECK(files[1].path == "maps/sitemap-2.xml");
  CHECK(files[2].path == "maps/sitemap.xml");
  CHECK(files[2].bytes.find("<loc>https://e.org/maps/sitemap-1.xml</loc>\n    "
                            "<lastmod>1970-01-02T00:00:00Z</lastmod>") != std::string::npos);
  const auto count = [](const std::string& bytes) {
    std::size_t urls = 0;
    for (std::size_t at = bytes.find("<loc>"); at != std::string::npos;
         at = bytes.find("<loc>", at + 1))
      ++urls;
    return urls;
  };
  CHECK(count(files[0].bytes) == 50'000);
  CHECK(count(files[1].bytes) == 1);
  CHECK(count(files[2].bytes) == 2);
}
