// SPDX-License-Identifier: GPL-2.0-or-later
//
// The posts that a query names, for a feed of their own.
#pragma once

#include <string>

#include "blogsearch/core/result.hpp"
#include "blogsearch/index/searcher.hpp"
#include "pipeline/site.hpp"

namespace blogsearch::pipeline {

/// All posts of `site` that match `words`, exactly, and may be in feeds, newest first. `index` is
/// of the same site (index::Writer::finish); what is not in it is not found.
[[nodiscard]] Result<Selection> select_by_query(const Site& site, const index::Searcher& index,
                                                const std::string& words);

}  // namespace blogsearch::pipeline
