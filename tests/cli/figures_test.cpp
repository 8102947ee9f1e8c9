// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/figures.hpp"

#include "support/catch.hpp"

using namespace blogsearch;
using namespace blogsearch::cli;

namespace {

time::Timestamp at(long long seconds) {
  return {std::chrono::sys_seconds{std::chrono::seconds{seconds}}, {}};
}

index::Stats sample() {
  index::Stats stats;
  stats.posts = 12;
  stats.terms = 3456;
  stats.average_length = 310.26;
  stats.bytes = 1'260'000;
  stats.oldest = at(1'671'058'800);
  stats.newest = at(1'671'145'200);
  stats.language = "en";
  stats.facets.tag = {{"rust", 5}, {"c++\x1b", 3}};
  stats.facets.lang = {{"en", 12}};
  return stats;
}

}  // namespace

TEST_CASE("cli: what an index holds is told in lines", "[cli]") {
  CHECK(show_stats(sample(), 80) ==
        "posts         12\n"
        "oldest        2022-12-14\n"
        "newest        2022-12-15\n"
        "tags          rust 5, c++\uFFFD 3\n"
        "languages     en 12\n"
        "terms         3456\n"
        "terms a post  310.3\n"
        "stemmer       en\n"
        "on disk       1.3 MB\n");
}

TEST_CASE("cli: only the most frequent values of a field are listed", "[cli]") {
  index::Stats stats;
  for (int i = 10; i < 35; ++i) stats.facets.tag.emplace_back("t" + std::to_string(i), 1);
  const std::string wide = show_stats(stats, 300);
  CHECK(wide.find("t29 1, and 5 more\n") != std::string::npos);
  CHECK(wide.find("t30") == std::string::npos);
  CHECK(show_stats(stats, 60).find("tags          t10 1, t11 1, t12 1, t13 1, t14 1, t15 1,\n"
                                   "              t16 1, t17 1,") != std::string::npos);
}

TEST_CASE("cli: a small index is measured in kilobytes", "[cli]") {
  index::Stats stats;
  stats.bytes = 57'344;
  CHECK(show_stats(stats, 80).find("on disk       57.3 kB\n") != std::string::npos);
}

TEST_CASE("cli: what an index holds is told in JSON", "[cli]") {
  CHECK(
      write_json(json_of(sample())) ==
      R"({"posts":12,"terms":3456,"average_length":310.3,"bytes":1260000,)"
      R"("oldest":"2022-12-14T23:00:00Z","newest":"2022-12-15T23:00:00Z","language":"en",)"
      R"("facets":{"tag":[["rust",5],["c++\u001b",3]],"year":[],"author":[],"lang":[["en",12]],"section":[]}})");
  CHECK(write_json(json_of(index::Stats{})).find(R"("oldest":null,"newest":null)") !=
        std::string::npos);
}
