// SPDX-License-Identifier: GPL-2.0-or-later
//
// One wrong character anywhere in a header, other than in the line of its date: the date is still
// read, or something is said. A post must never become a page without a word.
#include "frontmatter/draft.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"

using namespace blogsearch;

namespace {

/// The text with one character less, another or one more at `at`.
std::vector<std::string> damaged(const std::string& text, std::size_t at) {
  std::vector<std::string> all{text};
  all.front().erase(at, 1);
  for (const char c : std::string(" :\"'[]{}-\n\t\xFF=,|&*!%@`\\x")) {
    all.push_back(text);
    all.back()[at] = c;
    all.push_back(text);
    all.back().insert(at, 1, c);
  }
  return all;
}

void check(const std::string& text) {
  const SourceText source("a.md", text);
  Diagnostics findings;
  const auto draft =
      frontmatter::read(source, {time::Zone::utc(), time::Order::strict}, {}, {}, findings);
  bool is_told = !findings.empty();
  for (const Diagnostic& finding : findings)
    is_told = is_told && finding.location && finding.location->line > 0 &&
              finding.span.begin <= text.size();
  const bool is_whole = draft && draft->published && draft->body.begin <= draft->body.end &&
                        draft->body.end == text.size();
  if (is_whole || is_told) return;
  CAPTURE(text);
  FAIL_CHECK("the date is lost");
}

}  // namespace

TEST_CASE("frontmatter: no wrong character makes a post a page without a word", "[frontmatter]") {
  const std::string text =
      GENERATE("---\ntitle: A b\nauthor: 'Ann'\nx: \"c: d\"\ndate: 2022-12-14\ntags: [a, b]\n---\n",
               "+++\ntitle = \"A b\"\ndate = 2022-12-14\n[taxonomies]\ntags = [\"a\", 'b']\n+++\n",
               "{\n\"title\": \"A\",\n\"date\": \"2022-12-14\",\n\"tags\": [\"a\", 1]\n}\n");
  const std::size_t date = text.find("date");
  const std::size_t date_begin = text.rfind('\n', date);
  const std::size_t date_end = text.find('\n', date);
  for (std::size_t at = text.find('\n') + 1; at + 5 < text.size(); ++at)
    if (at < date_begin || at > date_end)
      for (const std::string& wrong : damaged(text, at)) check(wrong);
}
