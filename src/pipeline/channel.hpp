// SPDX-License-Identifier: GPL-2.0-or-later
//
// What all feeds of a site say of it.
#pragma once

#include "blogsearch/feed/writer.hpp"
#include "pipeline/feed_plan.hpp"
#include "pipeline/site.hpp"

namespace blogsearch::pipeline {

/// Of the feed's own document in `format`, which carries `posts`.
[[nodiscard]] feed::Channel channel_of(const Site& site, const Feed& feed, model::Format format,
                                       const Selection& posts);

/// What entries need to know of their site.
[[nodiscard]] feed::Home home_of(const model::SiteConfig& config);

}  // namespace blogsearch::pipeline
