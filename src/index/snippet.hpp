// SPDX-License-Identifier: GPL-2.0-or-later
//
// The part of a post that shows best why it was found.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "blogsearch/index/searcher.hpp"
#include "index/matcher.hpp"
#include "index/record.hpp"

namespace blogsearch::index {

struct Snippet {
  std::vector<Fragment> fragments;
  std::optional<std::size_t> section;  ///< of Record::sections; none: in front of the first
};

/// About 200 characters, cut between words, "…" where something is left out: those with most of
/// the query's words, a rare one counting more, and best in a section whose heading has some, too.
/// The beginning of the text when no word is in it. `rarity` has a number for each word of the
/// matcher.
[[nodiscard]] Snippet make_snippet(const Record& record, Matcher& matcher,
                                   const std::vector<double>& rarity);

}  // namespace blogsearch::index
