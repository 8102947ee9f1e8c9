// SPDX-License-Identifier: GPL-2.0-or-later
//
// What all feeds of a site say of it.
#pragma once

#include "blogsearch/feed/writer.hpp"
#include "blogsearch/model/config.hpp"

namespace blogsearch::pipeline {

/// Sets rights, license, pictures, hubs and stylesheet of `channel`.
void describe(feed::Channel& channel, const model::SiteConfig& config);

/// What entries need to know of their site.
[[nodiscard]] feed::Home home_of(const model::SiteConfig& config);

}  // namespace blogsearch::pipeline
