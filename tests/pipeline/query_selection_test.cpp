// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/query_selection.hpp"

#include <chrono>

#include "blogsearch/index/writer.hpp"
#include "pipeline/site_of.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;

namespace {

model::Post post(const std::string& title, int day) {
  model::Post made;
  made.title = title;
  made.id = made.url = "https://e.org/" + std::to_string(day) + "/";
  made.published = made.updated = {
      std::chrono::sys_days(std::chrono::year(2024) / 1 / 1) + std::chrono::days(day), {}};
  made.authors = {{"A", "", ""}};
  made.lang = "en";
  return made;
}

}  // namespace

TEST_CASE("pipeline: a query selects posts of the index that is about to be published",
          "[pipeline]") {
  std::vector<model::Post> posts;
  for (int day = 0; day < 40; ++day) posts.push_back(post(day % 3 == 0 ? "Rust" : "Oil", day));
  posts[30].in_feeds = false;
  posts[33].in_search = false;
  const pipeline::Site site = support::site_of({}, posts);
  const support::TempDir dir;
  auto writer = index::Writer::create(dir.path() / "index", {});
  REQUIRE(writer);
  // Long enough for several shards.
  model::Part body;
  body.text = std::string(100'000, 'x') + " nails";
  for (const model::Post& each : site.posts())
    if (each.in_search) REQUIRE(writer->add(each, {body}));
  const auto index = writer->finish();
  REQUIRE(index);

  const auto days = [&](const std::string& words) {
    const auto selection = pipeline::select_by_query(site, *index, words);
    REQUIRE(selection);
    std::string out;
    for (const std::size_t i : *selection)
      out += (out.empty() ? "" : " ") + site.posts()[i].url.substr(14);
    return out;
  };
  CHECK(days("title:rust date:2024-01-20..") == "39/ 36/ 27/ 24/ 21/");
  CHECK(days("title:rust date:..2024-01-03") == "0/");
  CHECK(days("nails date:2024-02") == "39/ 38/ 37/ 36/ 35/ 34/ 32/ 31/");
  CHECK(days("zebra") == "");
}
