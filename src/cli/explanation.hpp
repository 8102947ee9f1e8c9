// SPDX-License-Identifier: GPL-2.0-or-later
//
// Why a post was found, and why at its rank, in words and as JSON.
#pragma once

#include <string>
#include <vector>

#include "blogsearch/index/searcher.hpp"
#include "syntax/json.hpp"

namespace blogsearch::cli {

/// A line each: the tier, what matched where, what is missing, the parts of the score, and why the
/// hit stands behind the one `before` it, if there is one. None for a hit without explanation.
[[nodiscard]] std::vector<std::string> reasons(const index::Hit& hit, const index::Hit* before);

/// `tier`, `matches`, `missing` and `score` with its parts.
[[nodiscard]] syntax::Json json_of(const index::Explanation& explanation);

}  // namespace blogsearch::cli
