// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include "feed/sample.hpp"
#include "support/catch.hpp"
#include "syntax/json.hpp"

using namespace blogsearch;
using namespace blogsearch::feed;
using syntax::Json;

namespace {

Json read(const std::vector<sample::Entry>& entries) {
  auto json = syntax::read_json(sample::write(model::Format::json, sample::channel(), entries));
  REQUIRE(json);
  return *json;
}

const Json::Array& items_of(const Json& feed) {
  return std::get<Json::Array>(feed.find("items")->value());
}

/// "(none)" when there is no such member.
std::string text(const Json& object, std::string_view key) {
  const Json* member = object.find(key);
  return member == nullptr ? "(none)" : std::get<std::string>(member->value());
}

/// Empty when there is no such member.
Json::Array list(const Json& object, std::string_view key) {
  const Json* member = object.find(key);
  return member == nullptr ? Json::Array{} : std::get<Json::Array>(member->value());
}

std::string or_none(const std::string& value) { return value.empty() ? "(none)" : value; }

}  // namespace

TEST_CASE("feed: a JSON feed is written as JSON Feed 1.1 has it", "[feed]") {
  sample::Entry first = sample::plain();
  first.post.authors = {{"A. Writer", "a@example.org", "https://example.org/about"}};
  first.post.tags = {"c++"};
  first.post.categories = {"日本語", "c++"};
  sample::Entry second = sample::plain();
  second.post.title = "\"Quoted\" \\ & <b>";
  second.html.clear();
  second.post.lang = "fr";
  CHECK(sample::write(model::Format::json, sample::channel(), {first, second}) == R"({
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Notes & <Shed>",
  "home_page_url": "https://example.org/",
  "feed_url": "https://example.org/the-feed",
  "description": "From a small shed",
  "language": "en",
  "authors": [
    {
      "name": "A. Writer",
      "url": "https://example.org/about"
    }
  ],
  "items": [
    {
      "id": "https://example.org/hello/",
      "url": "https://example.org/hello/",
      "title": "Hello",
      "content_html": "<p>Hello, <em>world</em>.</p>\n",
      "summary": "A greeting.",
      "date_published": "2022-12-14T10:00:00+01:00",
      "date_modified": "2022-12-14T10:00:00+01:00",
      "authors": [
        {
          "name": "A. Writer",
          "url": "https://example.org/about"
        }
      ],
      "tags": [
        "c++",
        "日本語"
      ]
    },
    {
      "id": "https://example.org/hello/",
      "url": "https://example.org/hello/",
      "title": "\"Quoted\" \\ & <b>",
      "content_text": "A greeting.",
      "summary": "A greeting.",
      "date_published": "2022-12-14T10:00:00+01:00",
      "date_modified": "2022-12-14T10:00:00+01:00",
      "authors": [
        {
          "name": "A. Writer"
        }
      ],
      "language": "fr"
    }
  ]
}
)");
}

TEST_CASE("feed: a JSON feed without items is a whole document", "[feed]") {
  const std::string bytes = sample::write(model::Format::json, sample::channel(), {});
  CHECK(bytes.substr(bytes.find("  \"items\"")) == "  \"items\": [\n\n  ]\n}\n");
  CHECK(items_of(read({})).empty());
}

TEST_CASE("feed: a JSON parser reads back what the posts hold", "[feed]") {
  const std::vector<sample::Entry> entries = sample::nasty();
  const Json feed = read(entries);
  const Json::Array& items = items_of(feed);
  REQUIRE(items.size() == entries.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    CAPTURE(entries[i].post.url);
    CHECK(text(items[i], "id") == entries[i].post.id);
    CHECK(text(items[i], "url") == entries[i].post.url);
    CHECK(text(items[i], "title") == sample::legal(entries[i].post.title));
    CHECK(text(items[i], "summary") == or_none(sample::legal(entries[i].summary)));
    CHECK(text(items[i], "content_html") == or_none(sample::legal(entries[i].html)));
    std::vector<std::string> names, tags;
    for (const Json& author : list(items[i], "authors")) names.push_back(text(author, "name"));
    for (const Json& tag : list(items[i], "tags"))
      tags.push_back(std::get<std::string>(tag.value()));
    CHECK(names == sample::names_of(entries[i]));
    CHECK(tags == sample::legal(model::terms_of(entries[i].post)));
  }
}

TEST_CASE("feed: a JSON item always has a body", "[feed]") {
  sample::Entry entry = sample::plain();
  struct Row {
    std::string html, summary, content_html, content_text;
  };
  const auto row = GENERATE(values<Row>({
      {"<p>B</p>", "S", "<p>B</p>", "(none)"},
      {"<p>B</p>", "", "<p>B</p>", "(none)"},
      {"", "S", "(none)", "S"},
      {"", "", "(none)", "Hello"},
  }));
  entry.html = row.html;
  entry.summary = row.summary;
  const Json feed = read({entry});
  CHECK(text(items_of(feed).front(), "content_html") == row.content_html);
  CHECK(text(items_of(feed).front(), "content_text") == row.content_text);
}

TEST_CASE("feed: a JSON feed says all that its format has a place for", "[feed]") {
  sample::Entry entry = sample::with_everything();
  const std::string bytes = sample::write(model::Format::json, sample::full_channel(), {entry});
  CHECK(bytes.substr(bytes.find("  \"language\"")) == R"(  "language": "en",
  "icon": "https://example.org/logo.png?a=1&b=2",
  "favicon": "https://example.org/icon.png",
  "authors": [
    {
      "name": "A. Writer",
      "url": "https://example.org/about"
    }
  ],
  "hubs": [
    {
      "type": "WebSub",
      "url": "https://hub.example/?a=1&b=2"
    },
    {
      "type": "WebSub",
      "url": "https://hub2.example/"
    }
  ],
  "items": [
    {
      "id": "https://example.org/everything/",
      "url": "https://example.org/everything/",
      "external_url": "https://elsewhere.example/?a=1&b=%3C",
      "title": "All fields",
      "content_html": "<p>All.</p>",
      "summary": "All.",
      "image": "https://example.org/a&b.JPG?w=1",
      "date_published": "2022-12-14T10:00:00+01:00",
      "date_modified": "2022-12-14T10:00:00+01:00",
      "authors": [
        {
          "name": "A. Writer"
        }
      ],
      "attachments": [
        {
          "url": "https://example.org/1.mp3?a=1&b=2",
          "mime_type": "audio/mpeg",
          "title": "One & <two>",
          "size_in_bytes": 12345,
          "duration_in_seconds": 3723
        },
        {
          "url": "https://example.org/notes.pdf",
          "mime_type": "application/pdf"
        }
      ]
    }
  ]
}
)");
}
