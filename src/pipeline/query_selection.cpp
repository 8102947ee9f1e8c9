// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/query_selection.hpp"

#include <utility>
#include <vector>

namespace blogsearch::pipeline {

Result<Selection> select_by_query(const Site& site, const index::Searcher& index,
                                  const std::string& words) {
  const Result<std::vector<std::string>> urls = index.select(words);
  if (!urls) return urls.error();
  // Both are in the site's order, as posts were added in it.
  Selection selection;
  auto next = urls->begin();
  for (std::size_t i = 0; i < site.posts().size() && next != urls->end(); ++i) {
    if (site.posts()[i].url != *next) continue;
    if (site.posts().head(i).in_feeds) selection.push_back(i);
    ++next;
  }
  return selection;
}

}  // namespace blogsearch::pipeline
