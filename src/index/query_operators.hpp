// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which of the lexemes that look like operators are some.
#pragma once

#include <optional>
#include <vector>

#include "index/query_scanner.hpp"

namespace blogsearch::index {

/// Takes the `sort:ORDER`s out of `lexemes`; the last one counts.
[[nodiscard]] std::optional<Sort> take_sort(std::vector<Lexeme>& lexemes, Diagnostics& hints);

/// For lexemes whose brackets are in pairs. Afterwards no brackets are empty; every word and phrase
/// has the name of the brackets around it unless it has its own; every operator has what it joins:
/// the others have become words.
void settle(std::vector<Lexeme>& lexemes, Diagnostics& hints);

}  // namespace blogsearch::index
