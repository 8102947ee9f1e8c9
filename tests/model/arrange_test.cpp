// SPDX-License-Identifier: GPL-2.0-or-later
#include "model/arrange.hpp"

#include "support/catch.hpp"
#include "support/findings.hpp"

using namespace blogsearch;

namespace {

model::Post post(const std::string& path, int day, const std::string& url) {
  model::Post post;
  post.path = path;
  post.url = post.id = url;
  post.title = path;
  post.published.instant = std::chrono::sys_days(std::chrono::year(2024) / 1 / day);
  post.updated = post.published;
  return post;
}

std::string order_of(const std::vector<model::Post>& posts) {
  std::string out;
  for (const model::Post& p : posts) out += p.path + " ";
  return out;
}

}  // namespace

TEST_CASE("model: posts stand newest first, equals by URL, whatever order they came in",
          "[model]") {
  std::vector<model::Post> posts{post("a", 1, "https://e/a"), post("b", 3, "https://e/b"),
                                 post("c", 2, "https://e/d"), post("d", 2, "https://e/c")};
  std::sort(posts.begin(), posts.end(),
            [](const auto& x, const auto& y) { return x.path < y.path; });
  do {
    Diagnostics findings;
    CHECK(order_of(model::arrange(posts, findings)) == "b d c a ");
    CHECK(findings.empty());
  } while (std::next_permutation(posts.begin(), posts.end(),
                                 [](const auto& x, const auto& y) { return x.path < y.path; }));
}

TEST_CASE("model: the first by path keeps a URL that two posts claim", "[model]") {
  Diagnostics findings;
  const auto posts = model::arrange({post("b.md", 2, "https://e/x"), post("a.md", 1, "https://e/x"),
                                     post("c.md", 3, "https://e/y")},
                                    findings);
  CHECK(order_of(posts) == "c.md a.md ");
  CHECK(
      support::lines_of(findings) ==
      "this post has the same URL as a.md: https://e/x [model.duplicate-url] (give one of the two "
      "its own `slug:`, or change posts.url)\n");
  CHECK(findings.begin()->file == "b.md");
}

TEST_CASE("model: two posts with one id are told apart by nobody, so one is left out", "[model]") {
  model::Post a = post("a.md", 1, "https://e/a");
  model::Post b = post("b.md", 2, "https://e/b");
  b.id = a.id;
  Diagnostics findings;
  CHECK(order_of(model::arrange({b, a}, findings)) == "a.md ");
  CHECK(support::lines_of(findings) ==
        "this post has the same id as a.md: https://e/a [model.duplicate-id] (give one of the two "
        "its own `id:`)\n");
}
