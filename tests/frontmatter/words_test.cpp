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

TEST_CASE("frontmatter: a language tag is known by its shape", "[frontmatter]") {
  for (const char* tag : {"en", "EN", "ast", "pt-BR", "zh-Hant-TW", "de-1996", "en-x-piglatin"})
    CHECK(frontmatter::is_language_tag(tag));
  for (const char* tag : {"", "e", "english", "en-", "-en", "en--US", "en-toolongpart", "en_US",
                          "12", "en-US.UTF", "c++"})
    CHECK_FALSE(frontmatter::is_language_tag(tag));
}
