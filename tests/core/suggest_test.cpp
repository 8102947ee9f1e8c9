// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/suggest.hpp"

#include <array>

#include "support/catch.hpp"

using namespace blogsearch;

TEST_CASE("core: a mistyped word finds its nearest neighbour or none", "[core]") {
  constexpr std::array<std::string_view, 5> words{"title", "timezone", "url", "tags", "author"};
  struct Row {
    std::string_view typed;
    std::string expected;
  };
  const auto row = GENERATE(values<Row>({
      {"titel", "did you mean \"title\"?"},
      {"Titles", "did you mean \"title\"?"},
      {"timezoen", "did you mean \"timezone\"?"},
      {"ulr", "did you mean \"url\"?"},
      {"tag", "did you mean \"tags\"?"},
      {"auther", "did you mean \"author\"?"},
      {"banana", ""},
      {"", ""},
      {"x", ""},
  }));
  CAPTURE(row.typed);
  CHECK(did_you_mean(row.typed, words) == row.expected);
}
