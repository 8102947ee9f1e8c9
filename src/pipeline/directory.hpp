// SPDX-License-Identifier: GPL-2.0-or-later
//
// What stands beside the feeds and leads to them: style sheet, OPML, sitemap, `<link>` lines.
#pragma once

#include <string>
#include <vector>

#include "blogsearch/feed/directory.hpp"
#include "pipeline/feed_plan.hpp"
#include "pipeline/site.hpp"

namespace blogsearch::pipeline {

/// A file that stands beside the feeds.
struct Companion {
  std::string path;  ///< below `feeds.out`
  std::string bytes;
};

[[nodiscard]] std::vector<Companion> directory_of(const Site& site, const std::vector<Feed>& feeds);

/// Whether pages are to name it: a `<head>` in which all feeds of a thousand tags stand helps
/// nobody.
[[nodiscard]] bool is_for_every_page(const Feed& feed);

/// The feeds that are `feed` in other languages: only the main feed has such.
[[nodiscard]] std::vector<Feed> alternates_of(const Feed& feed, const std::vector<Feed>& feeds);

/// The documents of a feed as a page or a list names them: one per format.
[[nodiscard]] std::vector<feed::FeedLink> links_of(const model::SiteConfig& config,
                                                   const Feed& feed);

}  // namespace blogsearch::pipeline
