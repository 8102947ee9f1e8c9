// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is over a limit is told of its post, and raising the limit lets the post in.
#include "pipeline/small_site.hpp"
#include "support/catch.hpp"

using namespace blogsearch;

namespace {

std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

std::string post_with(const std::string& line) {
  return "---\ntitle: big\ndate: 2020-01-02\n" + line + "\n---\nbody\n";
}

/// 201 names.
const std::string names = [] {
  std::string out = "[a";
  for (int i = 0; i < 200; ++i) out += ", t" + std::to_string(i);
  return out + "]";
}();

struct Row {
  std::string post;
  void (*raise)(model::Limits& limits);
  std::string told;  ///< behind the file's name
};

const Row rows[] = {
    {post_with("x: y") + "<!-- " + repeated("word ", (std::size_t{2} << 20U) / 5) + "-->\n",
     [](model::Limits& limits) { limits.file_size *= 2; },
     "the file is larger than 2 MiB [io.too-large] (exclude it with posts.exclude if it is not a "
     "post, or raise limits.file_size)\n"},
    {post_with("x: " + repeated("word ", 15'000)),
     [](model::Limits& limits) { limits.front_matter_size *= 2; },
     "the front matter is larger than 64 KiB [frontmatter.too-large] (close it with a line `---`, "
     "move its data out of the post, or raise limits.front_matter_size)\n"},
    {post_with("x: [" + repeated("1,", 10'000) + "]"),
     [](model::Limits& limits) { limits.front_matter_values *= 2; },
     "more than 10000 values [syntax.too-large] (keep data that is not about the post out of its "
     "front matter, or raise limits.front_matter_values)\n"},
    {post_with("tags: " + names), [](model::Limits& limits) { limits.tags = 201; },
     "`tags` has 201 names, more than 200 [frontmatter.too-many-names] (keep those that readers "
     "would follow, or raise limits.tags)\n"},
    {post_with("keywords: " + names), [](model::Limits& limits) { limits.tags = 201; },
     "`keywords` has 201 names, more than 200 [frontmatter.too-many-names] (keep those that "
     "readers would follow, or raise limits.tags)\n"},
    {post_with("categories: " + names), [](model::Limits& limits) { limits.tags = 201; },
     "`categories` has 201 names, more than 200 [frontmatter.too-many-names] (keep those that "
     "readers would follow, or raise limits.tags)\n"},
    {post_with("series: " + names), [](model::Limits& limits) { limits.tags = 201; },
     "`series` has 201 names, more than 200 [frontmatter.too-many-names] (keep those that readers "
     "would follow, or raise limits.tags)\n"},
    {post_with("authors: " + names), [](model::Limits& limits) { limits.tags = 201; },
     "`authors` has 201 names, more than 200 [frontmatter.too-many-names] (keep those that readers "
     "would follow, or raise limits.tags)\n"},
};

}  // namespace

TEST_CASE("pipeline: a post over a limit is told of, and the others are published", "[pipeline]") {
  const Row& row = GENERATE(from_range(std::begin(rows), std::end(rows)));
  const support::TempDir dir;
  dir.write("posts/big.md", row.post);
  dir.write("posts/good.md", "---\ntitle: good\ndate: 2020-01-01\n---\nbody\n");
  model::SiteConfig config = support::config_for(dir);
  config.feeds.choice.by.clear();

  support::Outcome outcome = support::build(config, "2024-01-01");
  const std::size_t told = outcome.findings.find(row.told.substr(0, 12));
  REQUIRE(told != std::string::npos);
  CHECK(outcome.findings.substr(told) == row.told);
  CHECK(outcome.report.posts == 1);
  CHECK(outcome.report.published);

  row.raise(config.limits);
  outcome = support::build(config, "2024-01-01");
  CHECK(outcome.findings == "");
  CHECK(outcome.report.posts == 2);
}

TEST_CASE("pipeline: a body that nests too deep for its feeds says which key allows it",
          "[pipeline]") {
  const support::TempDir dir;
  dir.write("posts/deep.md", "---\ntitle: deep\ndate: 2020-01-02\n---\n" + repeated("<span>", 300) +
                                 "words" + repeated("</span>", 300));
  model::SiteConfig config = support::config_for(dir);
  const support::Outcome outcome = support::build(config, "2024-01-01");
  CHECK(outcome.findings.find("too many HTML elements are open at once; feeds carry the words "
                              "alone [markup.too-nested] (close the elements that are left open, "
                              "or raise limits.nesting)\n") != std::string::npos);
  config.limits.nesting = 310;
  CHECK(support::build(config, "2024-01-01").findings == "");
}
