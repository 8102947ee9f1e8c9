// SPDX-License-Identifier: GPL-2.0-or-later
//
// The names that may stand before a colon in a query.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "index/query_tree.hpp"

namespace blogsearch::index {

enum class Meaning { words, value, on, after, before, sort };

struct Name {
  std::string_view word;
  Meaning meaning;
  Field field = Field::any;  ///< of words (running text) and value (found whole)
};

inline constexpr std::array names{
    Name{"title", Meaning::words, Field::title},
    Name{"body", Meaning::words, Field::body},
    Name{"heading", Meaning::words, Field::heading},
    Name{"code", Meaning::words, Field::code},
    Name{"tag", Meaning::value, Field::tag},
    Name{"author", Meaning::value, Field::author},
    Name{"lang", Meaning::value, Field::lang},
    Name{"section", Meaning::value, Field::section},
    Name{"series", Meaning::value, Field::series},
    Name{"url", Meaning::value, Field::url},
    Name{"path", Meaning::value, Field::path},
    Name{"date", Meaning::on},
    Name{"after", Meaning::after},
    Name{"before", Meaning::before},
    Name{"sort", Meaning::sort},
};

/// In any case of its letters; null when there is no such name.
[[nodiscard]] const Name* find_name(std::string_view word);

/// The known name that `word` was meant to be, if one is near.
[[nodiscard]] std::optional<std::string_view> nearest_name(std::string_view word);

/// Empty for Field::any.
[[nodiscard]] std::string_view name_of(Field field);

struct SortName {
  std::string_view word;
  Sort sort;
};
inline constexpr std::array sort_names{
    SortName{"newest", Sort::newest},
    SortName{"oldest", Sort::oldest},
    SortName{"relevance", Sort::relevance},
};

}  // namespace blogsearch::index
