// SPDX-License-Identifier: GPL-2.0-or-later
//
// The texts that front matter is made of: lists in one line, people, languages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "blogsearch/model/config.hpp"

namespace blogsearch::frontmatter {

/// As XML can carry it, white space squeezed.
[[nodiscard]] std::string plain(std::string_view value);

/// The parts of `text` between any of `separators`, trimmed, without empty ones.
[[nodiscard]] std::vector<std::string_view> split_at(std::string_view text,
                                                     std::string_view separators);

/// `a, b`; where there is a semicolon it separates and commas do not: `Doe, John; Roe, Jane`.
[[nodiscard]] std::vector<std::string_view> split_list(std::string_view text);

/// `value` made plain, unless it is empty or there already.
void add_word(std::vector<std::string>& out, std::string_view value);

/// `Ann`, `Ann <ann@example.org>`, `Ann <https://example.org/>`, `ann@example.org (Ann)`.
[[nodiscard]] model::Person person_in(std::string_view text);

}  // namespace blogsearch::frontmatter
