// SPDX-License-Identifier: GPL-2.0-or-later
//
// From a query as it was understood to Xapian's.
#pragma once

#include <xapian.h>

#include "index/lexicon.hpp"
#include "index/query_tree.hpp"

namespace blogsearch::index {

/// How many of the plain words of a group a post has to have.
enum class Joining { all, any };

/// Words in all their forms, or as they are typed.
enum class Forms { all, typed };

/// Empty when there is no word in it. Words of the title, headings, tags and code weigh a little
/// more than those of the body (docs/search.md says how much, and why).
[[nodiscard]] Xapian::Query compile(const Node& root, Joining joining, Forms forms,
                                    Lexicon& lexicon);

/// Posts that have all the words of a query without operators in their titles. Empty for one with
/// operators.
[[nodiscard]] Xapian::Query compile_title(const Node& root, Forms forms, Lexicon& lexicon);

}  // namespace blogsearch::index
