// SPDX-License-Identifier: GPL-2.0-or-later
//
// docs/posts.md keeps its word: its table of placeholders is tried, and names them all.
#include <regex>

#include "model/permalink.hpp"
#include "support/catch.hpp"
#include "support/folders.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;

namespace {

constexpr const char* page = SOURCE_DIR "/docs/posts.md";

model::PermalinkParts the_post() {
  model::PermalinkParts parts;
  parts.path = "notes/2024-03-05-hello.md";
  parts.title = "All about Rust";
  parts.lang = "de";
  parts.categories = "web/tools";
  parts.published.instant = std::chrono::sys_days{std::chrono::year{2024} / 3 / 5};
  return parts;
}

}  // namespace

TEST_CASE("model: every placeholder in docs/posts.md is what the table says", "[model]") {
  static const std::regex row(R"(\| `([^`]*\{[^`]*)` \| `([^`]*)` \|.*)");
  std::size_t rows = 0;
  for (const std::string& line : support::read_lines(page)) {
    std::smatch cells;
    if (!std::regex_match(line, cells, row)) continue;
    CAPTURE(line);
    const std::string pattern = std::regex_replace(cells[1].str(), std::regex(R"(\\\|)"), "|");
    CHECK(model::check_pattern(pattern));
    CHECK(model::expand(pattern, the_post()) == cells[2].str());
    ++rows;
  }
  CHECK(rows >= 17);
}

TEST_CASE("model: docs/posts.md names every placeholder", "[model]") {
  const std::string text = support::slurp(page);
  const auto refused = model::check_pattern("/{nothing}/");
  REQUIRE_FALSE(refused);
  const std::string& hint = refused.error().hint;  // ` {slug} {path} …`
  static const std::regex name(R"(\{[a-z_]+\})");
  std::size_t names = 0;
  for (std::sregex_iterator at(hint.begin(), hint.end(), name), end; at != end; ++at, ++names) {
    CAPTURE(at->str());
    CHECK(text.find(at->str()) != std::string::npos);
  }
  CHECK(names >= 19);
}
