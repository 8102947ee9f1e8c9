// SPDX-License-Identifier: GPL-2.0-or-later
//
// The bodies of all posts on their way into feeds and index.
#pragma once

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/core/result.hpp"
#include "blogsearch/pipeline/build.hpp"
#include "pipeline/edition.hpp"
#include "pipeline/site.hpp"

namespace blogsearch::pipeline {

/// On `options.jobs` threads; what comes out does not depend on their number. Ends early, with
/// `report.stopped`, on request.
Result<void> render_all(const Site& site, const BuildOptions& options, Edition& edition,
                        Report& report, Diagnostics& findings);

}  // namespace blogsearch::pipeline
