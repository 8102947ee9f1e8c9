// SPDX-License-Identifier: GPL-2.0-or-later
//
// From what a person typed to Xapian's query.
#pragma once

#include <xapian.h>

#include <string_view>

namespace blogsearch::index {

/// What stands between two words with no operator between them.
enum class Joining { all, any };

/// Any text is a query: what makes no sense as operators is taken as words. Empty when there is
/// no word in it. `stemmer` is the index's.
[[nodiscard]] Xapian::Query read_query(std::string_view words, Joining joining,
                                       const Xapian::Stem& stemmer);

}  // namespace blogsearch::index
