// SPDX-License-Identifier: GPL-2.0-or-later
//
// A build looks here wherever it can be left without a trace.
#pragma once

#include "blogsearch/pipeline/build.hpp"

namespace blogsearch::pipeline {

/// Whether to go home: `report` says so from then on.
[[nodiscard]] inline bool is_stopped(const BuildOptions& options, Report& report) {
  if (options.is_stopped && options.is_stopped()) report.stopped = true;
  return report.stopped;
}

}  // namespace blogsearch::pipeline
