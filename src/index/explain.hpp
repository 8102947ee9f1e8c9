// SPDX-License-Identifier: GPL-2.0-or-later
//
// Why a post was found, and why there.
#pragma once

#include <xapian.h>

#include <map>
#include <string>

#include "blogsearch/index/searcher.hpp"
#include "index/lexicon.hpp"
#include "index/query_tree.hpp"

namespace blogsearch::index {

/// The matches and missing words of an explanation; its numbers are left to the caller.
/// `corrections` as mend says them.
[[nodiscard]] Explanation explain(const Node& root, const Xapian::Document& document,
                                  const std::map<std::string, std::string>& corrections,
                                  Lexicon& lexicon);

}  // namespace blogsearch::index
