// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/model/post.hpp"

#include <algorithm>

namespace blogsearch::model {

std::vector<std::string> terms_of(const Post& post) {
  std::vector<std::string> terms;
  for (const auto* list : {&post.tags, &post.categories})
    for (const std::string& term : *list)
      if (std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(term);
  return terms;
}

}  // namespace blogsearch::model
