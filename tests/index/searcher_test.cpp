// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/index/searcher.hpp"

#include <array>
#include <random>

#include "index/sample.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;
using namespace blogsearch::index;
using sample::answer_to;
using sample::ask;
using sample::day;
using sample::text;

namespace {

std::vector<sample::Text> shed() {
  std::vector<sample::Text> posts{
      text("safety", "Why we care", "Rust gives memory safety without a collector.",
           day(2022, 12, 14), {"Rust", "memory"}),
      text("rust-one", "Rust 1.0", "The first stable release is here.", day(2015, 5, 15),
           {"Rust", "release"}),
      text("leak", "Safety of memory", "Leaking is no bug. Memory can leak.", day(2016, 3, 2),
           {"memory"}),
      text("hugo", "Static sites with Hugo", "Write Markdown, publish HTML.", day(2020, 2, 29),
           {"static sites", "Hugo"}),
      text("cpp", "C++20 is here", "Modules, and C++ concepts in (2020).", day(2020, 11, 1),
           {"c++", "C"}),
      text("cargo", "Reproducible builds", "Run cargo build --locked in CI.", day(2021, 6, 1),
           {"Rust"}),
      text("async", "Async is fine", "Runtimes: tokio & others, <fast>. Running tasks runs them.",
           day(2023, 1, 31), {"async", "Rust"}),
      text("cafe", "Ein Café in Gießen", "STRASSE und Straße, \uFB01ligree, ΑΘΗΝΑ.",
           day(2019, 7, 7), {"Ünicode"}),
      text("tokyo", "東京の天気", "今日は東京で雨が降ります。", day(2018, 4, 1), {"日本"}),
      text("node", "Node.js streams", "Use std::vector? No, node.js has streams.", day(2017, 1, 1),
           {"js"}),
  };
  posts[7].post.lang = "de";
  posts[7].post.authors = {{"Bertha von Suttner", "", ""}, {"Ada Lovelace", "", ""}};
  posts[8].post.lang = "ja-JP";
  return posts;
}

/// One index for all tests here: none of them changes it.
const Searcher& searcher() {
  static const support::TempDir folder;
  static const Searcher opened = [] {
    sample::build(folder.path(), shed());
    return sample::open(folder.path());
  }();
  return opened;
}

}  // namespace

TEST_CASE("index: words, phrases, fields and operators find their posts", "[index]") {
  struct Row {
    std::string words;
    std::string found;
  };
  const auto row = GENERATE(values<Row>({
      {"memory safety", "leak safety"},
      {"MEMORY Safety", "leak safety"},
      {"\"memory safety\"", "safety"},
      {"\"Memory SAFETY\"", "safety"},
      {"leaks", "leak"},
      {"title:rust", "rust-one"},
      {"Title:RUST", "rust-one"},
      {"title:\"safety of memory\"", "leak"},
      {"title:\"memory safety\"", ""},
      {"title:collector", ""},
      {"tag:rust", "async cargo rust-one safety"},
      {"tag:RUST tag:memory", "safety"},
      {"tag:\"static sites\"", "hugo"},
      {"tag:\"Static  SITES\"", "hugo"},
      {"tag:static", ""},
      {"tag:c++", "cpp"},
      {"tag:c", "cpp"},
      {"tag:ünicode", "cafe"},
      {"tag:ÜNICODE", "cafe"},
      {"tag:日本", "tokyo"},
      {"tag:memory OR tag:js", "leak node safety"},
      {"tag:rust NOT tag:async", "cargo rust-one safety"},
      {"tag:rust memory", "safety"},
      {"author:ada", "async cafe cargo cpp hugo leak node rust-one safety tokyo"},
      {"author:\"bertha von suttner\"", "cafe"},
      {"author:Suttner author:Ada", "cafe"},
      {"author:bert", ""},
      {"lang:de", "cafe"},
      {"lang:JA", "tokyo"},
      {"lang:ja-jp", "tokyo"},
      {"hugo OR tokio", "async hugo"},
      {"here AND NOT stable", "cpp"},
      {"here -stable", "cpp"},
      {"(hugo OR tokio) AND html", "hugo"},
      {"-tag:rust -c++ -leak -hugo -node", "cafe tokyo"},
      {"cargo --locked", "cargo"},
      {"C++ (2020", "cpp"},
      {"straße", "cafe"},
      {"Strasse", "cafe"},
      {"filigree", "cafe"},
      {"αθηνα", "cafe"},
      {"東京", "tokyo"},
      {"天気", "tokyo"},
      {"東京で雨", "tokyo"},
      {"std::vector", "node"},
      {"node.js", "node"},
      {"date:2020", "cpp hugo"},
      {"date:2020-02", "hugo"},
      {"date:2020-02-29", "hugo"},
      {"date:2020-02-28", ""},
      {"date:2022..", "async safety"},
      {"date:..2016", "leak rust-one"},
      {"date:..2016-03-01", "rust-one"},
      {"date:2016..2018-04", "leak node tokyo"},
      {"date:2016-03-02..2017-01-01", "leak node"},
      {"date:2020.. date:..2021", "cargo cpp hugo"},
      {"DATE:2020 tag:hugo", "hugo"},
      {"tag:rust date:2021..", "async cargo safety"},
      {"tag:rust -date:2021..", "rust-one"},
      {"tag:rust -date:2021", "async rust-one safety"},
      {"-date:2016..", "rust-one"},
      {"title:rust date:2015..", "rust-one"},
      {"date:2021..2020", ""},
      {"date:tomorrow", ""},
      {"date:..", ""},
      {"date:2020..2021..", ""},
      {"date:\"2020\"", "cpp hugo"},
      {"(date:2020 OR date:2015) tag:rust", "rust-one"},
      {"date:2020-1..", ""},
      {"zebra", ""},
      {"tag:zebra", ""},
      {"", ""},
      {"\"", ""},
  }));
  CAPTURE(row.words);
  const Answer answer = answer_to(searcher(), {.words = row.words, .limit = 20});
  CHECK(sample::found(answer) == row.found);
  CHECK(answer.total == answer.hits.size());
  CHECK_FALSE(answer.relaxed);
  CHECK_FALSE(answer.corrected);
}

TEST_CASE("index: when no post has all words, posts with some are found, and it is said",
          "[index]") {
  const Answer answer = ask(searcher(), "collector zebra markdown");
  CHECK(answer.relaxed);
  CHECK(sample::found(answer) == "hugo safety");
  CHECK(answer.total == 2);

  CHECK_FALSE(ask(searcher(), "zebra giraffe").relaxed);
  CHECK(ask(searcher(), "tag:zebra collector").total == 0);
  CHECK(sample::found(ask(searcher(), "tag:hugo collector html")) == "hugo");
  CHECK(sample::names(ask(searcher(), "+here stable")) == "rust-one cpp");
  CHECK(sample::found(ask(searcher(), "collector zebra (tag:rust tag:memory)")) == "safety");
  CHECK(ask(searcher(), "stable (tag:js tag:rust)").total == 0);
  CHECK(ask(searcher(), "collector AND markdown").total == 0);
}

TEST_CASE("index: a selection is all that matches, newest first, nothing relaxed", "[index]") {
  struct Row {
    std::string words, names;
  };
  const auto row = GENERATE(values<Row>({
      {"tag:rust", "async safety cargo rust-one"},
      {"rust", "async safety cargo rust-one"},
      {"title:rust date:2015..", "rust-one"},
      {"memory safety", "safety leak"},
      {"memory zebra", ""},
      {"rutst", ""},
      {"", ""},
      {"-tag:rust", "cpp hugo cafe tokyo node leak"},
  }));
  CAPTURE(row.words);
  const auto urls = searcher().select(row.words);
  REQUIRE(urls);
  Answer answer;
  for (const std::string& url : *urls) {
    answer.hits.emplace_back();
    answer.hits.back().url = url;
  }
  CHECK(sample::names(answer) == row.names);
}

TEST_CASE("index: no input is an error", "[index]") {
  const std::string trace =
      "Exception in thread \"main\" java.lang.NullPointerException: Cannot invoke (\n"
      "\tat org.example.Foo$Bar.<init>(Foo.java:42) ~[foo-1.0.jar!/:?]\n"
      "Caused by: tag: title:\" lang:( AND ) OR NOT -- +- ((\n";
  std::string brackets;
  std::string quotes;
  while (brackets.size() < 10240) brackets += "(\")(a -";
  while (quotes.size() < 10240) quotes += "\"a\" AND ( ";
  for (const std::string& words :
       {trace, brackets, quotes, std::string(10240, '('), std::string(10240, '"'),
        std::string(10240, 'x'), std::string("\xFF\xFE\0\x01", 4), std::string("AND OR NOT"),
        std::string("NOT NOT NOT"), std::string("title: tag: author: lang:"),
        std::string("tag:\"\" title:\"\""), std::string("東京rust AND"),
        "tag:" + std::string(300, 'y')})
    CHECK(searcher().search({.words = words}));
  CHECK(sample::found(ask(searcher(), trace)).find("node") == std::string::npos);
}

TEST_CASE("index: queries put together at random are answered", "[index]") {
  constexpr std::array<std::string_view, 24> parts{
      "rust",  " ",    "AND", "OR", "NOT", "\"",  "(",  ")",    "-",      "+",   "tag:", "title:",
      "lang:", "NEAR", "~",   "*",  "..",  "XOR", "東", "\xE6", "\u201C", "c++", ":",    "ADJ/2"};
  std::mt19937 random(20240229);  // fixed: the same queries in every run
  for (int round = 0; round < 600; ++round) {
    std::string words;
    for (auto length = random() % 12; length > 0; --length) {
      words += parts[random() % parts.size()];
      if (random() % 2 == 0) words += ' ';
    }
    const auto answer = searcher().search({.words = words, .limit = 1});
    CAPTURE(words);
    if (!answer) FAIL_CHECK(support::line_of(answer.error()));
  }
}

TEST_CASE("index: a hit carries all that is shown", "[index]") {
  const Answer answer = ask(searcher(), "collector");
  REQUIRE(answer.hits.size() == 1);
  const Hit& hit = answer.hits.front();
  CHECK(hit.rank == 1);
  CHECK(hit.score > 0);
  CHECK(hit.url == "https://example.org/safety/");
  CHECK(hit.path == "posts/safety.md");
  CHECK(hit.title == "Why we care");
  CHECK(hit.published == day(2022, 12, 14));
  CHECK(hit.published.offset == std::chrono::minutes(60));
  CHECK(hit.updated == day(2022, 12, 14));
  CHECK(hit.tags == std::vector<std::string>{"Rust", "memory"});
  CHECK(hit.lang == "en");
}

TEST_CASE("index: snippets mark what matched, in plain text", "[index]") {
  struct Row {
    std::string words;
    std::string snippet;
  };
  const auto row = GENERATE(values<Row>({
      {"tokio", "Runtimes: [tokio] & others, <fast>. Running tasks runs them."},
      {"run task", "Runtimes: tokio & others, <fast>. [Running] [tasks] [runs] them."},
      {"\"running tasks\"", "Runtimes: tokio & others, <fast>. [Running tasks] runs them."},
      {"title:async", "Runtimes: tokio & others, <fast>. Running tasks runs them."},
      {"tag:async", "Runtimes: tokio & others, <fast>. Running tasks runs them."},
  }));
  CAPTURE(row.words);
  for (const Sort sort : {Sort::relevance, Sort::newest}) {
    const Answer answer = answer_to(searcher(), {.words = row.words, .limit = 1, .sort = sort});
    REQUIRE(answer.hits.size() == 1);
    CHECK(sample::shown(answer.hits.front().snippet) == row.snippet);
  }
}

TEST_CASE("index: facets count all matching posts, not only those shown", "[index]") {
  const Answer answer = answer_to(searcher(), {.words = "author:ada", .limit = 1});
  CHECK(answer.total == 10);
  CHECK(answer.hits.size() == 1);
  CHECK(sample::shown(answer.facets.tag) ==
        "Rust 4, memory 2, C 1, Hugo 1, async 1, c++ 1, js 1, release 1, static sites 1, "
        "Ünicode 1, 日本 1");
  CHECK(sample::shown(answer.facets.year) ==
        "2020 2, 2015 1, 2016 1, 2017 1, 2018 1, 2019 1, 2021 1, 2022 1, 2023 1");
  CHECK(sample::shown(answer.facets.author) == "Ada Lovelace 10, Bertha von Suttner 1");
  CHECK(sample::shown(answer.facets.lang) == "en 8, de 1, ja-JP 1");
}

TEST_CASE("index: stats tell what is in the index", "[index]") {
  const auto stats = searcher().stats();
  REQUIRE(stats);
  CHECK(stats->posts == 10);
  CHECK(stats->terms > 100);
  CHECK(stats->average_length > 10);
  CHECK(stats->bytes > 8192);
  REQUIRE(stats->oldest);
  REQUIRE(stats->newest);
  CHECK(*stats->oldest == day(2015, 5, 15));
  CHECK(*stats->newest == day(2023, 1, 31));
  CHECK(stats->language == "en");
  CHECK(sample::shown(stats->facets.lang) == "en 8, de 1, ja-JP 1");
  CHECK(stats->facets.tag.front() == std::pair<std::string, std::size_t>("Rust", 4));
}

TEST_CASE("index: order is by score, ties by date, then by URL; pages fit together", "[index]") {
  const support::TempDir folder;
  std::vector<sample::Text> posts{
      text("best", "Zebra", "zebra zebra", day(2000, 1, 1)),
      text("c", "One", "the zebra", day(2020, 1, 1)),
      text("a", "One", "the zebra", day(2020, 1, 1)),
      text("b", "One", "the zebra", day(2021, 1, 1)),
      text("d", "One", "the zebra", day(2019, 1, 1)),
  };
  sample::build(folder.path(), posts);
  const Searcher zebras = sample::open(folder.path());
  const auto page = [&](Sort sort, std::size_t offset, std::size_t limit) {
    return sample::names(
        answer_to(zebras, {.words = "zebra", .offset = offset, .limit = limit, .sort = sort}));
  };
  CHECK(page(Sort::relevance, 0, 10) == "best b a c d");
  CHECK(page(Sort::newest, 0, 10) == "b a c d best");
  CHECK(page(Sort::oldest, 0, 10) == "best d c a b");
  CHECK(page(Sort::relevance, 0, 2) == "best b");
  CHECK(page(Sort::relevance, 2, 2) == "a c");
  CHECK(page(Sort::relevance, 4, 2) == "d");
  CHECK(page(Sort::relevance, 9, 2) == "");
  CHECK(page(Sort::relevance, static_cast<std::size_t>(-1), static_cast<std::size_t>(-1)) == "");
  CHECK(page(Sort::relevance, 0, static_cast<std::size_t>(-1)) == "best b a c d");

  const Answer second = answer_to(zebras, {.words = "zebra", .offset = 2, .limit = 2});
  CHECK(second.total == 5);
  CHECK(second.hits[0].rank == 3);
  CHECK(second.hits[1].rank == 4);
  CHECK(second.hits[0].score == second.hits[1].score);
  const Answer none = answer_to(zebras, {.words = "zebra", .limit = 0});
  CHECK(none.total == 5);
  CHECK(none.hits.empty());
  CHECK(sample::shown(none.facets.year) == "2020 2, 2000 1, 2019 1, 2021 1");
  for (const Hit& hit : answer_to(zebras, {.words = "zebra", .sort = Sort::newest}).hits)
    CHECK(hit.score == 0);
}

TEST_CASE("index: a word in the title weighs more than one in the text", "[index]") {
  const support::TempDir folder;
  sample::build(folder.path(),
                {text("body", "Bread of the week", "We bake a sourdough loaf today."),
                 text("title", "Sourdough of the week", "We bake a loaf of it."),
                 text("other", "Cake", "Nothing else to see here, sorry.")});
  CHECK(sample::names(ask(sample::open(folder.path()), "sourdough")) == "title body");
}

TEST_CASE("index: a snippet of a long text has about 200 characters around the matches",
          "[index]") {
  const support::TempDir folder;
  std::string filler;
  for (int i = 0; i < 3000; ++i) filler += "слово ";
  sample::build(folder.path(),
                {text("long", "Long", filler + "наконец игла " + filler, day(2024, 1, 1)),
                 text("lump", "Lump", "needle " + std::string(58000, 'x') + " end")});
  const Searcher opened = sample::open(folder.path());

  const std::string needle = sample::shown(ask(opened, "игла").hits.at(0).snippet);
  CHECK(needle.find("[игла]") != std::string::npos);
  CHECK(needle.rfind("…", 0) == 0);
  CHECK(needle.size() > 250);
  CHECK(needle.size() < 500);
  CHECK(needle.find("  ") == std::string::npos);

  const std::string lump = sample::shown(ask(opened, "needle").hits.at(0).snippet);
  CHECK(lump.find("[needle]") != std::string::npos);
  CHECK(lump.size() < 500);
  CHECK(sample::shown(ask(opened, "title:long").hits.at(0).snippet).size() < 500);
  CHECK(sample::shown(ask(opened, "title:lump").hits.at(0).snippet).size() < 500);
}
