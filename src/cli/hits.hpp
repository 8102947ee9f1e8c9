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

/// What a hit or a related post is recognised by.
struct Headline {
  std::size_t rank = 0;
  std::string title;
  time::Timestamp published;
  std::string url;
};

/// Rank and title, date and address. Lines after the first are indented by `margin` columns.
[[nodiscard]] std::string show_headline(const Headline& headline, std::size_t margin,
                                        const Look& look);

/// Columns of the widest rank, its dot and a space.
[[nodiscard]] std::size_t margin_of(std::size_t last_rank);

/// Headline, section, snippet, and why where that was asked for; no line but an address is wider
/// than the look's width.
[[nodiscard]] std::string show_hits(const index::Answer& answer, const Look& look);

/// The most frequent values of the fields that differ among the posts, in two lines at most.
[[nodiscard]] std::string show_facets(const index::Facets& facets, const Look& look);

/// What a person should know besides: `posts 1 to 10 of 37`, another spelling, not all words.
/// Empty when the hits say it all.
[[nodiscard]] std::string remark(const index::Answer& answer, const index::Request& request);

/// One object; its fields are part of the command line's contract. Times are RFC 3339 in UTC.
[[nodiscard]] syntax::Json json_of(const index::Answer& answer, const index::Request& request);

/// The values of each field with their numbers of posts.
[[nodiscard]] syntax::Json json_of(const index::Facets& facets);

/// A score as JSON has it: with four decimal places.
[[nodiscard]] double short_score(double score);

}  // namespace blogsearch::cli
