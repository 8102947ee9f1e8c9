// SPDX-License-Identifier: GPL-2.0-or-later
//
// docs/query.md keeps its word: every row of its tables is typed, and is understood as it says.
#include <algorithm>

#include "index/query_names.hpp"
#include "index/query_parser.hpp"
#include "support/catch.hpp"
#include "support/folders.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;

namespace {

const std::string page = SOURCE_DIR "/docs/query.md";
const std::string today = "2024-06-17";

/// Of `| a | b | c |`.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  const std::string border = " | ";
  std::string rest = line.substr(2);
  for (std::size_t at = rest.find(border); at != rest.npos; at = rest.find(border)) {
    cells.push_back(rest.substr(0, at));
    rest.erase(0, at + border.size());
  }
  cells.push_back(rest.substr(0, rest.rfind(" |")));
  return cells;
}

/// The rows of all tables whose last column has this heading.
std::vector<std::vector<std::string>> rows_below(const std::string& heading) {
  std::vector<std::vector<std::string>> rows;
  bool is_within = false;
  for (const std::string& line : support::read_lines(page)) {
    if (line.empty()) is_within = false;
    if (is_within && line.rfind("| `", 0) == 0) rows.push_back(cells_of(line));
    if (line == "| you type | parsed form | " + heading + " |") is_within = true;
  }
  return rows;
}

std::string without_ticks(const std::string& cell) { return cell.substr(1, cell.size() - 2); }

std::string message_of(const Diagnostics& hints) {
  return hints.empty() ? "" : hints.begin()->message;
}

}  // namespace

TEST_CASE("index: every example of the page about queries is understood as it says", "[index]") {
  std::size_t examples = 0;
  for (const std::string heading : {"what you get", "why", "hint"})
    for (const auto& cells : rows_below(heading)) {
      CAPTURE(cells.front());
      REQUIRE(cells.size() == 3);
      const auto query = index::parse_query(without_ticks(cells[0]), today);
      CHECK(index::show(query) == without_ticks(cells[1]));
      CHECK(query.hints.size() == (heading == "hint" ? 1 : 0));
      CHECK(message_of(query.hints) == (heading == "hint" ? cells[2] : ""));
      ++examples;
    }
  CHECK(examples == 69);
}

TEST_CASE("index: every name of a query is on the page about queries", "[index]") {
  const std::string text = support::slurp(page);
  for (const index::Name& name : index::names) {
    CAPTURE(std::string(name.word));
    CHECK(text.find("`" + std::string(name.word) + ":") != text.npos);
    CHECK(text.find('"' + std::string(name.word) + '"') != text.npos);
  }
}
