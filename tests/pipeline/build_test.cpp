// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/pipeline/build.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include "blogsearch/index/searcher.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/temp_dir.hpp"
#include "time/read.hpp"
#include "time/write.hpp"

using namespace blogsearch;
using pipeline::Report;

namespace {

time::Timestamp at(const char* text) { return time::read(text, time::Zone::utc())->timestamp; }

/// A small site in a folder of its own.
struct Place {
  support::TempDir dir;
  model::SiteConfig config;
  Diagnostics findings;

  Place() {
    config.site.title = config.site.author.name = "T";
    config.site.url = config.feeds.url = "https://e.org/";
    config.posts.paths = {dir.path() / "posts"};
    config.feeds.out = dir.path() / "out";
    config.search.index = dir.path() / "index";
  }

  void post(const std::string& name, const std::string& header, const std::string& body = "text") {
    dir.write("posts/" + name, "---\n" + header + "\n---\n" + body + "\n");
  }

  Report build(pipeline::BuildOptions options = {at("2024-06-01")}) {
    findings = {};
    return pipeline::build(config, options, findings);
  }

  [[nodiscard]] std::string feed(const char* name = "atom.xml") const {
    return support::slurp(config.feeds.out / name);
  }

  [[nodiscard]] std::size_t hits(const std::string& words) const {
    return index::Searcher::open(config.search.index)->search({words, 0, 10, {}})->total;
  }
};

std::string list_of(const std::vector<pipeline::LeftOut>& left_out) {
  std::string out;
  for (const auto& entry : left_out)
    out += std::filesystem::path(entry.path).filename().string() + ": " + entry.reason + "\n";
  return out;
}

}  // namespace

TEST_CASE("pipeline: drafts, future and expired posts are in no output", "[pipeline]") {
  Place place;
  place.post("a.md", "title: seen\ndate: 2024-01-01");
  place.post("b.md", "title: drafted\ndate: 2024-01-02\ndraft: true");
  place.post("c.md", "title: tomorrow\ndate: 2024-06-02");
  place.post("d.md", "title: expired\ndate: 2024-01-03\nexpiryDate: 2024-06-01");
  place.post("e.md", "title: unexpired\ndate: 2024-01-04\nexpiryDate: 2024-06-02");
  place.post("f.md", "title: unpublished\ndate: 2024-01-05\npublished: false");
  place.post("g.md", "title: later\ndate: 2025-06-02");
  place.post("page.md", "title: page");

  const Report report = place.build();
  CHECK(support::lines_of(place.findings) == "");
  CHECK(report.read == 8);
  CHECK(report.posts == 2);
  CHECK(report.pages == 1);
  CHECK(list_of(report.held_back) ==
        "b.md: draft\nc.md: due 2024-06-02T00:00:00Z\nd.md: expired 2024-06-01T00:00:00Z\n"
        "f.md: draft\ng.md: due 2025-06-02T00:00:00Z\n");
  REQUIRE(report.next_due);
  CHECK(time::rfc3339(*report.next_due) == "2024-06-02T00:00:00Z");
  for (const char* word : {"drafted", "tomorrow", "expired", "unpublished", "later", "page"}) {
    CAPTURE(word);
    for (const char* format : {"atom.xml", "rss.xml", "feed.json"})
      CHECK(place.feed(format).find(">" + std::string(word) + "<") == std::string::npos);
    CHECK(place.hits(word) == 0);
  }
  CHECK(place.hits("seen") == 1);
  CHECK(place.hits("unexpired") == 1);

  // A day later one more is due; drafts can be asked for.
  CHECK(place.build({at("2024-06-02")}).posts == 2);
  CHECK(place.build({at("2024-06-01"), true}).posts == 4);
}

TEST_CASE("pipeline: a broken post is reported and the others are published", "[pipeline]") {
  Place place;
  place.post("good.md", "title: good\ndate: 2024-01-01");
  place.post("bad-date.md", "title: bad\ndate: 2024-02-30");
  place.post("bad-yaml.md", "title: a: b");
  const Report report = place.build();
  CHECK(place.findings.size() == 2);
  CHECK(report.broken.size() == 2);
  CHECK(report.posts == 1);
  CHECK(report.published);
  CHECK(place.hits("good") == 1);
}

TEST_CASE("pipeline: the next due post is the first that time alone will publish", "[pipeline]") {
  Place place;
  const auto next_due = [&](pipeline::BuildOptions options) {
    const Report report = place.build(options);
    return report.next_due ? time::rfc3339_utc(*report.next_due) : "never";
  };
  const pipeline::BuildOptions today{at("2024-06-01T12:00:00Z")};
  place.post("a.md", "title: a\ndate: 2024-01-01");
  CHECK(next_due(today) == "never");
  place.post("drafted.md", "title: b\ndate: 2024-06-02\ndraft: true");
  place.post("over.md", "title: c\ndate: 2024-06-03\nexpiryDate: 2024-06-03");
  place.post("broken.md", "title: {c: d}\ndate: 2024-06-03");
  CHECK(next_due(today) == "never");
  place.post("later.md", "title: d\ndate: 2024-07-01");
  place.post("sooner.md", "title: e\ndate: 2024-06-30T22:00:00-01:00");
  CHECK(next_due(today) == "2024-06-30T23:00:00Z");
  pipeline::BuildOptions with_drafts = today;
  with_drafts.drafts = true;
  CHECK(next_due(with_drafts) == "2024-06-02T00:00:00Z");
  CHECK(next_due({at("2024-06-30T22:59:59Z")}) == "2024-06-30T23:00:00Z");
  CHECK(next_due({at("2024-06-30T23:00:00Z")}) == "2024-07-01T00:00:00Z");  // due now is published
  CHECK(next_due({at("2024-07-01")}) == "never");
}

TEST_CASE("pipeline: the report says of a broken post what to do about it", "[pipeline]") {
  Place place;
  place.post("a.md", "title: a\ndate: 2024-01-01\nslug: same");
  place.post("b.md", "title: b\ndate: 2024-02-30\nupdated: never\nexpires: soon");
  place.post("c.md", "title: c\ndate: 2024-01-02\nslug: same");
  place.post("d.md", "title: d\ndate: 2022-02-30");
  place.config.posts.url = "/{slug}/";
  const Report report = place.build();
  REQUIRE(report.broken.size() == 3);
  CHECK(report.broken[0].reason ==
        "line 3: February 2024 has no day 30; its last day is 2024-02-29 (and 2 more errors)");
  CHECK(report.broken[1].reason ==
        "line 3: February 2022 has no day 30; its last day is 2022-02-28");
  CHECK(report.broken[2].reason ==
        "this post has the same URL as " +
            report.broken[2].path.substr(0, report.broken[2].path.size() - 4) +
            "a.md: https://e.org/same/; give one of the two its own `slug:`, or change posts.url");
}

TEST_CASE("pipeline: a post that changes while the site is built is left out", "[pipeline]") {
  Place place;
  place.post("a.md", "title: restless\ndate: 2024-01-01");
  place.post("b.md", "title: steady\ndate: 2024-01-02");
  pipeline::BuildOptions options{at("2024-06-01")};
  options.progress = [&](std::string_view stage, std::size_t done, std::size_t total) {
    if (stage == "reading" && done == total) place.post("a.md", "title: other\ndate: 2024-01-01");
  };
  const Report report = place.build(options);
  CHECK(support::lines_of(place.findings) ==
        "the file changed while the site was being built [pipeline.post-changed] (build again)\n");
  CHECK(list_of(report.broken) ==
        "a.md: the file changed while the site was being built; build again\n");
  CHECK(place.hits("steady") == 1);
  CHECK(place.hits("restless") == 0);
  CHECK(place.hits("other") == 0);
}

TEST_CASE("pipeline: a strict build publishes nothing while a post is broken", "[pipeline]") {
  Place place;
  place.post("good.md", "title: good\ndate: 2024-01-01");
  place.post("bad.md", "title: bad\ndate: never");
  pipeline::BuildOptions options{at("2024-06-01")};
  options.strict = true;
  CHECK_FALSE(place.build(options).published);
  CHECK_FALSE(std::filesystem::exists(place.config.feeds.out));
  CHECK_FALSE(std::filesystem::exists(place.config.search.index));
}

TEST_CASE("pipeline: a rehearsal says what a build would and keeps nothing", "[pipeline]") {
  Place place;
  place.post("a.md", "title: a\ndate: 2024-01-01");
  pipeline::BuildOptions options{at("2024-06-01")};
  options.keep = false;
  const Report rehearsed = place.build(options);
  CHECK(rehearsed.posts == 1);
  CHECK(rehearsed.files_changed.size() == 4);  // feed.css
  CHECK_FALSE(rehearsed.published);
  CHECK_FALSE(std::filesystem::exists(place.config.feeds.out));
  CHECK_FALSE(std::filesystem::exists(place.config.search.index));

  CHECK(place.build().files_changed.size() == 4);
  CHECK(place.build(options).files_changed.empty());
}

TEST_CASE("pipeline: a second build changes no byte and touches no feed", "[pipeline]") {
  Place place;
  place.post("a.md", "title: a\ndate: 2024-01-01");
  place.build();
  const auto written = std::filesystem::last_write_time(place.config.feeds.out / "atom.xml");
  const Report again = place.build();
  CHECK(again.files.size() == 4);
  CHECK(again.files_changed.empty());
  CHECK(std::filesystem::last_write_time(place.config.feeds.out / "atom.xml") == written);

  place.post("b.md", "title: b\ndate: 2024-01-02");
  CHECK(place.build().files_changed.size() == 3);
}

TEST_CASE("pipeline: a folder without any post file leaves what was published", "[pipeline]") {
  Place place;
  place.post("a.md", "title: a\ndate: 2024-01-01");
  place.build();
  const std::string before = place.feed();
  std::filesystem::remove(place.dir.path() / "posts/a.md");
  const Report report = place.build();
  CHECK_FALSE(report.published);
  CHECK(support::lines_of(place.findings) ==
        "no file matches posts.include; nothing was written [pipeline.no-posts] "
        "(check the path; posts.include is **/*.md, **/*.markdown, **/*.mkd, **/*.mdx, "
        "**/*.html)\n");
  CHECK(place.feed() == before);
  place.config.posts.exclude = {"old/**", "*.txt"};
  place.findings = {};
  place.build();
  CHECK(support::lines_of(place.findings).ends_with("**/*.html, posts.exclude old/**, *.txt)\n"));
}

TEST_CASE("pipeline: when the last post becomes a draft the feeds are emptied", "[pipeline]") {
  Place place;
  place.post("a.md", "title: secret\ndate: 2024-01-01");
  place.build();
  place.post("a.md", "title: secret\ndate: 2024-01-01\ndraft: true");
  CHECK(place.build().published);
  for (const char* format : {"atom.xml", "rss.xml", "feed.json"})
    CHECK(place.feed(format).find("secret") == std::string::npos);
  CHECK(place.hits("secret") == 0);
}

TEST_CASE("pipeline: content is full, a summary, or none", "[pipeline]") {
  Place place;
  place.post("a.md", "title: a\ndate: 2024-01-01", "First paragraph.\n\nSecond paragraph.");
  place.post("b.md", "title: b\ndate: 2024-01-02\ndescription: Described.", "Body of b.");
  place.build();
  CHECK(place.feed().find("Second paragraph.") != std::string::npos);
  CHECK(place.feed().find("Described.") != std::string::npos);

  place.config.feeds.content = model::Content::summary;
  place.build();
  for (const char* format : {"atom.xml", "rss.xml", "feed.json"}) {
    CAPTURE(format);
    CHECK(place.feed(format).find("First paragraph.") != std::string::npos);
    CHECK(place.feed(format).find("Described.") != std::string::npos);
    CHECK(place.feed(format).find("Second paragraph.") == std::string::npos);
    CHECK(place.feed(format).find("Body of b.") == std::string::npos);
  }

  place.config.feeds.content = model::Content::none;
  place.build();
  for (const char* format : {"atom.xml", "rss.xml", "feed.json"}) {
    CAPTURE(format);
    CHECK(place.feed(format).find("paragraph.") == std::string::npos);
    CHECK(place.feed(format).find("Described.") == std::string::npos);
  }
  CHECK(place.hits("second") == 1);  // the index knows every body all the same
}

TEST_CASE("pipeline: the index knows every post, the feed its limit", "[pipeline]") {
  Place place;
  place.config.feeds.limit = 2;
  for (int day = 1; day <= 5; ++day)
    place.post(std::to_string(day) + ".md",
               "title: number" + std::to_string(day) + "\ndate: 2024-01-0" + std::to_string(day));
  place.build();
  CHECK(place.feed().find("number5") != std::string::npos);
  CHECK(place.feed().find("number4") != std::string::npos);
  CHECK(place.feed().find("number3") == std::string::npos);
  CHECK(place.hits("number1") == 1);
}

TEST_CASE("pipeline: the config's abbreviations and years hold in front matter", "[pipeline]") {
  Place place;
  place.post("a.md", "title: a\ndate: 1953-01-02 10:00 IST");
  place.build();
  CHECK(place.findings.size() == 1);
  place.config.dates.zones = {{"IST", "Asia/Kolkata"}};
  place.config.dates.first_year = 1950;
  place.build();
  CHECK(support::lines_of(place.findings) == "");
  CHECK(place.feed().find("<published>1953-01-02T10:00:00+05:30</published>") != std::string::npos);
}

TEST_CASE("pipeline: a title comes from front matter, the heading, or the file's name",
          "[pipeline]") {
  Place place;
  place.post("a.md", "date: 2024-01-01\ntitle: Given", "# Heading");
  place.post("b.md", "date: 2024-01-02", "# Heading *two*");
  place.post("some-file_name.md", "date: 2024-01-03", "no heading");
  place.build();
  for (const char* title : {">Given<", ">Heading two<", ">some file name<"})
    CHECK(place.feed().find(title) != std::string::npos);
  CHECK(support::lines_of(place.findings) ==
        "1:1 no title: the file's name is used, \"some file name\" "
        "[frontmatter.title-from-file-name] (add a line `title: …` to the front matter)\n");
}

TEST_CASE("pipeline: a URL comes from permalink, slug or pattern", "[pipeline]") {
  Place place;
  place.config.posts.url = "/blog/{slug}/";
  place.post("a.md", "title: a\ndate: 2024-01-01");
  place.post("b.md", "title: b\ndate: 2024-01-01\nslug: other");
  place.post("c.md", "title: c\ndate: 2024-01-01\npermalink: /kept/c.html");
  place.post("d.md", "title: d\ndate: 2024-01-01\npermalink: /:year/:title/");
  place.post("e.md", "title: e\ndate: 2024-01-01\nurl: https://other.org/e");
  place.build();
  for (const char* url :
       {"https://e.org/blog/a/", "https://e.org/blog/other/", "https://e.org/kept/c.html",
        "https://e.org/2024/d/", "https://other.org/e"}) {
    CAPTURE(url);
    CHECK(place.feed("feed.json").find("\"url\": \"" + std::string(url) + "\"") !=
          std::string::npos);
  }
}

TEST_CASE("pipeline: bytes no feed can carry are warned of and left out", "[pipeline]") {
  Place place;
  place.post("a.md", "title: \"a\\x0Bb\"\ndate: 2024-01-01", "x\x0By caf\xE9");
  const Report report = place.build();
  CHECK(report.posts == 1);
  CHECK(support::lines_of(place.findings) ==
        "5:2 the character U+000B, which no feed can carry, is left out (and 1 more) "
        "[text.control-character] (delete it; it is invisible in most editors)\n");
  CHECK(place.feed().find('\x0B') == std::string::npos);
  CHECK(place.feed().find("caf\uFFFD") != std::string::npos);
}

TEST_CASE("pipeline: a site URL and a folder of posts are needed", "[pipeline]") {
  Place place;
  place.config.site.url.clear();
  place.config.posts.paths.clear();
  place.build();
  CHECK(
      support::lines_of(place.findings) ==
      "where the site is published is not known [pipeline.site-url-missing] (add --site-url "
      "https://example.org/, or `site: {url: …}` to blogsearch.yaml)\n"
      "no folder of posts is named [pipeline.posts-path-missing] (write `blogsearch build POSTS`, "
      "or `posts: {path: …}` in blogsearch.yaml)\n");
}

TEST_CASE("pipeline: an output that cannot be written leaves the index of before", "[pipeline]") {
  Place place;
  place.post("a.md", "title: before\ndate: 2024-01-01");
  place.build();
  place.post("a.md", "title: after\ndate: 2024-01-01");
  place.config.feeds.out = place.dir.write("file", "in the way");
  const Report report = place.build();
  CHECK_FALSE(report.published);
  CHECK(place.findings.begin()->code == Code::io_unwritable);
  CHECK(place.hits("before") == 1);
  CHECK(place.hits("after") == 0);
}

TEST_CASE("pipeline: an excerpt ends where the site or the post says", "[pipeline]") {
  Place place;
  place.config.posts.excerpt_separator = "CUT";
  place.post("a.md", "title: A\ndate: 2024-01-01", "One.\n\nTwo.\n\nCUT\n\nThree.");
  place.post("b.md", "title: B\ndate: 2024-01-02\nexcerpt_separator: '***'",
             "Four.\n\nFive.\n\n***\n\nCUT");
  place.build();
  CHECK(support::lines_of(place.findings) == "");
  const std::string feed = place.feed();
  CHECK(feed.find("<summary>One. Two.</summary>") != std::string::npos);
  CHECK(feed.find("<summary>Four. Five.</summary>") != std::string::npos);
}

TEST_CASE("pipeline: raw HTML comes into feeds clean and with whole addresses", "[pipeline]") {
  Place place;
  place.post("a.md", "title: A\ndate: 2024-01-01",
             "A word.\n\n<figure onclick=\"x()\"><img src=\"cat.png\"><script>evil()</script>"
             "</figure>\n\n<a href=\"javascript:evil()\">go</a> [there](../b/#n)\n");
  place.build();
  CHECK(support::lines_of(place.findings) == "");
  const std::string feed = place.feed("feed.json");
  for (const char* piece : {R"(<figure><img src=\"https://e.org/a/cat.png\"></figure>)",
                            "<a>go</a>", R"(<a href=\"https://e.org/b/#n\">there</a>)"}) {
    CAPTURE(piece);
    CHECK(feed.find(piece) != std::string::npos);
  }
  CHECK(feed.find("evil") == std::string::npos);
}

TEST_CASE("pipeline: a post is only where its front matter allows it", "[pipeline]") {
  Place place;
  place.post("a.md", "title: everywhere\ndate: 2024-01-01", "word");
  place.post("b.md", "title: searched\ndate: 2024-01-02\nfeed: false", "word");
  place.post("c.md", "title: announced\ndate: 2024-01-03\nsearch: false", "word");
  place.post("d.md", "title: nowhere\ndate: 2024-01-04\nfeed: false\nsearch: false", "word");
  place.config.feeds.limit = 2;
  const Report report = place.build();
  CHECK(support::lines_of(place.findings) == "");
  CHECK(list_of(report.held_back) == "d.md: neither for feeds nor for search\n");
  CHECK(report.posts == 3);
  CHECK(place.hits("word") == 2);
  CHECK(place.feed().find("everywhere") != std::string::npos);
  CHECK(place.feed().find("announced") != std::string::npos);
  CHECK(place.feed().find("searched") == std::string::npos);
}

TEST_CASE("pipeline: a post in UTF-16 is the same post", "[pipeline]") {
  Place place;
  const std::string text = "---\r\ntitle: plain\r\ndate: 2024-01-01\r\n---\r\nsome word\r\n";
  std::string wide = "\xFF\xFE";
  for (const char c : text) wide.append({c, '\0'});
  place.dir.write("posts/a.md", wide);
  const Report report = place.build();
  CHECK(support::lines_of(place.findings) == "");
  CHECK(report.posts == 1);
  CHECK(place.hits("word") == 1);
  CHECK(place.feed().find("&lt;p&gt;some word&lt;/p&gt;") != std::string::npos);
}

TEST_CASE("pipeline: a body is read by what its file's extension says", "[pipeline]") {
  Place place;
  place.post("a.mdx", "title: A\ndate: 2024-01-01",
             "import X from 'secret'\n\nSeen <X>inside</X> {hidden}.");
  place.post("b.html", "title: B\ndate: 2024-01-02", "<p>In&nbsp;HTML</p><style>hidden{}</style>");
  place.post("c.mkd", "title: C\ndate: 2024-01-03", "First.\n\nSecond.\n\n<!--more-->\n\nThird.");
  place.post("d.mdx", "date: 2024-01-04", "export const a = 1\n\n# The heading\n\ntext");
  place.post("e.html", "date: 2024-01-05", "<h1>Another heading</h1>");

  const Report report = place.build();
  CHECK(support::lines_of(place.findings) == "");
  CHECK(report.posts == 5);
  for (const char* hidden : {"secret", "hidden"}) CHECK(place.hits(hidden) == 0);
  for (const char* seen : {"inside", "HTML", "third", "title:heading"}) CHECK(place.hits(seen) > 0);
  const std::string feed = place.feed();
  for (const char* piece : {"First. Second.</summary>", "<title>The heading</title>",
                            "<title>Another heading</title>", "Seen inside ."}) {
    CAPTURE(piece);
    CHECK(feed.find(piece) != std::string::npos);
  }
  CHECK(feed.find("more--") == std::string::npos);
}

TEST_CASE("pipeline: each kind of unknown shortcode is told once, with the newest post that has it",
          "[pipeline]") {
  Place place;
  place.post("a.md", "title: A\ndate: 2024-01-01",
             "{{< wide >}}a{{< /wide >}} {% box %} {{< wide >}}");
  place.post("b.md", "title: B\ndate: 2024-01-02", "{{< wide >}} {{< youtube x >}}");
  const Report report = place.build();
  std::string told;
  for (const auto& row : report.unknown_shortcodes)
    told += row.name + " " + std::to_string(row.posts) + " " +
            std::filesystem::path(row.path).filename().string() + "\n";
  CHECK(told == "{% box %} 1 a.md\n{{< wide >}} 2 b.md\n");
}
