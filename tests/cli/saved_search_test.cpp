// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/saved_search.hpp"

#include "support/catch.hpp"

using namespace blogsearch;
using namespace blogsearch::cli;

namespace {

const std::map<std::string, std::string> saved{
    {"rust-news", "tag:rust date:1y.."}, {"systems", "rust OR go"}, {"küche", "herd"}};

std::string expanded(const std::string& words) {
  const Result<std::string> expansion = expand_saved(words, saved);
  return expansion ? *expansion : "error: " + expansion.error().message;
}

}  // namespace

TEST_CASE("cli: a saved search is asked by its name, with words added behind it", "[cli]") {
  CHECK(expanded("@rust-news") == "tag:rust date:1y..");
  CHECK(expanded("  @rust-news ") == "tag:rust date:1y..");
  CHECK(expanded("@rust-news sort:oldest async") == "tag:rust date:1y.. sort:oldest async");
  CHECK(expanded("@systems") == "rust OR go");
  CHECK(expanded("@systems memory") == "(rust OR go) memory");
  CHECK(expanded("@küche") == "herd");
}

TEST_CASE("cli: what cannot be the name of a saved search is a word", "[cli]") {
  for (const char* words : {"rust", "rust @rust-news", "@astrojs/rss", "@", "@ rust",
                            "\"@systems\"", "ida@shed.example", "@media(print)"})
    CHECK(expanded(words) == words);
}

TEST_CASE("cli: a name that no saved search has is an error", "[cli]") {
  const Result<std::string> near = expand_saved("@rust-new", saved);
  REQUIRE_FALSE(near);
  CHECK(near.error().message == "there is no saved search \"rust-new\"");
  CHECK(near.error().hint == "did you mean \"rust-news\"? (the word itself is '\"@rust-new\"')");
  CHECK(expand_saved("@zebra x", saved).error().hint ==
        "there are @küche, @rust-news, @systems (the word itself is '\"@zebra\"')");
}

TEST_CASE("cli: on a site without saved searches there are no names", "[cli]") {
  const auto words = expand_saved("@zebra x", {});
  REQUIRE(words);
  CHECK(*words == "@zebra x");
}
