// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whether what the last build has published is still as it left it.
#pragma once

#include <chrono>
#include <cstddef>

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/model/config.hpp"

namespace blogsearch::pipeline {

struct Outputs {
  std::size_t files = 0;  ///< feeds and what comes with them
  std::size_t posts = 0;  ///< in the index
};

/// Holds feeds and index against the state: state.missing, state.differs, state.litter and what is
/// wrong with the index. Posts are not looked at. Writes nothing and takes no lock. Where another
/// build may be why they differ it looks again until that has ended; after `patience` there is
/// pipeline.locked instead.
[[nodiscard]] Outputs check_outputs(const model::SiteConfig& config,
                                    std::chrono::milliseconds patience, Diagnostics& findings);

}  // namespace blogsearch::pipeline
