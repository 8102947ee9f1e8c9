// SPDX-License-Identifier: GPL-2.0-or-later
//
// Source files → the catalogue's posts, without their bodies.
#pragma once

#include <optional>
#include <vector>

#include "blogsearch/model/post.hpp"
#include "blogsearch/pipeline/build.hpp"

namespace blogsearch::pipeline {

/// Reads every source file of `config`, in the order of their paths. What is a page (no date),
/// held back or broken is told in `report` and is not in the result: one visibility rule for all
/// outputs. Empty when no post's date is certain, because git cannot tell, and when it is stopped.
[[nodiscard]] std::optional<std::vector<model::Post>> load(const model::SiteConfig& config,
                                                           const BuildOptions& options,
                                                           Report& report, Diagnostics& findings);

}  // namespace blogsearch::pipeline
