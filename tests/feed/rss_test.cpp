// SPDX-License-Identifier: GPL-2.0-or-later
#include <pugixml.hpp>
#include <string>

#include "feed/sample.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using namespace blogsearch::feed;

namespace {

std::string rss(const std::vector<sample::Entry>& entries) {
  return sample::write(model::Format::rss, sample::channel(), entries);
}

pugi::xml_node item_of(pugi::xml_document& document, const sample::Entry& entry) {
  const std::string bytes = rss({entry});
  document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  return document.child("rss").child("channel").child("item");
}

std::vector<std::string> texts(pugi::xml_node item, const char* name) {
  std::vector<std::string> found;
  for (const pugi::xml_node child : item.children(name)) found.emplace_back(child.child_value());
  return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("feed: an RSS feed is written as the RSS Board's profile has it", "[feed]") {
  sample::Entry entry = sample::plain();
  entry.post.title = "A < B & \"C\"";
  entry.post.tags = {"c++"};
  entry.post.categories = {"R&D"};
  entry.summary = "if a < b && \"c\"";
  CHECK(rss({entry}) ==
        R"(<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
  <channel>
    <title>Notes &#x26; &#x3C;Shed&#x3E;</title>
    <link>https://example.org/</link>
    <description>From a small shed</description>
    <language>en</language>
    <lastBuildDate>Wed, 14 Dec 2022 10:00:00 +0100</lastBuildDate>
    <generator>blogsearch</generator>
    <docs>https://www.rssboard.org/rss-specification</docs>
    <atom:link rel="self" type="application/rss+xml" href="https://example.org/the-feed" />
    <item>
      <title>A &#x3C; B &#x26; "C"</title>
      <link>https://example.org/hello/</link>
      <guid isPermaLink="true">https://example.org/hello/</guid>
      <pubDate>Wed, 14 Dec 2022 10:00:00 +0100</pubDate>
      <dc:creator>A. Writer</dc:creator>
      <category domain="https://example.org/tags/">c++</category>
      <category domain="https://example.org/categories/">R&#x26;D</category>
      <description>if a &amp;lt; b &amp;amp;&amp;amp; "c"</description>
      <content:encoded>&lt;p&gt;Hello, &lt;em&gt;world&lt;/em&gt;.&lt;/p&gt;
</content:encoded>
    </item>
  </channel>
</rss>
)");
}

TEST_CASE("feed: an RSS feed without entries or subtitle is a whole document", "[feed]") {
  Channel channel = sample::channel();
  channel.subtitle.clear();
  const std::string bytes = sample::write(model::Format::rss, channel, {});
  pugi::xml_document document;
  REQUIRE(document.load_buffer(bytes.data(), bytes.size()));
  CHECK(document.child("rss").child("channel").child_value("description") == channel.title);
  CHECK(bytes.find(" />\n  </channel>\n</rss>\n") != std::string::npos);
}

TEST_CASE("feed: an RSS parser reads back what the posts hold", "[feed]") {
  for (const sample::Entry& entry : sample::nasty()) {
    CAPTURE(entry.post.url);
    pugi::xml_document document;
    const pugi::xml_node item = item_of(document, entry);
    CHECK(texts(item, "title") == Texts{sample::legal(entry.post.title)});
    CHECK(texts(item, "link") == Texts{entry.post.url});
    CHECK(texts(item, "guid") == Texts{entry.post.id});
    CHECK(texts(item, "category") == sample::terms_of(entry));
    if (!item.child("author")) CHECK(texts(item, "dc:creator") == sample::names_of(entry));
    const char* body = entry.summary.empty() ? "description" : "content:encoded";
    CHECK(item.child_value(body) == sample::legal(entry.html));
  }
}

TEST_CASE("feed: a guid is a permalink only when it is the post's URL", "[feed]") {
  pugi::xml_document document;
  sample::Entry entry = sample::plain();
  entry.post.id = "tag:example.org,2009:7";
  const pugi::xml_node guid = item_of(document, entry).child("guid");
  CHECK(guid.attribute("isPermaLink").value() == std::string("false"));
}

TEST_CASE("feed: an RSS author is one address, else every name is a dc:creator", "[feed]") {
  pugi::xml_document document;
  sample::Entry entry = sample::plain();
  entry.post.authors = {{"A. & W", "a@example.org", ""}};
  const pugi::xml_node by_mail = item_of(document, entry);
  CHECK(texts(by_mail, "author") == Texts{"a@example.org (A. & W)"});
  CHECK(texts(by_mail, "dc:creator").empty());

  entry.post.authors = {{"A", "a@example.org", ""}, {"B", "b@example.org", ""}};
  const pugi::xml_node by_two = item_of(document, entry);
  CHECK(texts(by_two, "author").empty());
  CHECK(texts(by_two, "dc:creator") == Texts{"A", "B"});
}

TEST_CASE("feed: RSS keeps the date of publication and tells of an update apart", "[feed]") {
  pugi::xml_document document;
  sample::Entry entry = sample::plain();
  CHECK(texts(item_of(document, entry), "atom:updated").empty());
  entry.post.updated.instant += std::chrono::hours(24);
  const pugi::xml_node item = item_of(document, entry);
  CHECK(texts(item, "pubDate") == Texts{"Wed, 14 Dec 2022 10:00:00 +0100"});
  CHECK(texts(item, "atom:updated") == Texts{"2022-12-15T10:00:00+01:00"});
}

TEST_CASE("feed: the body of a post without a summary is its description", "[feed]") {
  pugi::xml_document document;
  sample::Entry entry = sample::plain();
  entry.summary.clear();
  const pugi::xml_node item = item_of(document, entry);
  CHECK(texts(item, "description") == Texts{entry.html});
  CHECK(texts(item, "content:encoded").empty());

  entry.html.clear();
  CHECK(texts(item_of(document, entry), "description").empty());
}

TEST_CASE("feed: an RSS item in another language says so", "[feed]") {
  pugi::xml_document document;
  sample::Entry entry = sample::plain();
  CHECK(texts(item_of(document, entry), "dc:language").empty());
  entry.post.lang = "fr";
  CHECK(texts(item_of(document, entry), "dc:language") == Texts{"fr"});
}

TEST_CASE("feed: an RSS feed says all that its site and posts say", "[feed]") {
  sample::Entry entry = sample::with_everything();
  entry.html = entry.summary = "";
  const std::string bytes = sample::write(model::Format::rss, sample::full_channel(), {entry});
  const std::string opening =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
      "<?xml-stylesheet type=\"text/css\" href=\"/a&amp;b/feed.css\"?>\n"
      "<rss ";
  CHECK(bytes.substr(0, opening.size()) == opening);
  CHECK(bytes.substr(bytes.find("    <language>")) == R"(    <language>en</language>
    <copyright>© A &#x26; &#x3C;B&#x3E;</copyright>
    <lastBuildDate>Wed, 14 Dec 2022 10:00:00 +0100</lastBuildDate>
    <generator>blogsearch</generator>
    <docs>https://www.rssboard.org/rss-specification</docs>
    <image>
      <url>https://example.org/logo.png?a=1&#x26;b=2</url>
      <title>Notes &#x26; &#x3C;Shed&#x3E;</title>
      <link>https://example.org/</link>
    </image>
    <atom:link rel="self" type="application/rss+xml" href="https://example.org/the-feed" />
    <atom:link rel="hub" href="https://hub.example/?a=1&amp;b=2" />
    <atom:link rel="hub" href="https://hub2.example/" />
    <atom:link rel="license" href="https://example.org/license?a=1&amp;b=2" />
    <item>
      <title>All fields</title>
      <link>https://example.org/everything/</link>
      <guid isPermaLink="true">https://example.org/everything/</guid>
      <pubDate>Wed, 14 Dec 2022 10:00:00 +0100</pubDate>
      <dc:creator>A. Writer</dc:creator>
      <dc:rights>© A &#x26; &#x3C;B&#x3E;</dc:rights>
      <enclosure url="https://example.org/1.mp3?a=1&amp;b=2" length="12345" type="audio/mpeg" />
      <atom:link rel="enclosure" type="application/pdf" href="https://example.org/notes.pdf" />
      <atom:link rel="related" href="https://elsewhere.example/?a=1&amp;b=%3C" />
      <atom:link rel="related" href="https://related.example/" />
      <atom:link rel="via" href="https://via.example/" title="Via &amp; &lt;Co&gt;" />
      <atom:link rel="via" href="https://via.example/2" />
      <atom:link rel="license" href="https://example.org/license?a=1&amp;b=2" />
      <media:content url="https://example.org/a&amp;b.JPG?w=1" medium="image" type="image/jpeg">
        <media:description>A "cover" &lt;x&gt;</media:description>
      </media:content>
    </item>
  </channel>
</rss>
)");
}

TEST_CASE("feed: an RSS enclosure whose length is not known has one of 0", "[feed]") {
  pugi::xml_document document;
  sample::Entry entry = sample::plain();
  entry.post.enclosures = {{"https://example.org/1.mp3", "audio/mpeg", 0, "", 0}};
  const pugi::xml_node enclosure = item_of(document, entry).child("enclosure");
  CHECK(enclosure.attribute("length").value() == std::string("0"));
}
