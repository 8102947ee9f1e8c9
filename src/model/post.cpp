// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/model/post.hpp"

#include <algorithm>

#include "io/read.hpp"

namespace blogsearch::model {

std::string shown(const Post& post) {
  return post.source.empty() ? post.path : io::shown(post.source);
}

std::vector<std::string> terms_of(const Post& post) {
  std::vector<std::string> terms;
  for (const auto* list : {&post.tags, &post.categories})
    for (const std::string& term : *list)
      if (std::find(terms.begin(), terms.end(), term) == terms.end()) terms.push_back(term);
  return terms;
}

}  // namespace blogsearch::model
