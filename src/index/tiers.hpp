// SPDX-License-Identifier: GPL-2.0-or-later
//
// What stands above all counting of words: posts with the query for a title come first.
#pragma once

#include <xapian.h>

#include <string>

#include "blogsearch/index/searcher.hpp"
#include "index/lexicon.hpp"

namespace blogsearch::index {

/// The posts of each tier; a query that is empty stands for no post.
struct Tiers {
  Xapian::Query exact_title, title_beginning, title_words, all_words;
  std::size_t words = 0;  ///< of the query
};

/// Finds the same posts as `query` and lifts those of each tier above all below it.
[[nodiscard]] Xapian::Query lift(Xapian::Query query, const Tiers& tiers);

/// A weight that a lifted query gave, taken apart.
struct Lifted {
  Tier tier = Tier::some_words;
  double rest = 0;
};
[[nodiscard]] Lifted take_apart(double weight);

/// What the words of a query add to a post that has all of them in its title.
[[nodiscard]] double title_share(std::size_t words, const Xapian::Document& document);

/// Titles that begin with the words of `query`: whole ones, or also in the middle of a word.
enum class Border { word, anywhere };
void set_titles(Tiers& tiers, const std::string& query, Border border, const Lexicon& lexicon);

}  // namespace blogsearch::index
