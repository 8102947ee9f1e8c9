// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which feeds a site has, and which posts are in each.
#pragma once

#include <string>
#include <vector>

#include "blogsearch/core/diagnostic.hpp"
#include "pipeline/site.hpp"

namespace blogsearch::pipeline {

struct Feed {
  model::FeedKind kind = model::FeedKind::main;
  std::string name;  ///< for messages: `the main feed`, `tag "c++"`
  std::string title;
  std::string lang;  ///< BCP 47: of its posts when they are chosen by it, else the site's
  std::vector<model::Format> formats;
  model::FeedPaths paths;  ///< below `feeds.out`, of `formats`
  model::Content content = model::Content::full;
  std::size_t limit = 0;  ///< 0: all
  std::string query;      ///< the index has still to say which of `posts` it means
  Selection posts;        ///< all that belong to it, newest first
};

/// The main feed first, then by kind and by term. Terms that differ in letter case alone are one.
/// Two feeds that would share a path, or of which one has a file where the other needs a folder,
/// are an error that names both; the first one keeps it.
[[nodiscard]] std::vector<Feed> plan_feeds(const Site& site, Diagnostics& findings);

/// Whether archives continue the feed.
[[nodiscard]] bool has_archives(const model::FeedChoice& choice, const Feed& feed);

}  // namespace blogsearch::pipeline
