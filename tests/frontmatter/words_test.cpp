// SPDX-License-Identifier: GPL-2.0-or-later
#include "frontmatter/words.hpp"

#include "support/catch.hpp"

using namespace blogsearch;

TEST_CASE("frontmatter: people are written in many ways", "[frontmatter]") {
  struct Row {
    std::string text;
    model::Person person;
  };
  const auto row = GENERATE(values<Row>({
      {"Ann", {"Ann", "", ""}},
      {" Ann  B. ", {"Ann B.", "", ""}},
      {"Ann <ann@e.org>", {"Ann", "ann@e.org", ""}},
      {"<ann@e.org>", {"ann@e.org", "ann@e.org", ""}},
      {"Ann <https://e.org/>", {"Ann", "", "https://e.org/"}},
      {"ann@e.org (Ann)", {"Ann", "ann@e.org", ""}},
      {"Ann (she)", {"Ann (she)", "", ""}},
      {"Ann <", {"Ann <", "", ""}},
      {"", {"", "", ""}},
  }));
  CAPTURE(row.text);
  CHECK(frontmatter::person_in(row.text) == row.person);
}

TEST_CASE("frontmatter: a semicolon separates where there is one, else a comma", "[frontmatter]") {
  using List = std::vector<std::string_view>;
  CHECK(frontmatter::split_list("a, b ,,c ") == List{"a", "b", "c"});
  CHECK(frontmatter::split_list("Doe, John; Roe, Jane;") == List{"Doe, John", "Roe, Jane"});
  CHECK(frontmatter::split_list("a b") == List{"a b"});
  CHECK(frontmatter::split_list(" ").empty());
}
