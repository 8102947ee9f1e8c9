// SPDX-License-Identifier: GPL-2.0-or-later
//
// How answers are ranked, in numbers. docs/search.md says how each was found.
#pragma once

#include <cstddef>

namespace blogsearch::index::weights {

/// Xapian::IneB2Weight's: how much the length of posts counts.
inline constexpr double length = 1.2;

/// What a word adds, as shares of its weight, in a better place or as it was typed.
inline constexpr double title = 0.35;
inline constexpr double heading = 0.1;
inline constexpr double tag = 0.1;
inline constexpr double code = 0.1;
inline constexpr double typed = 0.1;

/// Tiers lie further apart than what all words of a query together weigh.
inline constexpr double tier = 16384;

/// Of posts with all words in their titles, for each word, times its share of the title.
inline constexpr double title_share = 100;
inline constexpr std::size_t max_title_words = 9;

/// The newest post's, in the same measure as a word's weight.
inline constexpr double recency = 1;

/// Longer words that the beginning of a word stands for.
inline constexpr std::size_t max_completions = 64;

/// With fewer posts than a page of them, words are given up.
inline constexpr std::size_t enough_posts = 10;

}  // namespace blogsearch::index::weights
