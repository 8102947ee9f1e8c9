// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/cut.hpp"

#include <numeric>

#include "pipeline/site_of.hpp"
#include "support/catch.hpp"
#include "time/read.hpp"

using namespace blogsearch;

namespace {

/// Posts at these days, newest first.
pipeline::Site site_of(const std::vector<const char*>& days) {
  std::vector<model::Post> posts;
  for (std::size_t i = 0; i < days.size(); ++i) {
    model::Post post;
    post.url = post.id = "https://e.org/" + std::to_string(i);
    post.published = post.updated = time::read(days[i], time::Zone::utc())->timestamp;
    posts.push_back(std::move(post));
  }
  return support::site_of({}, posts);
}

pipeline::Selection all_of(const pipeline::Site& site) {
  pipeline::Selection all(site.posts().size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

/// `0 1 | 2024: 0 1 2 | 2023: 3`, each post of a hundred bytes but the first.
std::string cut(const pipeline::Site& site, pipeline::Limits limits, std::size_t first_size = 100) {
  const auto show = [](const pipeline::Selection& posts) {
    std::string out;
    for (const std::size_t post : posts) out += (out.empty() ? "" : " ") + std::to_string(post);
    return out;
  };
  const pipeline::Cut made = pipeline::cut(
      site, all_of(site), limits, [&](std::size_t post) { return post == 0 ? first_size : 100U; });
  std::string out = show(made.current);
  for (const pipeline::Period& period : made.archives)
    out += " | " + period.name + ": " + show(period.posts);
  return out;
}

}  // namespace

TEST_CASE("pipeline: what a feed has no room for is in archives by year", "[pipeline]") {
  const pipeline::Site site =
      site_of({"2024-05-01", "2024-03-01", "2024-01-02", "2023-12-31", "2021-06-01", "2021-05-01"});
  CHECK(cut(site, {}) == "0 1 2 3 4 5");
  CHECK(cut(site, {6, 0}) == "0 1 2 3 4 5");
  CHECK(cut(site, {2, 0}) == "0 1 | 2024: 0 1 2 | 2023: 3 | 2021: 4 5");
  CHECK(cut(site, {3, 0}) == "0 1 2 | 2023: 3 | 2021: 4 5");
  CHECK(cut(site, {5, 0}) == "0 1 2 3 4 | 2021: 4 5");
}

TEST_CASE("pipeline: a document has no more bytes than it may, but one entry at least",
          "[pipeline]") {
  const pipeline::Site site =
      site_of({"2024-05-01", "2024-03-02", "2024-03-01", "2023-12-31", "2021-06-01", "2021-05-01"});
  CHECK(cut(site, {0, 600}) == "0 1 2 3 4 5");
  CHECK(cut(site, {0, 250}) == "0 1 | 2024-03: 1 2 | 2023: 3 | 2021: 4 5");
  CHECK(cut(site, {1, 250}) == "0 | 2024-03: 1 2 | 2023: 3 | 2021: 4 5");
  CHECK(cut(site, {0, 150}) == "0 | 2024-03: 1 2 | 2023: 3 | 2021-06: 4 | 2021-05: 5");
  CHECK(cut(site, {0, 250}, 1000) == "0 | 2024-03: 1 2 | 2023: 3 | 2021: 4 5");
}

TEST_CASE("pipeline: a new post changes no archive but that of its own year", "[pipeline]") {
  const auto archives = [](const pipeline::Site& site) {
    std::vector<std::string> out;
    for (const auto& period :
         pipeline::cut(site, all_of(site), {2, 0}, [](std::size_t) { return 1U; }).archives) {
      std::string days = period.name + ":";
      for (const std::size_t post : period.posts) days += " " + site.posts()[post].url;
      out.push_back(days);
    }
    return out;
  };
  std::vector<const char*> days{"2021-05-01", "2021-06-01", "2023-12-31", "2024-01-02",
                                "2024-03-01"};
  const std::vector<std::string> before = archives(site_of(days));
  days.push_back("2024-05-01");
  const std::vector<std::string> after = archives(site_of(days));
  CHECK(before ==
        std::vector<std::string>{"2023: https://e.org/2", "2021: https://e.org/1 https://e.org/0"});
  REQUIRE(after.size() == 3);
  CHECK(after[0] == "2024: https://e.org/5 https://e.org/4 https://e.org/3");
  CHECK(std::vector<std::string>(after.begin() + 1, after.end()) == before);
}
