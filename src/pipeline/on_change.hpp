// SPDX-License-Identifier: GPL-2.0-or-later
//
// The command of `build.on_change`, which is told of each changed file until it has once succeeded.
#pragma once

#include "blogsearch/core/result.hpp"
#include "blogsearch/pipeline/build.hpp"

namespace blogsearch::pipeline {

/// Writes down what is about to change, before it does: should this build die, the next one knows.
[[nodiscard]] Result<void> note_changes(const model::SiteConfig& config, const Report& report);

/// Runs the command with all that has been noted, if anything has. Only with the turn: two of them
/// never run at once. A build that is stopped meanwhile ends it.
void tell_changes(const model::SiteConfig& config, const BuildOptions& options, Report& report,
                  Diagnostics& findings);

}  // namespace blogsearch::pipeline
