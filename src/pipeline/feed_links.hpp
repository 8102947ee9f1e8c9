// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whether the pages of a built site tell browsers and readers where its feeds are.
#pragma once

#include <filesystem>
#include <vector>

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/model/site.hpp"
#include "pipeline/feed_plan.hpp"

namespace blogsearch::pipeline {

/// Reads the home page and the page of each post below `folder`, the built site, and says
/// - which of them name no feed that is for every page (the main feed, a language's, one of the
///   site's own choice), though one in one format is enough;
/// - which feeds below feeds.url they name that are neither in `feeds` nor in `folder`;
/// - which are not there.
/// One finding a matter, however many pages it is about.
void check_feed_links(const model::Site& site, const std::filesystem::path& folder,
                      const std::vector<Feed>& feeds, Diagnostics& findings);

}  // namespace blogsearch::pipeline
