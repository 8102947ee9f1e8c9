// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/old_entries.hpp"

#include "support/catch.hpp"
#include "time/read.hpp"

using namespace blogsearch;
using pipeline::Page;

namespace {

std::optional<time::Timestamp> at(const char* text) {
  return time::read(text, time::Zone::utc())->timestamp;
}

const std::vector<Page> pages{
    {{"https://e.org/a/", "https://e.org/old-a.html"}, "A shed of one’s own", at("2019-05-01")},
    {{"https://e.org/blog/b/"}, "Notes", at("2020-01-01T12:00:00Z")},
    {{"https://e.org/caf%C3%A9/", "https://e.org/a/"}, "Notes", at("2020-02-01")},
    {{"https://f.org/a/"}, "C++!", at("2020-03-01")},
    {{"https://e.org/?p=42"}, "日本", at("2020-03-01")},
    {{"https://e.org/x/"}, "Twice", at("2020-03-01")},
    {{"https://e.org/y/"}, "Twice", at("2020-03-01T20:00:00Z")},
};

/// The place of the page with this URL; -1 when there is none.
int by_url(const std::string& url, const std::string& id = "") {
  const auto found = pipeline::Pages(pages).by_url({id, url, "", {}});
  return found ? static_cast<int>(*found) : -1;
}

int by_title(const std::string& title, const char* date) {
  const std::optional<time::Timestamp> day = *date == '\0' ? std::nullopt : at(date);
  const auto found = pipeline::Pages(pages).by_title({"", "", title, day});
  return found ? static_cast<int>(*found) : -1;
}

}  // namespace

TEST_CASE("pipeline: an old URL leads to its page however it is written", "[pipeline]") {
  for (const char* url :
       {"https://e.org/a/", "http://e.org/a/", "https://E.org/a", "https://www.e.org/a/index.html",
        "https://e.org/a.html", "https://e.org:443/a/#top", "https://e.org/a/?utm_source=rss",
        "https://e.org/old-a/", "https://e.org/%61/"}) {
    CAPTURE(url);
    CHECK(by_url(url) == 0);
  }
  CHECK(by_url("https://e.org/café") == 2);
  CHECK(by_url("https://e.org/caf%c3%a9/") == 2);
  CHECK(by_url("https://e.org/?p=42&utm_medium=feed") == 4);
  CHECK(by_url("https://f.org/a.html") == 3);
}

TEST_CASE("pipeline: on another host a path leads to its page if it is one page's alone",
          "[pipeline]") {
  CHECK(by_url("https://old.example/blog/b.html") == 1);
  CHECK(by_url("http://old.example/a/") == -1);
  CHECK(by_url("https://f.org/blog/b/") == -1);
  CHECK(by_url("https://old.example/?p=42") == 4);
  CHECK(by_url("https://old.example/?p=43") == -1);
  CHECK(by_url("https://old.example/A/") == -1);
}

TEST_CASE("pipeline: an id that is a URL leads to its page too", "[pipeline]") {
  CHECK(by_url("https://proxy.example/1234", "https://e.org/blog/b") == 1);
  CHECK(by_url("", "https://e.org/blog/b") == 1);
  CHECK(by_url("", "tag:e.org,2020:/blog/b/") == -1);
  CHECK(by_url("", "") == -1);
}

TEST_CASE("pipeline: a title leads to its page on its day", "[pipeline]") {
  CHECK(by_title("A Shed of One's Own", "2019-05-01T20:00:00Z") == 0);
  CHECK(by_title("A shed of one's own", "2019-05-03") == -1);
  CHECK(by_title("A shed of one's own", "") == -1);
  CHECK(by_title("notes", "2020-01-01") == 1);
  CHECK(by_title("notes", "2020-02-01") == 2);
  CHECK(by_title("Twice", "2020-03-01") == -1);
  CHECK(by_title("日本", "2020-03-01") == 4);
  CHECK(by_title("", "2020-03-01") == -1);
  CHECK(pipeline::title_key("C++!") == pipeline::title_key("c++"));
  CHECK(pipeline::title_key("!?") != pipeline::title_key("…"));
}
