// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/index/searcher.hpp"
#include "index/sample.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;
using namespace blogsearch::index;
using sample::day;
using sample::text;

namespace {

const Searcher& searcher() {
  static const support::TempDir folder;
  static const Searcher opened = [] {
    std::vector<sample::Text> posts{
        text("bread", "Baking bread", "Flour, water, salt and sourdough make a loaf. Bake it.",
             day(2020, 1, 1), {"Baking"}),
        text("rolls", "Rolls", "Flour and sourdough once more; bake small loaves.", day(2021, 1, 1),
             {"baking", "Breakfast"}),
        text("cake", "Cake", "Flour, eggs and sugar. Bake it for an hour.", day(2022, 1, 1),
             {"baking"}),
        text("bike", "Bikes", "Chains want oil, tyres want air.", day(2023, 1, 1), {"Bikes"}),
        text("brot", "Brot", "flour sourdough loaf bake salt water", day(2020, 1, 1)),
        text("pain", "Pain", "flour sourdough loaf bake salt water", day(2020, 1, 1))};
    posts[4].post.lang = "de";
    posts[5].post.translation = "bread";
    sample::build(folder.path(), std::move(posts));
    return sample::open(folder.path());
  }();
  return opened;
}

std::string related_to(const std::string& post) {
  const auto found = searcher().related(post, 5);
  REQUIRE(found);
  if (!*found) return "no such post";
  std::string names;
  for (const Related& each : **found) names += each.title + ' ';
  return names;
}

std::string suggested(const std::string& beginning) {
  constexpr std::array<std::string_view, 3> kinds{"title", "tag", "word"};
  const auto found = searcher().suggest(beginning, 3);
  REQUIRE(found);
  std::string out;
  for (const Suggestion& each : *found)
    out += std::string(kinds[static_cast<std::size_t>(each.kind)]) + ' ' + each.text + ' ' +
           std::to_string(each.posts) + '\n';
  return out;
}

}  // namespace

TEST_CASE("index: related posts share telling words, in the language of the post", "[index]") {
  CHECK(related_to("https://example.org/bread/") == "Rolls Cake ");
  CHECK(related_to("posts/bread.md") == "Rolls Cake ");
  CHECK(related_to("https://example.org/brot/") == "");
  CHECK(related_to("https://example.org/none/") == "no such post");
  const auto urls = searcher().urls();
  REQUIRE(urls);
  CHECK(urls->size() == 6);
  CHECK(urls->front() == "https://example.org/bike/");
}

TEST_CASE("index: suggestions are titles, tags and words that go on", "[index]") {
  CHECK(suggested("ba") == "title Baking bread 1\ntag baking 3\nword bake 5\nword baking 3\n");
  CHECK(suggested("B") ==
        "tag baking 3\ntag Bikes 1\ntag Breakfast 1\nword bake 5\nword baking 3\n"
        "word bikes 1\n");
  CHECK(suggested("baking br") ==
        "title Baking bread 1\nword baking bread 1\nword baking breakfast 1\nword baking brot 1\n");
  CHECK(suggested("zebra") == "");
  CHECK(suggested("") == "tag baking 3\ntag Bikes 1\ntag Breakfast 1\n");
}
