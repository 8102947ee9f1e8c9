// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/slug.hpp"

#include "support/catch.hpp"

using namespace blogsearch;

TEST_CASE("text: a slug is written as the site's generator writes it", "[text]") {
  struct Row {
    std::string style, given, expected;
  };
  const auto row = GENERATE(values<Row>({
      {"astro", "What's New in 2.0?", "whats-new-in-20"},
      {"astro", "Salt & Pepper_mill", "salt--pepper_mill"},
      {"astro", "Über Äpfel", "über-äpfel"},
      {"mkdocs", "Salt & Pepper", "salt--pepper"},
      {"hugo", "What's New in 2.0?", "whats-new-in-2.0"},
      {"hugo", "Salt & Pepper_mill", "salt-pepper_mill"},
      {"hugo", "a - b", "a-b"},
      {"pelican", "What's New in 2.0?", "whats-new-in-20"},
      {"pelican", "Salt & Pepper_mill", "salt-pepper_mill"},
      {"pelican", "Über Äpfel", "uber-apfel"},
      {"zola", "What's New in 2.0?", "what-s-new-in-2-0"},
      {"zola", "Salt & Pepper_mill", "salt-pepper-mill"},
      {"zola", "h\u00e9h\u00e9", "hehe"},
      {"zola", "!!!", ""},
      {"zola", "\xff", ""},
  }));
  CAPTURE(row.style, row.given);
  const auto style = text::find_slug_style(row.style);
  REQUIRE(style);
  CHECK(text::slug(row.given, *style) == row.expected);
}

TEST_CASE("text: a style of slugs has the name of a generator", "[text]") {
  CHECK_FALSE(text::find_slug_style("nobody"));
  for (const std::string_view name : text::slug_styles()) CHECK(text::find_slug_style(name));
}
