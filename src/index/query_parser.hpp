// SPDX-License-Identifier: GPL-2.0-or-later
//
// From what a person typed to the tree of it. docs/query.md is the grammar.
#pragma once

#include <string_view>

#include "index/query_tree.hpp"

namespace blogsearch::index {

/// Any text is a query: what makes no sense as an operator is taken as words, and a hint says so
/// (at most ten of them, by their places). `today`, as in `2024-05-17`, is what ages are counted
/// from. Of a text of more than 128 words or 4096 bytes the beginning is taken.
[[nodiscard]] ParsedQuery parse_query(std::string_view words, std::string_view today);

/// The hints as errors (index.bad-query), for those who want queries to be right.
[[nodiscard]] Diagnostics as_errors(const Diagnostics& hints);

}  // namespace blogsearch::index
