// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/explanation.hpp"

#include "support/catch.hpp"

using namespace blogsearch;
using namespace blogsearch::cli;
using index::Tier;

namespace {

using Lines = std::vector<std::string>;

index::Hit hit(std::size_t rank, Tier tier, double words, double title = 0, double recency = 0) {
  index::Hit hit;
  hit.rank = rank;
  hit.score = words + title + recency;
  hit.explanation.emplace();
  hit.explanation->tier = tier;
  hit.explanation->words = words;
  hit.explanation->title = title;
  hit.explanation->recency = recency;
  return hit;
}

index::Hit dated(index::Hit hit, int seconds) {
  hit.published.instant = std::chrono::sys_seconds{std::chrono::seconds{seconds}};
  return hit;
}

std::string why_behind(const index::Hit& hit, const index::Hit& before) {
  const Lines lines = reasons(hit, &before);
  return lines.empty() ? "" : lines.back();
}

}  // namespace

TEST_CASE("cli: an explanation says what matched where, what is missing, and the score", "[cli]") {
  index::Hit found = hit(1, Tier::some_words, 4.25, 1, 0.5);
  found.explanation->matches = {{"memory", "memroy", {"title", "headings", "body"}, true},
                                {"safety", "", {"code"}, false}};
  found.explanation->missing = {"async", "go"};
  CHECK(reasons(found, nullptr) ==
        Lines{"has some of the words",
              "memory (for memroy): in title, headings and body, in this form",
              "safety: in code, in other forms", "missing: async and go",
              "score 5.75: words 4.25, title 1.00, recency 0.50"});
  CHECK(write_json(json_of(*found.explanation)) ==
        R"({"tier":"some_words","matches":[{"word":"memory","instead_of":"memroy",)"
        R"("places":["title","headings","body"],"as_typed":true},{"word":"safety",)"
        R"("instead_of":null,"places":["code"],"as_typed":false}],"missing":["async","go"],)"
        R"("score":{"words":4.25,"title":1.0,"recency":0.5}})");
  CHECK(reasons(index::Hit{}, nullptr).empty());
}

TEST_CASE("cli: each tier has its words", "[cli]") {
  const auto words_of = [](Tier tier) {
    index::Hit found = hit(1, tier, 1);
    found.explanation->missing = {"x"};
    return reasons(found, nullptr).front();
  };
  CHECK(words_of(Tier::some_words) == "has some of the words");
  CHECK(words_of(Tier::all_words) == "has all the words");
  CHECK(words_of(Tier::title_words) == "has all the words in its title");
  CHECK(words_of(Tier::title_beginning) == "has a title that begins with the query");
  CHECK(words_of(Tier::exact_title) == "has the query as its title");
}

TEST_CASE("cli: a hit says why it stands behind the one before it", "[cli]") {
  CHECK(why_behind(hit(2, Tier::all_words, 9), hit(1, Tier::title_words, 1)) ==
        "behind 1, which has all the words in its title");
  CHECK(why_behind(hit(3, Tier::all_words, 1, 2), hit(2, Tier::all_words, 4, 1)) ==
        "behind 2: words 1.00 is less than 4.00");
  CHECK(why_behind(hit(2, Tier::all_words, 5, 0, 0.25), hit(1, Tier::all_words, 5, 0, 0.75)) ==
        "behind 1: recency 0.25 is less than 0.75");
  const index::Hit one = dated(hit(1, Tier::all_words, 2), 1000);
  CHECK(why_behind(dated(hit(2, Tier::all_words, 2), 999), one) ==
        "behind 1: as good, it is older");
  CHECK(why_behind(dated(hit(2, Tier::all_words, 2), 1000), one) ==
        "behind 1: as good, of the same time, by address");
}

TEST_CASE("cli: in an answer by date the date alone is the reason", "[cli]") {
  const index::Hit one = dated(hit(1, Tier::some_words, 0), 1000);
  CHECK(why_behind(dated(hit(2, Tier::all_words, 0), 999), one) == "behind 1: it is older");
  CHECK(why_behind(dated(hit(2, Tier::all_words, 0), 1001), one) == "behind 1: it is newer");
}
