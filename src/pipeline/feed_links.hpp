// SPDX-License-Identifier: GPL-2.0-or-later
//
// How the pages of a site tell browsers and readers where its feeds are.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/model/site.hpp"

namespace blogsearch::pipeline {

/// A feed as a page names it.
struct FeedLink {
  std::string url;    ///< absolute
  std::string type;   ///< media type
  std::string title;  ///< plain text
  std::string lang;   ///< BCP 47; empty when there is one language only
};

/// The feeds of all posts, one a format.
[[nodiscard]] std::vector<FeedLink> main_feeds(const model::SiteConfig& config);

/// `<link rel="alternate" type="…" title="…" href="…">`
[[nodiscard]] std::string line_of(const FeedLink& feed);

/// Reads the home page and the page of each post below `folder`, the built site, and says
/// - which of them name none of the feeds `main`, though one is enough;
/// - which feeds below feeds.url they name that are neither in `main` nor in `others` nor in
///   `folder`;
/// - which are not there.
/// One finding a matter, however many pages it is about.
void check_feed_links(const model::Site& site, const std::filesystem::path& folder,
                      const std::vector<FeedLink>& main, const std::vector<FeedLink>& others,
                      Diagnostics& findings);

}  // namespace blogsearch::pipeline
