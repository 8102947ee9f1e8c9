// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/index/searcher.hpp"
#include "index/sample.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;
using namespace blogsearch::index;
using sample::ask;
using sample::text;

namespace {

constexpr const char* guide =
    "We keep a garden. It has beds, a shed and a hedge.\n"
    "# Tools of the trade\n"
    "A spade, a fork and a hoe are all that you need. Keep the spade sharp.\n"
    "# Straße & Zaun\n"
    "Hedges grow. They are cut twice a year, in June and in September, and never in between.\n"
    "# Watering\n"
    "```sh\n"
    "water --slowly all the beds\n"
    "```\n"
    "Water in the morning.\n";

const Searcher& searcher() {
  static const support::TempDir folder;
  static const Searcher opened = [] {
    auto anchorless = text("notes", "Notes", "# Of spades\nThe spade is in the cellar.");
    anchorless.body.front().anchor.clear();
    std::string long_text = "# Begin\n";
    for (int i = 0; i < 60; ++i) long_text += "Here is a sentence that says nothing at all. ";
    long_text += "Then comes the beetle and eats the leaves. ";
    for (int i = 0; i < 60; ++i) long_text += "After it the rest is silence for ever. ";
    long_text += "The beetle flies.";
    sample::build(
        folder.path(),
        {text("guide", "Garden guide", guide), anchorless, text("long", "Pests", long_text),
         text("zh", "記事", "東京都の天気は今日も雨です。明日は晴れるでしょう。")});
    return sample::open(folder.path());
  }();
  return opened;
}

std::string shown(const Hit& hit) {
  const std::string place = hit.section ? hit.section->title + " " + hit.section->url : "-";
  return place + " | " + sample::shown(hit.snippet);
}

}  // namespace

TEST_CASE("index: a hit shows the section that has most of the query, and its anchor", "[index]") {
  struct Row {
    const char *words, *shown;
  };
  const auto row = GENERATE(values<Row>({
      {"garden beds", "- | We keep a [garden]. It has [beds], a shed and a hedge.…"},
      {"sharp fork",
       "Tools of the trade https://example.org/guide/#Tools-of-the-trade | …A spade, a [fork] and "
       "a "
       "hoe are all that you need. Keep the spade [sharp].…"},
      {"cut hedges",
       "Straße & Zaun https://example.org/guide/#Stra%C3%9Fe-&-Zaun | …[Hedges] grow. They are "
       "[cut] "
       "twice a year, in June and in September, and never in between.…"},
      {"strasse",
       "Straße & Zaun https://example.org/guide/#Stra%C3%9Fe-&-Zaun | …Hedges grow. They are cut "
       "twice a year, in June and in September, and never in between.…"},
      {"watering morning",
       "Watering https://example.org/guide/#Watering | …[water] --slowly all the beds [Water] in "
       "the "
       "[morning]."},
      {"cellar", "Of spades https://example.org/notes/ | The spade is in the [cellar]."},
  }));
  CAPTURE(row.words);
  CHECK(shown(ask(searcher(), row.words).hits.at(0)) == row.shown);
}

TEST_CASE("index: a snippet begins with a sentence near its match and has about 200 characters",
          "[index]") {
  const std::string snippet = sample::shown(ask(searcher(), "beetle leaves").hits.at(0).snippet);
  CHECK(snippet ==
        "…Then comes the [beetle] and eats the [leaves]. After it the rest is silence for ever. "
        "After it the rest is silence for ever. After it the rest is silence for ever. After it "
        "the rest is silence for ever.…");
}

TEST_CASE(
    "index: phrases are marked whole, corrected words are marked, a text without spaces is cut "
    "anywhere",
    "[index]") {
  const auto first = [](const char* words) {
    return sample::shown(ask(searcher(), words).hits.at(0).snippet);
  };
  CHECK(first("\"keep a garden\"") == "We [keep a garden]. It has beds, a shed and a hedge.…");
  CHECK(first("gardn") == "We keep a [garden]. It has beds, a shed and a hedge.…");
  CHECK(first("東京都") == "[東京都]の天気は今日も雨です。明日は晴れるでしょう。");
  CHECK(first("--slowly").find("[--slowly]") != std::string::npos);
}
