// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/searched.hpp"

#include "support/catch.hpp"
#include "support/findings.hpp"

using namespace blogsearch;
using Kind = model::Part::Kind;

namespace {

struct Searched {
  std::string words;
  std::string findings;
};

Searched searched(const std::vector<std::string>& texts, std::size_t most) {
  model::Body body;
  for (const std::string& text : texts) body.push_back({Kind::text, text, 0, "", ""});
  Diagnostics findings;
  Searched out;
  for (const model::Part& part : pipeline::searched({}, std::move(body), most, findings))
    out.words += part.text + '|';
  out.findings = support::lines_of(findings);
  return out;
}

}  // namespace

TEST_CASE("pipeline: a text of the size that is searched is searched whole", "[pipeline]") {
  const Searched all = searched({"one two\n", "three"}, 13);
  CHECK(all.words == "one two\n|three|");
  CHECK(all.findings == "");
}

TEST_CASE("pipeline: of a longer text the words that fit are searched, and that is told",
          "[pipeline]") {
  const Searched most = searched({"one two\n", "three four", "five"}, 15);
  CHECK(most.words == "one two\n|three|");
  CHECK(most.findings ==
        "search knows only the first 15 bytes of this post's text [pipeline.too-long] (split the "
        "post, or raise limits.search_size)\n");
  CHECK(searched({"one two\n", "three four", "five"}, 8).words == "one two\n||");
  CHECK(searched({"ääää"}, 5).words == "ää|");
  CHECK(searched({"a b"}, 2).words == "a|");
}
