// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a person who has typed the beginning of something may go on to.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <vector>

#include "blogsearch/index/searcher.hpp"
#include "index/lexicon.hpp"

namespace blogsearch::index {

/// Tags and words; titles are the searcher's.
[[nodiscard]] std::vector<Suggestion> suggest_tags(const Xapian::Database& database,
                                                   const std::string& beginning, std::size_t limit);
[[nodiscard]] std::vector<Suggestion> suggest_words(const Lexicon& lexicon,
                                                    const std::string& beginning,
                                                    std::size_t limit);

}  // namespace blogsearch::index
