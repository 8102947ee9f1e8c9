// SPDX-License-Identifier: GPL-2.0-or-later
//
// The order in which a site has its posts.
#pragma once

#include <vector>

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/model/post.hpp"

namespace blogsearch::model {

/// Newest first (`published`, then `url`), whatever order they came in, and no two with one URL or
/// id: of posts that claim the same the first by path stays; each other one is left out with an
/// error naming both.
[[nodiscard]] std::vector<Post> arrange(std::vector<Post> posts, Diagnostics& findings);

}  // namespace blogsearch::model
