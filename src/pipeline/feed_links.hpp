// SPDX-License-Identifier: GPL-2.0-or-later
//
// How the pages of a site tell browsers and readers where its feeds are.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/feed/directory.hpp"
#include "pipeline/site.hpp"

namespace blogsearch::pipeline {

using feed::FeedLink;

/// Reads the home page and the page of each post below `folder`, the built site, and says
/// - which of them name none of the feeds `main`, though one is enough;
/// - which feeds below feeds.url they name that are neither in `main` nor in `others` nor in
///   `folder`;
/// - which are not there.
/// One finding a matter, however many pages it is about.
void check_feed_links(const Site& site, const std::filesystem::path& folder,
                      const std::vector<FeedLink>& main, const std::vector<FeedLink>& others,
                      Diagnostics& findings);

}  // namespace blogsearch::pipeline
