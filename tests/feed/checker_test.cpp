// SPDX-License-Identifier: GPL-2.0-or-later
//
// The checker of feeds, against a good feed spoilt in one place at a time.
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/feed_checker.hpp"

using namespace blogsearch::support;

namespace {

using Lines = std::vector<std::string>;

const std::string good_atom = R"(<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>https://example.org/</id>
  <title>Notes</title>
  <link rel="self" type="application/atom+xml" href="https://example.org/atom.xml"/>
  <link rel="alternate" type="text/html" href="https://example.org/"/>
  <updated>2022-12-15T10:00:00Z</updated>
  <author><name>A</name><uri>https://example.org/a</uri><email>a@example.org</email></author>
  <generator>g</generator>
  <entry>
    <id>tag:example.org,2022:1</id>
    <title>One</title>
    <link href="https://example.org/1"/>
    <published>2022-12-14T10:00:00+01:00</published>
    <updated>2022-12-14T11:00:00.25+01:00</updated>
    <category term="t"/>
    <summary>S</summary>
    <content type="html" xml:base="https://example.org/1">&lt;p&gt;</content>
  </entry>
  <entry>
    <id>tag:example.org,2022:2</id>
    <title type="html">Two &amp;amp;</title>
    <link rel="alternate" href="https://example.org/2"/>
    <updated>2022-12-15T10:00:00Z</updated>
  </entry>
</feed>
)";

const std::string good_rss = R"(<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"
     xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel>
    <title>Notes &#x26; more</title>
    <link>https://example.org/</link>
    <description>D</description>
    <language>en</language>
    <managingEditor>e@example.org (E)</managingEditor>
    <lastBuildDate>Wed, 14 Dec 2022 10:00:00 GMT</lastBuildDate>
    <a:link rel="self" type="application/rss+xml" href="https://example.org/rss.xml"/>
    <item>
      <title>One</title>
      <link>https://example.org/1</link>
      <guid isPermaLink="true">https://example.org/1</guid>
      <pubDate>Wed, 14 Dec 2022 10:00:00 +0100</pubDate>
      <a:updated>2022-12-15T00:00:00Z</a:updated>
      <author>a@example.org (A. W.)</author>
      <category>c</category>
      <description>S &amp;lt;</description>
      <content:encoded>&lt;p&gt;</content:encoded>
      <enclosure url="https://example.org/a.mp3" type="audio/mpeg" length="12"/>
      <dc:language>fr</dc:language>
    </item>
    <item>
      <title>Two</title>
      <guid isPermaLink="false">2</guid>
      <dc:creator>B</dc:creator>
    </item>
  </channel>
</rss>
)";

const std::string good_json = R"({
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Notes",
  "home_page_url": "https://example.org/",
  "feed_url": "https://example.org/feed.json",
  "language": "en",
  "authors": [{"name": "A", "url": "https://example.org/a"}],
  "_ours": {"x": 1},
  "items": [
    {"id": "1", "url": "https://example.org/1", "title": "One", "content_html": "<p>",
     "summary": "S", "date_published": "2022-12-14T10:00:00+01:00",
     "date_modified": "2022-12-14T11:00:00+01:00", "tags": ["c++"], "language": "fr",
     "attachments": [{"url": "https://example.org/a.mp3", "mime_type": "audio/mpeg",
                      "size_in_bytes": 12, "duration_in_seconds": 3.5}]},
    {"id": "2", "content_text": "t"}
  ]
}
)";

/// The first `what` of a good feed is replaced by `with`.
struct Spoilt {
  std::string what;
  std::string with;
  Lines complaints;
};

std::string spoil(std::string document, const Spoilt& spoilt) {
  const std::size_t at = document.find(spoilt.what);
  REQUIRE(at != std::string::npos);
  return document.replace(at, spoilt.what.size(), spoilt.with);
}

}  // namespace

TEST_CASE("feed: the checker finds nothing wrong with good feeds", "[feed]") {
  CHECK(check_atom(good_atom) == Lines{});
  CHECK(check_rss(good_rss) == Lines{});
  CHECK(check_json(good_json) == Lines{});
}

TEST_CASE("feed: the checker knows what is not XML", "[feed]") {
  const auto row = GENERATE(values<Spoilt>({
      {"</feed>", "", {"document: not well-formed: Start-end tags mismatch"}},
      {" encoding=\"utf-8\"", "", {"document: does not say that it is UTF-8"}},
      {"<title>Notes", "<title>N\xFF", {"document: has a character that XML forbids"}},
      {"<title>Notes", "<title>N\x0B", {"document: has a character that XML forbids"}},
      {"<title>Notes", "<title>N&#11;", {"document: '&#11;<' is no reference"}},
      {"<title>Notes", "<title>N&nbsp;", {"document: '&nbsp;' is no reference"}},
      {"<title>Notes", "<title>A&B", {"document: '&B</ti' is no reference"}},
      {"<title>Notes", "<title><![CDATA[A&B]]>", {}},
      {"<generator>g</generator>", "<x:y/>", {"document: the prefix of 'x:y' is not declared"}},
      {"term=\"t\"", "term=\"t\" x:y=\"\"", {"document: the prefix of 'x:y' is not declared"}},
  }));
  CAPTURE(row.with);
  CHECK(check_atom(spoil(good_atom, row)) == row.complaints);
}

TEST_CASE("feed: the checker knows the rules of Atom", "[feed]") {
  const auto row = GENERATE(values<Spoilt>({
      {"http://www.w3.org/2005/Atom", "urn:x", {"document: is no Atom feed but '?:feed'"}},
      {"<id>https://example.org/</id>", "", {"feed: has no atom:id"}},
      {"<title>Notes</title>", "", {"feed: has no atom:title"}},
      {"<updated>2022-12-15T10:00:00Z</updated>", "", {"feed: has no atom:updated"}},
      {"<generator>g</generator>",
       "<generator/><generator/>",
       {"feed: has more than one atom:generator"}},
      {"<generator>g</generator>", "<guid/>", {"feed: must not have a atom:guid"}},
      {"<generator>g</generator>", "<g xmlns=''/>", {"feed: must not have a g"}},
      {"<generator>g</generator>", "<x:g xmlns:x='urn:x'/>", {}},
      {"<generator>g</generator>", "words", {"feed: has text between its elements"}},
      {"<id>tag:example.org,2022:1</id>", "", {"entry 1: has no atom:id"}},
      {"<title>One</title>", "", {"entry 1: has no atom:title"}},
      {"<title>One</title>", "<title> </title>", {"entry 1: its title is empty"}},
      {"<updated>2022-12-14T11:00:00.25+01:00</updated>", "", {"entry 1: has no atom:updated"}},
      {"<summary>S</summary>", "<summary/><summary/>", {"entry 1: has more than one atom:summary"}},
      {"<summary>S</summary>", "<description/>", {"entry 1: must not have a atom:description"}},
      {"<author><name>A</name><uri>https://example.org/a</uri><email>a@example.org</email></"
       "author>",
       "",
       {"entry 1: has no author, nor has the feed", "entry 2: has no author, nor has the feed"}},
      {"<name>A</name>", "", {"feed, atom:author: has no atom:name"}},
      {"<name>A</name>", "<name/>", {"feed, atom:author: its name is empty"}},
      {"<uri>https://example.org/a", "<uri>/a", {"feed, atom:author: its uri is not absolute"}},
      {"<email>a@example.org", "<email>a", {"feed, atom:author: its email is no address"}},
      {"<id>https://example.org/</id>", "<id>/</id>", {"feed: its id is no absolute IRI"}},
      {"2022:1</id>", "2022:2</id>", {"entry 2: has the id of another entry"}},
      {"tag:example.org,2022:1", "a b:c", {"entry 1: its id is no absolute IRI"}},
      {"<updated>2022-12-15T10:00:00Z",
       "<updated>2022-12-15",
       {"feed: atom:updated is no RFC 3339 date"}},
      {"<updated>2022-12-15T10:00:00Z",
       "<updated>2022-12-15t10:00:00z",
       {"feed: atom:updated is no RFC 3339 date"}},
      {"<published>2022-12-14T10:00:00+01:00",
       "<published>2022-02-30T10:00:00Z",
       {"entry 1: atom:published is no RFC 3339 date"}},
      {"<published>2022-12-14T10:00:00+01:00",
       "<published>2022-12-14T10:00:00-01:00",
       {"entry 1: is updated before it is published"}},
      {"<updated>2022-12-15T10:00:00Z",
       "<updated>2022-12-15T09:59:59Z",
       {"entry 2: is updated after the feed"}},
      {"rel=\"self\"", "rel=\"related\"", {"feed: has not one self link"}},
      {"rel=\"self\"",
       "rel=\"\"",
       {"feed: the rel of a link is empty", "feed: has not one self link"}},
      {"href=\"https://example.org/1\"",
       "href=\"1\"",
       {"entry 1: the href of a link is not absolute"}},
      {"href=\"https://example.org/1\"", "", {"entry 1: the href of a link is not absolute"}},
      {"type=\"text/html\"", "type=\"html\"", {"feed: the type of a link is no media type"}},
      {"type=\"text/html\"", "hreflang=\"\"", {"feed: the hreflang of a link is no language tag"}},
      {"<link href=\"https://example.org/1\"/>",
       "<link href=\"https://example.org/1\"/><link href=\"https://example.org/b\"/>",
       {"entry 1: has two alternate links of one type and language"}},
      {"<link href=\"https://example.org/1\"/>",
       "<link href=\"https://example.org/1\"/><link href=\"https://example.org/b\" "
       "hreflang=\"fr\"/>",
       {}},
      {"rel=\"alternate\" href=\"https://example.org/2\"",
       "rel=\"related\" href=\"https://example.org/2\"",
       {"entry 2: has neither content nor an alternate link"}},
      {"<title type=\"html\">",
       "<title type=\"text/html\">",
       {"entry 2: atom:title has the type 'text/html'"}},
      {"<summary>S", "<summary><b>S</b>", {"entry 1: atom:summary has elements in it"}},
      {"type=\"html\" xml:base",
       "type=\"markdown\" xml:base",
       {"entry 1: its content has the type 'markdown'"}},
      {"&lt;p&gt;</content>", "<p/></content>", {"entry 1: its content has elements in it"}},
      {"&lt;p&gt;</content>",
       "</content><rights><p/></rights>",
       {"entry 1: atom:rights has elements in it"}},
      {"type=\"html\" xml:base",
       "type=\"image/png\" src=\"a.png\" xml:base",
       {"entry 1: the src of its content is not absolute",
        "entry 1: its content is both inside and elsewhere"}},
      {"<updated>2022-12-15T10:00:00Z</updated>\n  </entry>",
       "<updated>2022-12-15T10:00:00Z</updated><content type='a/b' src='http://a/'/></entry>",
       {"entry 2: its content is elsewhere and it has no summary"}},
      {"term=\"t\"", "label=\"t\"", {"entry 1: a category has no term"}},
      {"xml:lang=\"en\"", "xml:lang=\"e n\"", {"feed: xml:lang is no language tag"}},
      {"xml:base=\"https://example.org/1\"",
       "xml:base=\"/\"",
       {"content: xml:base is not absolute"}},
      {"<generator>g</generator>", "<icon>a.png</icon>", {"feed: atom:icon is not absolute"}},
  }));
  CAPTURE(row.what, row.with);
  CHECK(check_atom(spoil(good_atom, row)) == row.complaints);
}

TEST_CASE("feed: an Atom feed without entries needs an author of its own", "[feed]") {
  CHECK(check_atom(R"(<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x</id><title>T</title>
<updated>2022-12-14T00:00:00Z</updated><link rel="self" href="https://example.org/"/></feed>)") ==
        Lines{"feed: has no author"});
}

TEST_CASE("feed: the checker knows the rules of RSS", "[feed]") {
  const auto row = GENERATE(values<Spoilt>({
      {"<rss version=\"2.0\"", "<rss version=\"0.91\"", {"document: is not of version 2.0"}},
      {"</channel>", "</channel><channel/>", {"document: has not one channel"}},
      {"<title>Notes &#x26; more</title>", "", {"channel: has no title"}},
      {"<title>Notes &#x26; more</title>", "<title/>", {"channel: title is empty"}},
      {"<description>D</description>", "", {"channel: has no description"}},
      {"<link>https://example.org/</link>", "", {"channel: has no link"}},
      {"<link>https://example.org/<", "<link>/<", {"channel: link is no absolute URL"}},
      {"<language>en", "<language>en US", {"channel: language is no language tag"}},
      {"<language>en</language>", "<updated/>", {"channel: must not have a updated"}},
      {"<language>en</language>",
       "<language>en</language><language>en</language>",
       {"channel: has more than one language"}},
      {"<managingEditor>e@example.org",
       "<managingEditor>e",
       {"channel: managingEditor is no e-mail address"}},
      {"14 Dec 2022 10:00:00 GMT",
       "14 Dec 22 10:00:00 GMT",
       {"channel: lastBuildDate is no RFC 822 date with a year of four digits"}},
      {"rel=\"self\"", "rel=\"hub\"", {"channel: has not one atom:link to itself"}},
      {"application/rss+xml",
       "text/xml",
       {"channel: the self link has another type than application/rss+xml"}},
      {"https://example.org/rss.xml", "rss.xml", {"channel: the href of a link is not absolute"}},
      {"<title>Notes &#x26; more",
       "<title>Notes &amp; more",
       {"channel: title has &amp; in place of hexadecimal references"}},
      {"<title>One",
       "<title>A &lt; B",
       {"item 1: title has &lt; in place of hexadecimal references"}},
      {"<category>c",
       "<category>R&amp;D",
       {"item 1: category has &amp; in place of hexadecimal references"}},
      {"<dc:creator>B",
       "<dc:creator><![CDATA[B]]>",
       {"item 2: dc:creator has <![CDATA[ in place of hexadecimal references"}},
      {"<title>One", "<title><b>One</b>", {"item 1: title has elements in it"}},
      {"<title>Two</title>", "", {"item 2: has neither title nor description"}},
      {"<link>https://example.org/1", "<link>/1", {"item 1: link is no absolute URL"}},
      {"<guid isPermaLink=\"false\">2</guid>", "", {"item 2: has no guid"}},
      {"isPermaLink=\"false\"", "", {"item 2: guid is a permalink but no absolute URL"}},
      {"isPermaLink=\"false\"",
       "isPermaLink=\"no\"",
       {"item 2: isPermaLink is neither true nor false"}},
      {"<guid isPermaLink=\"false\">2",
       "<guid>https://example.org/1",
       {"item 2: has the guid of another item"}},
      {"<guid isPermaLink=\"false\">2", "<guid isPermaLink=\"false\">", {"item 2: guid is empty"}},
      {"Wed, 14 Dec 2022 10:00:00 +0100",
       "2022-12-14",
       {"item 1: pubDate is no RFC 822 date with a year of four digits"}},
      {"Wed, 14 Dec 2022 10:00:00 +0100",
       "Tue, 14 Dec 2022 10:00:00 +0100",
       {"item 1: pubDate is no RFC 822 date with a year of four digits"}},
      {"Wed, 14 Dec 2022 10:00:00 +0100",
       "Wed, 14 Dec 2022 24:12:03 +0100",
       {"item 1: pubDate is no RFC 822 date with a year of four digits"}},
      {"<a:updated>2022-12-15T00:00:00Z",
       "<a:updated>2022-12-15",
       {"item 1: atom:updated is no RFC 3339 date"}},
      {"<a:updated>2022-12-15T00:00:00Z",
       "<a:updated>2022-12-13T00:00:00Z",
       {"item 1: is updated before it is published"}},
      {"<author>a@example.org (A. W.)", "<author>A. W.", {"item 1: author is no e-mail address"}},
      {"<category>c",
       "<dc:creator>A</dc:creator><category>c",
       {"item 1: has both author and dc:creator"}},
      {"<dc:creator>B", "<dc:creator>", {"item 2: dc:creator is empty"}},
      {"<description>S &amp;lt;</description>",
       "",
       {"item 1: content:encoded comes before a description"}},
      {"<description>S &amp;lt;", "<description><p/>", {"item 1: description has elements in it"}},
      {"<category>c</category>", "<subject/>", {"item 1: must not have a subject"}},
      {"url=\"https://example.org/a.mp3\"",
       "url=\"a.mp3\"",
       {"item 1: the enclosure's url is no absolute URL"}},
      {"type=\"audio/mpeg\"", "type=\"mp3\"", {"item 1: the enclosure's type is no media type"}},
      {"length=\"12\"",
       "length=\"1 MB\"",
       {"item 1: the enclosure's length is no number of bytes"}},
      {"<dc:language>fr", "<dc:language>", {"item 1: dc:language is no language tag"}},
      {"</item>\n  </channel>",
       "</item><ttl>5</ttl></channel>",
       {"channel: ttl comes after an item"}},
      {"xmlns:dc=\"http://purl.org/dc/elements/1.1/\"",
       "",
       {"document: the prefix of 'dc:language' is not declared",
        "document: the prefix of 'dc:creator' is not declared"}},
  }));
  CAPTURE(row.what, row.with);
  CHECK(check_rss(spoil(good_rss, row)) == row.complaints);
}

TEST_CASE("feed: the checker knows the rules of JSON Feed", "[feed]") {
  const auto row = GENERATE(values<Spoilt>({
      {"\"items\": [", "\"items\": [,", {"document: is no JSON"}},
      {"version/1.1", "version/1", {"feed: version is not https://jsonfeed.org/version/1.1"}},
      {"\"title\": \"Notes\",", "", {"feed: has no title"}},
      {"\"title\": \"Notes\"", "\"title\": 1", {"feed: title is no string"}},
      {"\"items\"", "\"_items\"", {"feed: has no items"}},
      {"\"_ours\"", "\"ours\"", {"feed: must not have a ours"}},
      {"\"https://example.org/feed.json\"", "\"feed.json\"", {"feed: feed_url is no absolute URL"}},
      {"\"language\": \"en\"", "\"language\": \"\"", {"feed: language is empty"}},
      {"\"language\": \"en\"", "\"language\": \"e n\"", {"feed: language is no language tag"}},
      {"\"language\": \"en\"", "\"expired\": \"no\"", {"feed: expired is neither true nor false"}},
      {"{\"name\": \"A\", \"url\": \"https://example.org/a\"}",
       "{}",
       {"feed, author: has no member"}},
      {"{\"name\": \"A\", \"url\": \"https://example.org/a\"}",
       "\"A\"",
       {"feed, author: is no object"}},
      {"\"url\": \"https://example.org/a\"",
       "\"url\": \"/a\"",
       {"feed, author: url is no absolute URL"}},
      {"\"url\": \"https://example.org/a\"",
       "\"email\": \"a@example.org\"",
       {"feed, author: must not have a email"}},
      {"\"authors\": [", "\"author\": [", {"feed: must not have a author"}},
      {"\"id\": \"1\"", "\"id\": 1", {"item 1: id is no string"}},
      {"\"id\": \"1\",", "", {"item 1: has no id"}},
      {"\"id\": \"1\"", "\"id\": \"2\"", {"item 2: has the id of another item"}},
      {"\"content_text\"", "\"summary\"", {"item 2: has neither content_html nor content_text"}},
      {"\"content_text\": \"t\"", "\"content_text\": \"\"", {"item 2: content_text is empty"}},
      {"\"content_text\": \"t\"",
       "\"content_text\": \"\\u000B\"",
       {"item 2: content_text has a character that XML forbids"}},
      {"\"https://example.org/1\"", "\"/1\"", {"item 1: url is no absolute URL"}},
      {"\"2022-12-14T10:00:00+01:00\"",
       "\"2022-12-14\"",
       {"item 1: date_published is no RFC 3339 date"}},
      {"\"2022-12-14T10:00:00+01:00\"",
       "\"2022-12-14T12:00:00+01:00\"",
       {"item 1: is modified before it is published"}},
      {"[\"c++\"]", "\"c++\"", {"item 1: tags is no list"}},
      {"[\"c++\"]", "[1]", {"item 1: a tag is no string"}},
      {"\"mime_type\": \"audio/mpeg\",", "", {"item 1, attachment: has no mime_type"}},
      {"\"size_in_bytes\": 12",
       "\"size_in_bytes\": \"12\"",
       {"item 1, attachment: size_in_bytes is no number"}},
      {"\"title\": \"Notes\"",
       "\"title\": \"N\xFF\"",
       {"document: is no JSON", "document: has a character that XML forbids"}},
  }));
  CAPTURE(row.what, row.with);
  CHECK(check_json(spoil(good_json, row)) == row.complaints);
}
