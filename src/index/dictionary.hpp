// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words that a misspelt one may have been meant to be: natural words that two posts have, or
// a title. One byte string, sorted, each word without what it shares with the one before.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace blogsearch::index {

[[nodiscard]] std::string make_dictionary(const Xapian::Database& database);

struct Candidate {
  std::string word;
  std::size_t edits = 0;
  std::size_t posts = 0;  ///< that have it
};

/// The words at most `max_edits` away: a letter more, less or another, or two neighbours swapped.
/// Best first: fewest edits, same first letter, most posts, then by alphabet.
[[nodiscard]] std::vector<Candidate> similar_words(std::string_view dictionary,
                                                   std::string_view word, std::size_t max_edits);

}  // namespace blogsearch::index
