// SPDX-License-Identifier: GPL-2.0-or-later
#include "model/arrange.hpp"

#include <algorithm>

#include "support/catch.hpp"

using namespace blogsearch;
using model::Claim;

namespace {

Claim claim(const std::string& path, int day, const std::string& url) {
  const std::chrono::sys_days date = std::chrono::year(2024) / 1 / day;
  return {path, url, url, {date, {}}};
}

std::string order_of(const std::vector<Claim>& posts) {
  std::string out;
  for (const std::size_t i : model::arrange(posts).order) out += posts[i].path + " ";
  return out;
}

/// What is said of the only post that is left out.
Diagnostic only_double(const std::vector<Claim>& claims, const std::string& lang = "en") {
  const model::Arrangement arrangement = model::arrange(claims);
  REQUIRE(arrangement.doubles.size() == 1);
  const model::Double& twin = arrangement.doubles.front();
  const auto claimant = [&](std::size_t i, const std::string& spoken) {
    model::Post post;
    post.source = claims[i].path;
    post.url = claims[i].url;
    post.id = claims[i].id;
    post.lang = spoken;
    return post;
  };
  return model::about(twin, claimant(twin.post, lang), claimant(twin.owner, "en"));
}

}  // namespace

TEST_CASE("model: posts stand newest first, equals by URL, whatever order they came in",
          "[model]") {
  std::vector<Claim> posts{claim("a", 1, "https://e/a"), claim("b", 3, "https://e/b"),
                           claim("c", 2, "https://e/d"), claim("d", 2, "https://e/c")};
  const auto by_path = [](const Claim& x, const Claim& y) { return x.path < y.path; };
  do {
    CHECK(order_of(posts) == "b d c a ");
    CHECK(model::arrange(posts).doubles.empty());
  } while (std::next_permutation(posts.begin(), posts.end(), by_path));
}

TEST_CASE("model: the first by path keeps a URL that two posts claim", "[model]") {
  const std::vector<Claim> posts{claim("b.md", 2, "https://e/x"), claim("a.md", 1, "https://e/x"),
                                 claim("c.md", 3, "https://e/y")};
  CHECK(order_of(posts) == "c.md a.md ");
  const Diagnostic finding = only_double(posts);
  CHECK(finding.code == Code::model_duplicate_url);
  CHECK(finding.message == "this post has the same URL as a.md: https://e/x");
  CHECK(finding.hint == "give one of the two its own `slug:`, or change posts.url");
  CHECK(finding.file == "b.md");
  CHECK(only_double(posts, "de").hint ==
        "put the language into posts.url, such as /{lang}/{path}/, or give one of the two its own "
        "`slug:`");
}

TEST_CASE("model: two posts with one id are told apart by nobody, so one is left out", "[model]") {
  std::vector<Claim> posts{claim("b.md", 2, "https://e/b"), claim("a.md", 1, "https://e/a")};
  posts[0].id = posts[1].id;
  CHECK(order_of(posts) == "a.md ");
  const Diagnostic finding = only_double(posts);
  CHECK(finding.code == Code::model_duplicate_id);
  CHECK(finding.message == "this post has the same id as a.md: https://e/a");
  CHECK(finding.hint == "give one of the two its own `id:`");
}
