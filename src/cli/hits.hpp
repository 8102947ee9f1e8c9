// SPDX-License-Identifier: GPL-2.0-or-later
//
// An answer as text for a person and as JSON for a program.
#pragma once

#include <cstddef>
#include <string>

#include "blogsearch/index/searcher.hpp"
#include "cli/style.hpp"
#include "syntax/json.hpp"

namespace blogsearch::cli {

/// Rank and title, date and address, snippet; no line but an address is wider than `width`.
[[nodiscard]] std::string show_hits(const index::Answer& answer, std::size_t width, Colour colour);

/// What a person should know besides: `posts 1 to 10 of 37`, another spelling, not all words.
/// Empty when the hits say it all.
[[nodiscard]] std::string remark(const index::Answer& answer, const index::Request& request);

/// One object; its fields are part of the command line's contract. Times are RFC 3339 in UTC.
[[nodiscard]] syntax::Json json_of(const index::Answer& answer, const index::Request& request);

/// The values of each field with their numbers of posts.
[[nodiscard]] syntax::Json json_of(const index::Facets& facets);

}  // namespace blogsearch::cli
