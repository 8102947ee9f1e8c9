// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/feed/reader.hpp"

#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/temp_dir.hpp"
#include "time/write.hpp"

using namespace blogsearch;
using feed::OldEntry;

namespace {

std::string line_of(const OldEntry& entry) {
  const std::string date = entry.published ? time::rfc3339_utc(*entry.published) : "no date";
  return entry.id + " | " + entry.url + " | " + entry.title + " | " + date + "\n";
}

/// The entries, a line each; then what was found wrong.
std::string read(const std::string& bytes) {
  Diagnostics findings;
  const auto entries = feed::read("old.xml", bytes, findings);
  std::string out;
  if (entries)
    for (const OldEntry& entry : *entries) out += line_of(entry);
  for (const Diagnostic& finding : findings) CHECK(finding.file == "old.xml");
  return out + support::lines_of(findings);
}

std::string read_item(const std::string& inside, const std::string& attributes = "") {
  return read("<rss version=\"2.0\" " + attributes +
              "><channel><link>https://e.org/b/</link><item>" + inside + "</item></channel></rss>");
}

std::string read_entry(const std::string& inside, const std::string& attributes = "") {
  return read("<feed xmlns=\"http://www.w3.org/2005/Atom\" " + attributes + "><entry>" + inside +
              "</entry></feed>");
}

}  // namespace

TEST_CASE("feed: the feeds of generators are read, each with its own ids", "[feed]") {
  struct Row {
    std::string file, first_id, second_id, first_url, second_url;
  };
  const std::string site = "https://old.example/";
  const std::string rain = site + "blog/rain-and-roofs/";
  const std::string shed = site + "blog/a-shed/";
  const auto row = GENERATE_COPY(
      Row{"jekyll.xml", site + "blog/rain-and-roofs", site + "blog/a-shed",
          site + "blog/rain-and-roofs.html", site + "blog/a-shed.html"},
      Row{"hugo.xml", rain, shed, rain, shed}, Row{"zola.xml", rain, shed, rain, shed},
      Row{"eleventy.json", rain, shed, rain, shed}, Row{"astro.xml", rain, shed, rain, shed},
      Row{"wordpress.xml", site + "?p=42", site + "?p=7", rain, shed},
      Row{"pelican.xml", "tag:old.example,2020-02-29:/blog/rain-and-roofs.html",
          "tag:old.example,2019-05-01:/blog/a-shed.html", site + "blog/rain-and-roofs.html",
          site + "blog/a-shed.html"});
  CAPTURE(row.file);
  const std::string bytes = support::slurp(FIXTURES_DIR "/feeds/" + row.file);
  const std::string got = read(bytes);
  const bool is_typographic = row.file == "jekyll.xml" || row.file == "wordpress.xml";
  CHECK(got == row.first_id + " | " + row.first_url +
                   " | Rain & roofs: what “dry” means | 2020-02-29T17:30:00Z\n" + row.second_id +
                   " | " + row.second_url + " | A shed of one" + (is_typographic ? "’" : "'") +
                   "s own | 2019-05-01T00:00:00Z\n");
  CHECK(read("\xEF\xBB\xBF" + bytes) == got);
  CHECK(read("\n  " + bytes) == (row.file == "eleventy.json" ? got : read("\n  " + bytes)));
}

TEST_CASE("feed: an RSS item is known by its guid, or else by its link", "[feed]") {
  CHECK(read_item("<guid> 12 at https://e.org \n</guid><link>https://e.org/a</link>") ==
        "12 at https://e.org | https://e.org/a |  | no date\n");
  CHECK(read_item("<link>https://e.org/é</link><title>T</title>") ==
        "https://e.org/é | https://e.org/é | T | no date\n");
  CHECK(read_item("<guid>https://e.org/g</guid>") ==
        "https://e.org/g | https://e.org/g |  | no date\n");
  CHECK(read_item("<guid isPermaLink=\"false\">https://e.org/g</guid>") ==
        "https://e.org/g |  |  | no date\n");
  CHECK(read_item("<guid><![CDATA[x]]>y</guid><link><![CDATA[ c/ ]]></link>") ==
        "xy | https://e.org/b/c/ |  | no date\n");
  CHECK(read_item("<guid>x</guid><link>c</link>", "xml:base=\"https://f.org/\"") ==
        "x | https://f.org/c |  | no date\n");
  CHECK(read_item("<guid>x</guid><link>https://proxy.example/1</link>"
                  "<fb:origLink>https://e.org/1</fb:origLink>",
                  "xmlns:fb=\"http://rssnamespace.org/feedburner/ext/1.0\"") ==
        "x | https://e.org/1 |  | no date\n");
  CHECK(read_item("<guid>x</guid><a:link href=\"/at\"/>",
                  "xmlns:a=\"http://www.w3.org/2005/Atom\"") ==
        "x | https://e.org/at |  | no date\n");
}

TEST_CASE("feed: only the words of RSS itself are read, whatever its namespace", "[feed]") {
  CHECK(read_item("<itunes:title>no</itunes:title><title>yes</title><guid>x</guid>"
                  "<dc:date>2019-05-01T10:00:00+02:00</dc:date>",
                  "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:itunes=\"urn:i\"") ==
        "x |  | yes | 2019-05-01T08:00:00Z\n");
  CHECK(read_item("<guid>x</guid><title>t</title><pubDate>Wed, 1 May 19 10:00:00 EST</pubDate>",
                  "xmlns=\"http://backend.userland.com/rss2\"") ==
        "x |  | t | 2019-05-01T15:00:00Z\n");
  CHECK(read("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
             "xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
             "<channel rdf:about=\"https://e.org/\"><link>https://e.org/</link></channel>"
             "<item rdf:about=\"urn:1\"><title>One</title><link>https://e.org/1</link>"
             "<dc:date>2003-02-01</dc:date></item></rdf:RDF>") ==
        "urn:1 | https://e.org/1 | One | 2003-02-01T00:00:00Z\n");
}

TEST_CASE("feed: an Atom entry's page is its alternate link of HTML", "[feed]") {
  CHECK(read_entry("<id>x</id><link rel=\"self\" href=\"https://e.org/x.atom\"/>"
                   "<link rel=\"alternate\" type=\"text/plain\" href=\"/x.txt\"/>"
                   "<link type=\"text/html\" href=\"x\"/><updated>2019-05-01T00:00:00Z</updated>",
                   "xml:base=\"https://e.org/one/\"") ==
        "x | https://e.org/one/x |  | 2019-05-01T00:00:00Z\n");
  CHECK(read_entry("<id>x</id><link href=\"x\" xml:base=\"two/\"/>",
                   "xml:base=\"https://e.org/one/\"") ==
        "x | https://e.org/one/two/x |  | no date\n");
  CHECK(read("<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:link href=\"https://e.org/\"/>"
             "<a:entry><a:id>\n x </a:id><a:link href=\"/x\"/></a:entry></a:feed>") ==
        "x | https://e.org/x |  | no date\n");
  CHECK(read("<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><entry><id>x</id>"
             "<title mode=\"escaped\">a &amp;amp; b</title>"
             "<issued>2004-05-01T10:00:00Z</issued></entry></feed>") ==
        "x |  | a & b | 2004-05-01T10:00:00Z\n");
}

TEST_CASE("feed: titles come out as plain text", "[feed]") {
  const auto title_of = [](const std::string& title) {
    const std::string line = read_entry("<id>x</id>" + title);
    return line.substr(7, line.size() - 7 - std::string(" | no date\n").size());
  };
  CHECK(title_of("<title>a &lt;b&gt; c</title>") == "a <b> c");
  CHECK(title_of("<title type=\"html\">a &lt;b&gt;c&lt;/b&gt; &amp;amp; d</title>") == "a c & d");
  CHECK(
      title_of(
          "<title type=\"html\"><![CDATA[1 < 2 &amp; x&nbsp;y &#8212; &#x21; &zz; &]]></title>") ==
      "1 < 2 & x y — ! &zz; &");
  CHECK(title_of("<title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">a <em>b</em>"
                 "\n c</div></title>") == "a b c");
  CHECK(read_item("<guid>x</guid><title>I&amp;#8217;m &lt;i&gt;here&lt;/i&gt;</title>") ==
        "x |  | I’m here | no date\n");
}

TEST_CASE("feed: JSON Feed ids may be numbers, and are texts", "[feed]") {
  CHECK(read(R"({"version": "https://jsonfeed.org/version/1", "items": [
      {"id": 7, "url": "https://e.org/7", "title": "a\u00a0b"},
      {"url": "https://e.org/é"}, 3, {"title": "lost"}]})") ==
        "7 | https://e.org/7 | a b | no date\n"
        "https://e.org/é | https://e.org/é |  | no date\n"
        "3:38 this entry has neither an id nor a link: no reader knows it "
        "[feed.entry-without-id] (write an `id:` into the front matter of \"lost\" yourself)\n");
  std::string many = R"({"items": [)";
  for (int i = 0; i < 12'000; ++i)
    many += (i == 0 ? "" : ",") + std::string(R"({"id": ")") + std::to_string(i) + "\"}";
  Diagnostics findings;
  CHECK(feed::read("many.json", many + "]}", findings)->size() == 12'000);
}

TEST_CASE("feed: what is no feed is said with its place", "[feed]") {
  const std::string html =
      "1:1 this is a web page, not a feed [feed.not-a-feed] (save the feed itself; the page names "
      "it in a <link rel=\"alternate\">)\n";
  CHECK(read("<!DOCTYPE html><title>404</title>") == html);
  CHECK(read("\n<HTML>").substr(3) == html.substr(3));
  const std::string neither =
      "1:1 this is neither XML nor JSON [feed.not-a-feed] (Atom, RSS and JSON Feed are read)\n";
  CHECK(read("") == neither);
  CHECK(read("hello") == neither);
  CHECK(read("<?xml version=\"1.0\"?>\n<opml/>") ==
        "2:2 `opml` is the root of no feed [feed.not-a-feed] (Atom, RSS and JSON Feed are read)\n");
  CHECK(read("<rss>\n<channel><title>x</channel></rss>") ==
        "2:20 this XML is not well-formed, so no feed reader can read it [feed.not-a-feed] (mend "
        "this place, or take an older copy of the feed)\n");
  CHECK(read("{\"version\": \"x\"}") ==
        "1:1 this JSON has no `items` [feed.not-a-feed] (a JSON Feed has a list of them at its "
        "top)\n");
  CHECK(read("{\n\"items\": [}") ==
        "2:11 this is not valid JSON: this is neither a text, a number, true, false nor null "
        "[feed.not-a-feed] (put a text in double quotes)\n");
}

TEST_CASE("feed: an entry without id and link is told", "[feed]") {
  CHECK(read_item("<title>lost</title>") ==
        "1:60 this entry has neither an id nor a link: no reader knows it "
        "[feed.entry-without-id] (write an `id:` into the front matter of \"lost\" yourself)\n");
}

TEST_CASE("feed: hostile feeds are read to their end", "[feed]") {
  std::string deep = "<rss><channel><item><guid>x</guid><title>";
  for (int i = 0; i < 100'000; ++i) deep += "<b>";
  CHECK(read(deep).find("not well-formed") != std::string::npos);
  for (int i = 0; i < 100'000; ++i) deep += "</b>";
  CHECK(read(deep + "</title></item></channel></rss>") == "x |  |  | no date\n");
  CHECK(read_item("<guid>x</guid><title>" + std::string(200'000, '&') + "</title>").size() >
        200'000);
  CHECK(read("{\"items\": " + std::string(100'000, '[')).find("[feed.not-a-feed]") !=
        std::string::npos);
  const std::string bomb =
      "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
      "<rss><channel><item><guid>&b;</guid></item></channel></rss>";
  CHECK(read(bomb) == "&b; |  |  | no date\n");
}
