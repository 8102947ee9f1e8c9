// SPDX-License-Identifier: GPL-2.0-or-later
//
// The catalogue of a site: its config and its visible posts, newest first.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/model/config.hpp"
#include "blogsearch/model/post.hpp"

namespace blogsearch::model {

/// Invariants: posts are ordered newest first (`published`, then `url`); no two share a URL or
/// an id. A value: it does not change once made.
class Site {
 public:
  /// Of posts that claim the same URL or id the first by path stays; each other one is left out
  /// with an error naming both.
  [[nodiscard]] static Site assemble(SiteConfig config, std::vector<Post> posts,
                                     Diagnostics& findings);

  [[nodiscard]] const SiteConfig& config() const { return config_; }
  [[nodiscard]] std::span<const Post> posts() const { return posts_; }

 private:
  Site(SiteConfig config, std::vector<Post> posts);

  SiteConfig config_;
  std::vector<Post> posts_;
};

/// Posts of one Site by their place in `Site::posts()`, in the order they are to be shown.
using Selection = std::vector<std::size_t>;

/// The newest `limit` posts that may be in feeds; all of them when `limit` is 0.
[[nodiscard]] Selection newest(const Site& site, std::size_t limit);

}  // namespace blogsearch::model
