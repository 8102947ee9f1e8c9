// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/search_settings.hpp"

#include "blogsearch/pipeline/build.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;
using model::Synonym;
using Words = std::vector<std::string>;

namespace {

struct Read {
  std::optional<model::SearchConfig> search;
  std::string findings;  ///< with line and column
};

/// `search` begins in line 4.
Read read(const std::string& search) {
  const support::TempDir dir;
  pipeline::Overrides overrides;
  overrides.config = dir.write("blogsearch.yaml",
                               "site: {url: https://e.org/}\nposts: {path: p}\nsearch:\n" + search);
  Diagnostics findings;
  Read out;
  if (auto config = pipeline::configure(overrides, findings)) out.search = config->search;
  out.findings = support::lines_of(findings);
  return out;
}

std::string findings_of(const std::string& search) {
  Read out = read(search);
  CHECK_FALSE(out.search);
  return out.findings;
}

constexpr const char* synonyms_hint =
    " [pipeline.bad-config] (write `- [js, javascript]`, or `- {k8s: kubernetes}` for one way)\n";

}  // namespace

TEST_CASE("pipeline: a list of synonyms goes both ways, a mapping one way", "[pipeline]") {
  const auto [search, findings] = read(R"(  synonyms:
    - [js, javascript,  "ECMA  script", js]
    - {k8s: kubernetes, DB: [database, "data  base"]}
    - [.net, C++]
    - "machine learning": [ML]
)");
  CHECK(findings == "");
  REQUIRE(search);
  const Words scripts{"js", "javascript", "ECMA script"};
  CHECK(search->synonyms == std::vector<Synonym>{{scripts, scripts},
                                                 {{"k8s"}, {"kubernetes"}},
                                                 {{"DB"}, {"database", "data base"}},
                                                 {{".net", "C++"}, {".net", "C++"}},
                                                 {{"machine learning"}, {"ML"}}});
}

TEST_CASE("pipeline: synonyms of another shape are errors at their place", "[pipeline]") {
  struct Row {
    std::string yaml, finding;
  };
  const std::string shape = "`search.synonyms` should be a list of lists and mappings";
  const std::string two = "`search.synonyms` should be two words or more in each list";
  const auto row = GENERATE_COPY(values<Row>({
      {"js", "4:13 " + shape},
      {"{k8s: kubernetes}", "4:13 " + shape},
      {"[js, javascript]", "4:14 " + shape + synonyms_hint + "4:18 " + shape},
      {"[[js]]", "4:14 " + two},
      {"[[js, js]]", "4:14 " + two},
      {"[[]]", "4:14 " + two},
      {"[{}]", "4:14 `search.synonyms` should be a word and what else it finds"},
      {"[{k8s: []}]", "4:20 `search.synonyms.k8s` should be a word and what else it finds"},
      {"[{\"?\": what}]", "4:20 `search.synonyms.?` should be a word and what else it finds"},
      {"[[js, [javascript]]]", "4:19 `search.synonyms` should be words or lists of them"},
      {"[{k8s: {a: b}}]", "4:20 `search.synonyms.k8s` should be words or lists of them"},
      {"[[a, \"!\", \" \"]]",
       std::string("4:19 `search.synonyms` should be words with a letter or a digit in each") +
           synonyms_hint +
           "4:24 `search.synonyms` should be words with a letter or a digit in each"},
  }));
  CAPTURE(row.yaml);
  CHECK(findings_of("  synonyms: " + row.yaml + "\n") == row.finding + synonyms_hint);
}

TEST_CASE("pipeline: saved searches have names and queries", "[pipeline]") {
  const auto [search, findings] = read(R"(  saved:
    rust: "tag:rust   sort:newest"
    C-2_b: title:c++ -draft
    recent: date:6m..
    mixed: date:6m..2025 OR date:2023..6m
    scope: '"@astrojs/rss"'
)");
  CHECK(findings == "");
  REQUIRE(search);
  CHECK(search->saved == std::map<std::string, std::string>{
                             {"rust", "tag:rust sort:newest"},
                             {"C-2_b", "title:c++ -draft"},
                             {"recent", "date:6m.."},
                             {"mixed", "date:6m..2025 OR date:2023..6m"},
                             {"scope", "\"@astrojs/rss\""},
                         });
}

TEST_CASE("pipeline: what is odd in a saved search is a warning at its place", "[pipeline]") {
  const auto [search, findings] = read("  saved:\n    a: rust AND\n    b: 'it''s NOT'\n");
  CHECK(findings ==
        "5:13 `search.saved.a`: `AND` has nothing behind it, it is taken as a word "
        "[index.odd-query] (write `and` for the word)\n"
        "6:9 `search.saved.b`: `NOT` has nothing behind it, it is taken as a word "
        "[index.odd-query] (write `not` for the word)\n");
  REQUIRE(search);
  CHECK(search->saved == std::map<std::string, std::string>{{"a", "rust AND"}, {"b", "it's NOT"}});
}

TEST_CASE("pipeline: saved searches that cannot be asked for are errors", "[pipeline]") {
  struct Row {
    std::string yaml, finding;
  };
  const auto row = GENERATE(values<Row>({
      {"rust",
       "4:10 `search.saved` should be names and queries [pipeline.bad-config] (write `saved: "
       "{rust: \"tag:rust sort:newest\"}`)\n"},
      {"{My rust: rust}",
       "4:20 `search.saved.My rust` should be named by letters from a to z, digits, '-' and '_' "
       "[pipeline.bad-config] (write `my-rust: …`)\n"},
      {"{\"né\": rust}",
       "4:17 `search.saved.né` should be named by letters from a to z, digits, '-' and '_' "
       "[pipeline.bad-config] (write `rust-2024: …`)\n"},
      {"{rust: \"  \"}",
       "4:18 `search.saved.rust` should be a query [pipeline.bad-config] (write `rust: "
       "\"tag:rust\"`)\n"},
      {"{rust: \"@new\"}",
       "4:18 `search.saved.rust` should be a query that does not begin with '@' "
       "[pipeline.bad-config] (write out the other query, or `'\"@new\"'` to look for it)\n"},
      {"{rust: [a, b]}",
       "4:17 `search.saved.rust` should be a query [pipeline.bad-config] (write `rust: "
       "\"tag:rust\"`)\n"},
  }));
  CAPTURE(row.yaml);
  CHECK(findings_of("  saved: " + row.yaml + "\n") == row.finding);
}

TEST_CASE("pipeline: recency is a half-life in days", "[pipeline]") {
  struct Row {
    std::string yaml;
    std::size_t days;
  };
  const auto row = GENERATE(values<Row>({{"", 0},
                                         {"  recency: off", 0},
                                         {"  recency: Off", 0},
                                         {"  recency: 0", 0},
                                         {"  recency: 90d", 90},
                                         {"  recency: 2w", 14},
                                         {"  recency: 6m", 180},
                                         {"  recency: 1Y", 365},
                                         {"  recency:", 0}}));
  CAPTURE(row.yaml);
  const auto [search, findings] = read(row.yaml + "\n");
  CHECK(findings == "");
  REQUIRE(search);
  CHECK(search->half_life_days == row.days);
}

TEST_CASE("pipeline: a recency that is no half-life is an error", "[pipeline]") {
  const std::string value =
      GENERATE("90", "m", "6 m", "-6m", "6h", "1.5y", "12345d", "half a year", "on", "[6m]");
  CAPTURE(value);
  CHECK(findings_of("  recency: " + value + "\n") ==
        "4:12 `search.recency` should be a half-life, or off [pipeline.bad-config] (write a "
        "number of days, weeks, months or years: `recency: 90d`, 2w, 6m or 1y)\n");
}
