// SPDX-License-Identifier: GPL-2.0-or-later
//
// What no command that reads posts can do without.
#pragma once

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/model/config.hpp"

namespace blogsearch::pipeline {

/// Whether the config names posts and where the site is published; each lack is an error.
[[nodiscard]] bool is_complete(const model::SiteConfig& config, Diagnostics& findings);

}  // namespace blogsearch::pipeline
