// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a person typed, made into text that Xapian's query parser understands as meant.
// Of a text of more than 128 words or 4096 bytes the beginning is taken.
#pragma once

#include <string>
#include <string_view>

namespace blogsearch::index {

/// Words folded, operators (AND, OR, NOT) as they are; quotes and brackets in pairs. A query that
/// only excludes (`-rust`) becomes `NOT (rust)`.
[[nodiscard]] std::string tidy_query(std::string_view words);

/// Words alone: nothing is an operator, a quote or a bracket.
[[nodiscard]] std::string plain_query(std::string_view words);

}  // namespace blogsearch::index
