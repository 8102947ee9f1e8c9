// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the config says about dates, as their reader takes it.
#pragma once

#include "blogsearch/core/result.hpp"
#include "blogsearch/model/config.hpp"
#include "time/read.hpp"

namespace blogsearch::pipeline {

/// Fails only when a zone is none, which a config that was read from a file cannot have.
[[nodiscard]] Result<time::Conventions> conventions_of(const model::SiteConfig& config);

}  // namespace blogsearch::pipeline
