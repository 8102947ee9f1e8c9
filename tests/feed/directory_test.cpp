// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/feed/directory.hpp"

#include <pugixml.hpp>

#include "support/catch.hpp"
#include "time/read.hpp"

using namespace blogsearch;

namespace {

time::Timestamp at(const char* text) { return time::read(text, time::Zone::utc())->timestamp; }

}  // namespace

TEST_CASE("feed: the line of a feed is HTML that can be pasted", "[feed]") {
  CHECK(feed::link_line(
            {"https://e.org/de/a.xml?x&y", "application/atom+xml", "A \"b\" <c>", "de"}) ==
        R"(<link rel="alternate" type="application/atom+xml" hreflang="de" )"
        R"(title="A &quot;b&quot; &lt;c&gt;" href="https://e.org/de/a.xml?x&amp;y">)");
}

TEST_CASE("feed: a list of feeds is OPML that other programs read", "[feed]") {
  const std::string opml = feed::opml(
      "A & B", "https://e.org/",
      {{"https://e.org/atom.xml", "application/atom+xml", "A & B", ""},
       {"https://e.org/de/atom.xml?a&b", "application/atom+xml", "A & B (de) \x0b", "de"}});
  CHECK(opml == R"(<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
  <head>
    <title>A &amp; B</title>
  </head>
  <body>
    <outline type="rss" text="A &amp; B" title="A &amp; B" xmlUrl="https://e.org/atom.xml" htmlUrl="https://e.org/" />
    <outline type="rss" text="A &amp; B (de) " title="A &amp; B (de) " xmlUrl="https://e.org/de/atom.xml?a&amp;b" htmlUrl="https://e.org/" language="de" />
  </body>
</opml>
)");
  pugi::xml_document parsed;
  REQUIRE(parsed.load_string(opml.c_str()));
  CHECK(std::string(parsed.child("opml").child("head").child_value("title")) == "A & B");
}

TEST_CASE("feed: a sitemap tells when a page changed and where its translations are", "[feed]") {
  CHECK(feed::sitemap({{"https://e.org/a&b/", at("2024-05-17T10:00:00+02:00"), {}},
                       {"https://e.org/c/",
                        at("2024-05-18"),
                        {{"de", "https://e.org/de/c/"}, {"en", "https://e.org/c/"}}}}) ==
        R"(<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
  <url>
    <loc>https://e.org/a&amp;b/</loc>
    <lastmod>2024-05-17T10:00:00+02:00</lastmod>
  </url>
  <url>
    <loc>https://e.org/c/</loc>
    <lastmod>2024-05-18T00:00:00Z</lastmod>
    <xhtml:link rel="alternate" hreflang="de" href="https://e.org/de/c/" />
    <xhtml:link rel="alternate" hreflang="en" href="https://e.org/c/" />
  </url>
</urlset>
)");
}
