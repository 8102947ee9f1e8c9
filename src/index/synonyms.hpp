// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words that the site's owner says mean the same.
#pragma once

#include <vector>

#include "blogsearch/model/config.hpp"
#include "index/query_tree.hpp"

namespace blogsearch::index {

/// Plain words of the query, also several in a row, that have synonyms become `any` of both.
void add_synonyms(Node& root, const std::vector<model::Synonym>& synonyms);

}  // namespace blogsearch::index
