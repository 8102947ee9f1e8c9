// SPDX-License-Identifier: GPL-2.0-or-later
//
// One build of a site at a time.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

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

/// pipeline.locked while another build changes what the site publishes, by what it has signed:
/// takes no lock, and so is in nobody's way.
[[nodiscard]] std::optional<Diagnostic> other_build(const model::SiteConfig& config);

/// What builds have left that died, if none is at work.
[[nodiscard]] std::vector<std::filesystem::path> find_litter(const model::SiteConfig& config);

/// Tells those who come meanwhile who builds. A build with nothing to do touches no file, nor this.
void sign(const io::Lock& turn);

}  // namespace blogsearch::pipeline
