// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an index holds, as text for a person and as JSON for a program.
#pragma once

#include <cstddef>
#include <string>

#include "blogsearch/index/searcher.hpp"
#include "syntax/json.hpp"

namespace blogsearch::cli {

/// A line for each figure that is known.
[[nodiscard]] std::string show_stats(const index::Stats& stats, std::size_t width);

/// One object; times are RFC 3339 in UTC.
[[nodiscard]] syntax::Json json_of(const index::Stats& stats);

}  // namespace blogsearch::cli
