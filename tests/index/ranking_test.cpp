// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/index/searcher.hpp"
#include "index/sample.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;
using namespace blogsearch::index;
using sample::answer_to;
using sample::ask;
using sample::day;
using sample::text;

namespace {

/// An index of its own, gone with it.
class Shelf {
 public:
  explicit Shelf(std::vector<sample::Text> posts, const model::SearchConfig& config = {}) {
    sample::build(folder_.path(), std::move(posts), config);
    searcher_.emplace(sample::open(folder_.path()));
  }

  [[nodiscard]] const Searcher& searcher() const { return *searcher_; }
  [[nodiscard]] std::string names(const std::string& words) const {
    return sample::names(ask(*searcher_, words));
  }

 private:
  support::TempDir folder_;
  std::optional<Searcher> searcher_;
};

std::vector<sample::Text> kitchen() {
  return {
      text("exact", "Sourdough bread", "A loaf.", day(2001, 1, 1)),
      text("begins", "Sourdough bread for the impatient", "A loaf.", day(2002, 1, 1)),
      text("titled", "Bread without sourdough starter", "A loaf.", day(2003, 1, 1)),
      text("all", "Notes", "Sourdough sourdough sourdough, and bread bread bread.",
           day(2004, 1, 1)),
      text("some", "Sourdough", "Sourdough sourdough sourdough sourdough.", day(2005, 1, 1)),
      text("none", "Cake", "Flour, eggs.", day(2006, 1, 1)),
  };
}

}  // namespace

TEST_CASE(
    "index: exact titles come first, then titles that begin with the query, then titles with "
    "all its words, then all words, then some",
    "[index]") {
  const Shelf shelf(kitchen());
  CHECK(shelf.names("sourdough bread") == "exact begins titled all some");
  CHECK(shelf.names("SOURDOUGH: Bread!") == "exact begins titled all some");
  CHECK(shelf.names("bread sourdough") == "exact titled begins all some");
  const Answer answer = answer_to(shelf.searcher(), {.words = "sourdough bread", .explain = true});
  std::vector<Tier> tiers;
  for (const Hit& hit : answer.hits) tiers.push_back(hit.explanation->tier);
  CHECK(tiers == std::vector{Tier::exact_title, Tier::title_beginning, Tier::title_words,
                             Tier::all_words, Tier::some_words});
  CHECK(answer.complete == 4);
  CHECK(answer.total == 5);
  CHECK(answer.relaxed);
}

TEST_CASE("index: with posts enough for a page nothing is given up", "[index]") {
  std::vector<sample::Text> posts = kitchen();
  for (int i = 0; i < 8; ++i)
    posts.push_back(text("more" + std::to_string(i), "More", "sourdough bread"));
  const Shelf shelf(std::move(posts));
  const Answer answer = ask(shelf.searcher(), "sourdough bread");
  CHECK(answer.total == 12);
  CHECK(answer.complete == 12);
  CHECK_FALSE(answer.relaxed);
}

TEST_CASE("index: by date nothing is given up while a post has all words", "[index]") {
  const Shelf shelf(kitchen());
  CHECK(shelf.names("sourdough bread sort:newest") == "all titled begins exact");
  CHECK(shelf.names("sourdough zebra sort:newest") == "some all titled begins exact");
}

TEST_CASE("index: a word that occurs nowhere is corrected, and only such a word", "[index]") {
  const Shelf shelf({text("a", "Borrowing", "The borrow checker checks."),
                     text("b", "Checkers", "A game. The borrow checker again."),
                     text("c", "Boro", "Boro is a town. Boro it is."),
                     text("d", "Boro again", "Boro.")});
  struct Row {
    const char *typed, *corrected, *names;
  };
  const auto row = GENERATE(values<Row>({
      {"borow checker", "borrow checker", "a b"},
      {"borrow chekcer", "borrow checker", "a b"},
      {"\u201Cborrow\u201D CHEKCER", "\u201Cborrow\u201D checker", "a b"},
      {"boro", "", "c d"},   // one letter from borrow, and a word
      {"borro", "", "a b"},  // the beginning of a word
      {"-chekcer boro", "", "d c"},
      {"\"borow checker\"", "", ""},
      {"tag:borow", "", ""},
      {"brw", "", ""},
      {"title:checkrs", "title:checkers", "b"},
  }));
  CAPTURE(row.typed);
  const Answer answer = ask(shelf.searcher(), row.typed);
  CHECK(answer.corrected.value_or("") == row.corrected);
  CHECK(sample::names(answer) == row.names);
  CHECK_FALSE(answer_to(shelf.searcher(), {.words = row.typed, .exact = true}).corrected);
}

TEST_CASE("index: exactly means the words as typed", "[index]") {
  const Shelf shelf({text("run", "One", "run"), text("running", "Two", "running"),
                     text("cafe", "Three", "cafe"), text("café", "Four", "café")});
  const auto exactly = [&](const char* words) {
    return sample::names(answer_to(shelf.searcher(), {.words = words, .exact = true}));
  };
  CHECK(exactly("run") == "run");
  CHECK(exactly("RUNNING") == "running");
  CHECK(exactly("runs") == "");
  CHECK(exactly("cafe") == "cafe");
  CHECK(exactly("café") == "café");
  CHECK(shelf.names("running") == "running run");
  CHECK(shelf.names("café") == "café cafe");
  CHECK(shelf.names("cafe") == "cafe café");
}

TEST_CASE("index: the last word is gone on with where it is being typed or occurs nowhere",
          "[index]") {
  const Shelf shelf({text("a", "Macros", "All about procedural macros."),
                     text("b", "Process", "A process, a proc."),
                     text("c", "Cake 1.70.0", "Flour of snake_case, 東京都."),
                     text("d", "Docs", "# Procedures\nNone.")});
  const auto typing = [&](const char* words) {
    return sample::found(answer_to(shelf.searcher(), {.words = words, .as_you_type = true}));
  };
  CHECK(sample::found(ask(shelf.searcher(), "about proced")) == "a d");
  CHECK(sample::found(ask(shelf.searcher(), "proc")) == "b");
  CHECK(typing("proc") == "a b d");
  CHECK(typing("about proc") == "a b d");  // b and d have some
  CHECK(typing("p") == "");
  CHECK(typing("cake 1.7") == "c");
  CHECK(typing("snake_c") == "c");
  CHECK(sample::found(ask(shelf.searcher(), "snake_c")) == "c");
  CHECK(typing("東") == "c");
  CHECK(sample::found(ask(shelf.searcher(), "proc*")) == "a b d");
  CHECK(sample::found(ask(shelf.searcher(), "title:proc*")) == "b");
  CHECK(sample::found(ask(shelf.searcher(), "heading:proc*")) == "d");
  CHECK(sample::found(ask(shelf.searcher(), "url:proc*")) == "");
  CHECK(sample::found(ask(shelf.searcher(), "url:cak*")) == "");
  CHECK(sample::found(ask(shelf.searcher(), "path:post*")) == "a b c d");
}

TEST_CASE("index: synonyms find each other, one way or both", "[index]") {
  model::SearchConfig config;
  config.synonyms = {{{"js", "javascript", "ecma script"}, {"js", "javascript", "ecma script"}},
                     {{"k8s"}, {"kubernetes", "container orchestration"}}};
  const Shelf shelf(
      {text("js", "One", "js"), text("javascript", "Two", "JavaScript"),
       text("ecma", "Three", "the ECMA script standard"), text("apart", "Four", "script of ecma"),
       text("k8s", "Five", "k8s"), text("kubernetes", "Six", "Kubernetes"),
       text("container", "Seven", "container orchestration")},
      config);
  const auto found = [&](const char* words) {
    return sample::found(answer_to(shelf.searcher(), {.words = words}));
  };
  CHECK(found("js") == "ecma javascript js");
  CHECK(found("JavaScript") == "ecma javascript js");
  CHECK(found("ecma script") == "apart ecma javascript js");
  CHECK(found("k8s") == "container k8s kubernetes");
  CHECK(found("kubernetes") == "kubernetes");
  CHECK(sample::found(answer_to(shelf.searcher(), {.words = "js", .exact = true})) == "js");
}

TEST_CASE("index: of posts as good the newer is first by a little, if the site wants it",
          "[index]") {
  std::vector<sample::Text> posts{text("old", "One", "bread", day(2004, 1, 1)),
                                  text("new", "Two", "bread and a word more", day(2024, 1, 1)),
                                  text("titled", "Bread", "Flour", day(1999, 1, 1))};
  model::SearchConfig config;
  config.half_life_days = 365;
  const Shelf plain(posts), recent(posts, config);
  const auto names = [](const Shelf& shelf, const char* today) {
    return sample::names(answer_to(shelf.searcher(), {.words = "bread", .today = today}));
  };
  CHECK(names(plain, "2024-06-01") == "titled old new");
  CHECK(names(recent, "2024-06-01") == "titled new old");
  CHECK(names(recent, "") == "titled old new");
  CHECK(names(recent, "2060-01-01") == "titled old new");
}

TEST_CASE("index: words of the language of most posts that say nothing are not asked for",
          "[index]") {
  const Shelf shelf(
      {text("a", "Bread", "How we bake."), text("b", "Cake", "The bread of the week.")});
  const Answer answer = ask(shelf.searcher(), "the bread of what");
  CHECK(sample::names(answer) == "a b");
  CHECK_FALSE(answer.relaxed);
  CHECK(shelf.names("the of") == "b");
  CHECK(shelf.names("\"of the week\"") == "b");
}

TEST_CASE("index: translations are one post if that is wanted", "[index]") {
  std::vector<sample::Text> posts{text("en", "Bread", "bread"), text("de", "Bread", "bread bread"),
                                  text("other", "Cake", "bread")};
  posts[0].post.translation = posts[1].post.translation = "bread";
  const Shelf shelf(std::move(posts));
  const auto total = [&](Translations translations) {
    return answer_to(shelf.searcher(), {.words = "bread", .translations = translations}).total;
  };
  CHECK(total(Translations::each) == 3);
  CHECK(total(Translations::one) == 2);
}
