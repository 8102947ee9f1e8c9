// SPDX-License-Identifier: GPL-2.0-or-later
//
// One source file → what there is to know of it before its body is looked at.
#pragma once

#include <optional>

#include "blogsearch/model/config.hpp"
#include "blogsearch/pipeline/build.hpp"
#include "frontmatter/draft.hpp"
#include "frontmatter/keys.hpp"
#include "io/ground.hpp"
#include "io/walk.hpp"
#include "pipeline/dating.hpp"
#include "pipeline/source.hpp"
#include "state/state.hpp"

namespace blogsearch::pipeline {

/// Makes posts of files, for any number of threads.
class Loader {
 public:
  Loader(const model::SiteConfig& config, const BuildOptions& options, frontmatter::Dates dates);

  /// Error: no post's date is certain, and so nothing may be published.
  [[nodiscard]] Result<state::Loaded> load(const io::Found& found, Result<Source> read) const;

 private:
  [[nodiscard]] std::optional<time::Timestamp> due_date(const frontmatter::Draft& draft) const;

  const model::SiteConfig& config_;
  const BuildOptions& options_;
  frontmatter::Dates dates_;
  io::Ground ground_;
  frontmatter::Keys keys_;
  Dating dating_;
};

}  // namespace blogsearch::pipeline
