// SPDX-License-Identifier: GPL-2.0-or-later
#include <pugixml.hpp>
#include <string>

#include "feed/sample.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using namespace blogsearch::feed;

namespace {

std::string atom(const std::vector<sample::Entry>& entries) {
  return sample::write(model::Format::atom, sample::channel(), entries);
}

/// The first entry of a feed of one.
pugi::xml_node entry_of(pugi::xml_document& document, const sample::Entry& entry) {
  const std::string bytes = atom({entry});
  document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  return document.child("feed").child("entry");
}

}  // namespace

TEST_CASE("feed: an Atom feed is written as RFC 4287 has it", "[feed]") {
  sample::Entry entry = sample::plain();
  entry.post.tags = {"c++"};
  entry.post.categories = {"R&D"};
  entry.post.updated.instant += std::chrono::hours(1);
  CHECK(atom({entry}) == R"(<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en">
  <id>https://example.org/</id>
  <title>Notes &amp; &lt;Shed&gt;</title>
  <subtitle>From a small shed</subtitle>
  <link rel="self" type="application/atom+xml" href="https://example.org/the-feed" />
  <link rel="alternate" type="text/html" href="https://example.org/" />
  <updated>2022-12-14T10:00:00+01:00</updated>
  <author>
    <name>A. Writer</name>
    <uri>https://example.org/about</uri>
    <email>a@example.org</email>
  </author>
  <generator>blogsearch</generator>
  <entry>
    <id>https://example.org/hello/</id>
    <title>Hello</title>
    <link rel="alternate" type="text/html" href="https://example.org/hello/" />
    <published>2022-12-14T10:00:00+01:00</published>
    <updated>2022-12-14T11:00:00+01:00</updated>
    <author>
      <name>A. Writer</name>
    </author>
    <category term="c++" scheme="https://example.org/tags/" label="c++" />
    <category term="R&amp;D" scheme="https://example.org/categories/" label="R&amp;D" />
    <summary>A greeting.</summary>
    <content type="html" xml:base="https://example.org/hello/">&lt;p&gt;Hello, &lt;em&gt;world&lt;/em&gt;.&lt;/p&gt;
</content>
  </entry>
</feed>
)");
}

TEST_CASE("feed: an Atom feed without entries is a whole document", "[feed]") {
  Channel channel = sample::channel();
  channel.subtitle.clear();
  channel.author = {"A. Writer", "", ""};
  CHECK(sample::write(model::Format::atom, channel, {}) == R"(<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en">
  <id>https://example.org/</id>
  <title>Notes &amp; &lt;Shed&gt;</title>
  <link rel="self" type="application/atom+xml" href="https://example.org/the-feed" />
  <link rel="alternate" type="text/html" href="https://example.org/" />
  <updated>2022-12-14T10:00:00+01:00</updated>
  <author>
    <name>A. Writer</name>
  </author>
  <generator>blogsearch</generator>
</feed>
)");
}

TEST_CASE("feed: an entry in another language says so", "[feed]") {
  pugi::xml_document document;
  sample::Entry entry = sample::plain();
  CHECK_FALSE(entry_of(document, entry).attribute("xml:lang"));
  entry.post.lang = "fr";
  CHECK(entry_of(document, entry).attribute("xml:lang").value() == std::string("fr"));
}

TEST_CASE("feed: an Atom parser reads back what the posts hold", "[feed]") {
  for (const sample::Entry& entry : sample::nasty()) {
    CAPTURE(entry.post.url);
    pugi::xml_document document;
    const pugi::xml_node read = entry_of(document, entry);
    const auto text = [read](const char* name) {
      return std::string(read.child(name).child_value());
    };
    CHECK(text("id") == entry.post.id);
    CHECK(text("title") == sample::legal(entry.post.title));
    CHECK(text("summary") == sample::legal(entry.summary));
    CHECK(text("content") == sample::legal(entry.html));
    CHECK(read.child("link").attribute("href").value() == entry.post.url);
    std::vector<std::string> names, tags;
    for (const pugi::xml_node author : read.children("author"))
      names.emplace_back(author.child_value("name"));
    for (const pugi::xml_node category : read.children("category"))
      tags.emplace_back(category.attribute("term").value());
    CHECK(tags == sample::terms_of(entry));
    CHECK(text("rights") == sample::legal(entry.post.rights));
    const pugi::xml_node image = read.child("media:content");
    CHECK(image.attribute("url").value() == entry.post.image.src);
    CHECK(image.child_value("media:description") == entry.post.image.alt);
    CHECK(names == sample::names_of(entry));
  }
}

TEST_CASE("feed: what is no e-mail address and no absolute URI is left out of a person", "[feed]") {
  pugi::xml_document document;
  sample::Entry entry = sample::plain();
  struct Row {
    std::string email, uri;
    bool has_email, has_uri;
  };
  const auto row = GENERATE(values<Row>({
      {"a@example.org", "https://example.org/a", true, true},
      {"", "", false, false},
      {"a at example.org", "/about", false, false},
      {"@example.org", "example.org", false, false},
      {"a@", "mailto:a@example.org", false, true},
      {"A <a@example.org>", "../a", false, false},
  }));
  CAPTURE(row.email, row.uri);
  entry.post.authors = {{"A", row.email, row.uri}};
  const pugi::xml_node author = entry_of(document, entry).child("author");
  CHECK(author.child_value("email") == (row.has_email ? row.email : std::string()));
  CHECK(author.child_value("uri") == (row.has_uri ? row.uri : std::string()));
  CHECK(static_cast<bool>(author.child("email")) == row.has_email);
  CHECK(static_cast<bool>(author.child("uri")) == row.has_uri);
}

TEST_CASE("feed: an Atom feed says all that its site and posts say", "[feed]") {
  sample::Entry entry = sample::with_everything();
  entry.html = entry.summary = "";
  const std::string bytes = sample::write(model::Format::atom, sample::full_channel(), {entry});
  CHECK(bytes == R"(<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet type="text/css" href="/a&amp;b/feed.css"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en">
  <id>https://example.org/</id>
  <title>Notes &amp; &lt;Shed&gt;</title>
  <subtitle>From a small shed</subtitle>
  <link rel="self" type="application/atom+xml" href="https://example.org/the-feed" />
  <link rel="alternate" type="text/html" href="https://example.org/" />
  <link rel="hub" href="https://hub.example/?a=1&amp;b=2" />
  <link rel="hub" href="https://hub2.example/" />
  <link rel="license" href="https://example.org/license?a=1&amp;b=2" />
  <updated>2022-12-14T10:00:00+01:00</updated>
  <author>
    <name>A. Writer</name>
    <uri>https://example.org/about</uri>
    <email>a@example.org</email>
  </author>
  <generator>blogsearch</generator>
  <icon>https://example.org/icon.png</icon>
  <logo>https://example.org/logo.png?a=1&amp;b=2</logo>
  <rights>© A &amp; &lt;B&gt;</rights>
  <entry>
    <id>https://example.org/everything/</id>
    <title>All fields</title>
    <link rel="alternate" type="text/html" href="https://example.org/everything/" />
    <link rel="enclosure" type="audio/mpeg" href="https://example.org/1.mp3?a=1&amp;b=2" title="One &amp; &lt;two&gt;" length="12345" />
    <link rel="enclosure" type="application/pdf" href="https://example.org/notes.pdf" />
    <link rel="related" href="https://elsewhere.example/?a=1&amp;b=%3C" />
    <link rel="related" href="https://related.example/" />
    <link rel="via" href="https://via.example/" title="Via &amp; &lt;Co&gt;" />
    <link rel="via" href="https://via.example/2" />
    <link rel="license" href="https://example.org/license?a=1&amp;b=2" />
    <published>2022-12-14T10:00:00+01:00</published>
    <updated>2022-12-14T10:00:00+01:00</updated>
    <author>
      <name>A. Writer</name>
    </author>
    <rights>© A &amp; &lt;B&gt;</rights>
    <media:content url="https://example.org/a&amp;b.JPG?w=1" medium="image" type="image/jpeg">
      <media:description>A "cover" &lt;x&gt;</media:description>
    </media:content>
  </entry>
</feed>
)");
}

TEST_CASE("feed: a picture without an extension that is known has no type", "[feed]") {
  pugi::xml_document document;
  sample::Entry entry = sample::plain();
  CHECK_FALSE(entry_of(document, entry).child("media:content"));
  entry.post.image = {"https://example.org/picture?id=7", ""};
  const pugi::xml_node image = entry_of(document, entry).child("media:content");
  CHECK(image.attribute("medium").value() == std::string("image"));
  CHECK_FALSE(image.attribute("type"));
  CHECK_FALSE(image.first_child());
}
