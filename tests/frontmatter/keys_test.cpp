// SPDX-License-Identifier: GPL-2.0-or-later
#include "frontmatter/keys.hpp"

#include <set>

#include "support/catch.hpp"

using namespace blogsearch;
using namespace frontmatter;

TEST_CASE("frontmatter: letter case and joints of a key do not count", "[frontmatter]") {
  for (const char* key : {"publishedAt", "published_at", "published-at", "PUBLISHED_AT",
                          "publishedat", "Published-At"})
    CHECK(is_known(key, Field::published));
  CHECK_FALSE(is_known("published at"));
  CHECK_FALSE(is_known("publishedat2"));
  CHECK(is_same_key("_a-b_", "AB"));
  CHECK_FALSE(is_same_key("a", ""));
}

TEST_CASE("frontmatter: no row of the table is hidden by another", "[frontmatter]") {
  std::set<std::string> seen;
  for (const KeyRow& row : key_table()) {
    std::string key(name_of(row.field));
    key.append(" ").append(row.word).append(" ");
    for (const char c : row.key)
      if (c != '-' && c != '_') key += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    CAPTURE(key);
    CHECK(seen.insert(key).second);
    CHECK_FALSE(row.used_by.empty());
  }
}

TEST_CASE("frontmatter: every field has keys, and a name of its own", "[frontmatter]") {
  for (const std::string_view name : field_names()) {
    CAPTURE(name);
    const auto field = field_named(name);
    REQUIRE(field);
    CHECK(name_of(*field) == name);
    CHECK(std::any_of(key_table().begin(), key_table().end(),
                      [&](const KeyRow& row) { return row.field == *field; }));
  }
  CHECK_FALSE(field_named("titel"));
}
