// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where a site is: what is kept of paths leads from there.
#pragma once

#include "blogsearch/model/config.hpp"
#include "io/ground.hpp"

namespace blogsearch::pipeline {

/// The folder that ids and state are in, which is that of the config file.
[[nodiscard]] io::Ground ground_of(const model::SiteConfig& config);

/// `config` with each path written in the one way that the state gives it back.
[[nodiscard]] model::SiteConfig settled(model::SiteConfig config);

}  // namespace blogsearch::pipeline
