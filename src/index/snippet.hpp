// SPDX-License-Identifier: GPL-2.0-or-later
//
// The part of a text that shows best why it was found.
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "blogsearch/index/searcher.hpp"

namespace blogsearch::index {

/// About 200 characters of `text`, cut between words, "…" where something is left out. The
/// beginning of the text when no word of the query is in it.
[[nodiscard]] std::vector<Fragment> make_snippet(const std::string& text,
                                                 const Xapian::MSet& matches,
                                                 const Xapian::Stem& stemmer);

}  // namespace blogsearch::index
