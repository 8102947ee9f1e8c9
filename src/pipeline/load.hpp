// SPDX-License-Identifier: GPL-2.0-or-later
//
// Source files → the catalogue's posts, without their bodies.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "blogsearch/pipeline/build.hpp"
#include "io/walk.hpp"
#include "pipeline/memory.hpp"
#include "pipeline/site.hpp"
#include "state/state.hpp"

namespace blogsearch::pipeline {

/// What the files hold.
struct Stock {
  Posts posts;
  state::List sources;   ///< all files, in their order, for the state, where that is kept
  state::Period period;  ///< in which the same posts are to be seen
  std::vector<state::Witness> looked_at;
};

/// The files of the posts' folders, folder by folder in the order of their paths.
[[nodiscard]] std::vector<io::Found> find_files(const model::SiteConfig& config,
                                                Diagnostics& findings);

/// Reads `files`, or remembers what became of them. What is a page (no date), held back or broken
/// is told in `report` and is not among the posts: one visibility rule for all outputs. Empty when
/// no post's date is certain, because git cannot tell, when the sources cannot be kept for the
/// state, and when it is stopped.
[[nodiscard]] std::optional<Stock> load(const model::SiteConfig& config,
                                        const std::vector<io::Found>& files,
                                        const BuildOptions& options, const Memory& memory,
                                        Report& report, Diagnostics& findings);

}  // namespace blogsearch::pipeline
