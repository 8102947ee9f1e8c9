// SPDX-License-Identifier: GPL-2.0-or-later
//
// How a site is built, whatever its posts are: the command line's options as they are kept in the
// config.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace blogsearch::model {

/// What readers of the main feed must not see: a build that would show it publishes nothing.
struct FailOn {
  bool id_change = false;  ///< a published entry has another id
  bool shrink = false;     ///< at least half of the main feed's entries are gone
};

/// The command that is told which files have changed.
struct OnChange {
  std::vector<std::string> words;  ///< the program and its arguments; empty: there is none
  std::size_t timeout = 300;       ///< seconds; then it is ended
};

struct BuildConfig {
  static constexpr std::size_t most_jobs = 256;

  std::size_t jobs = 0;  ///< threads; 0: as many as there are processors
  bool strict = false;   ///< an error in any post publishes nothing
  bool drafts = false;   ///< drafts count as published
  FailOn fail_on;
  std::filesystem::path report;  ///< where a build says in JSON what it did; empty: nowhere
  std::size_t wait = 0;          ///< seconds for another build of the site to end
  OnChange on_change;            ///< runs only where there is a folder of the state
};

}  // namespace blogsearch::model
