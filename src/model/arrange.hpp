// SPDX-License-Identifier: GPL-2.0-or-later
//
// The order in which a site has its posts.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/model/post.hpp"

namespace blogsearch::model {

/// What of a post its place depends on.
struct Claim {
  std::string path, url, id;
  time::Timestamp published;
};

/// A post that claims what is another one's, by their places in what was arranged.
struct Double {
  std::size_t post = 0, owner = 0;
  Code code = Code::model_duplicate_url;
};

struct Arrangement {
  std::vector<std::size_t> order;  ///< the places of those that stay
  std::vector<Double> doubles;
};

/// Newest first (`published`, then `url`), whatever order they came in, and no two with one URL or
/// id: of posts that claim the same the first by path stays.
[[nodiscard]] Arrangement arrange(const std::vector<Claim>& posts);

/// The error of the post that is left out, which names both.
[[nodiscard]] Diagnostic about(const Double& twin, const Post& post, const Post& owner);

}  // namespace blogsearch::model
