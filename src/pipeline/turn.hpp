// SPDX-License-Identifier: GPL-2.0-or-later
//
// One build of a site at a time.
#pragma once

#include <optional>

#include "blogsearch/core/result.hpp"
#include "blogsearch/pipeline/build.hpp"
#include "io/lock.hpp"

namespace blogsearch::pipeline {

/// The right to write what the site publishes, until it is destroyed. Waits `options.patience` for
/// another build to end: pipeline.locked when it does not, and when this one is stopped. What a
/// build has left that died is removed. Who keeps nothing, or has no place for it, needs no turn.
[[nodiscard]] Result<std::optional<io::Lock>> take_turn(const model::SiteConfig& config,
                                                        const BuildOptions& options,
                                                        Report& report);

/// Tells those who come meanwhile who builds. A build with nothing to do touches no file, nor this.
void sign(const io::Lock& turn);

}  // namespace blogsearch::pipeline
