// SPDX-License-Identifier: GPL-2.0-or-later
//
// Builds of a few posts in a folder of their own.
#pragma once

#include <string>

#include "blogsearch/pipeline/build.hpp"
#include "support/findings.hpp"
#include "support/temp_dir.hpp"
#include "time/read.hpp"

namespace blogsearch::support {

struct Outcome {
  pipeline::Report report;
  std::string findings;  ///< a line each
  std::string due;       ///< when the only post held back is due: `2013-05-05T00:00:00Z`
};

/// Posts in `posts`, feeds in `out`, for https://e.org/.
inline model::SiteConfig config_for(const TempDir& dir) {
  model::SiteConfig config;
  config.site.title = config.site.author.name = "T";
  config.site.url = config.feeds.url = "https://e.org/";
  config.posts.paths = {dir.path() / "posts"};
  config.feeds.out = dir.path() / "out";
  config.search.index = dir.path() / "index";
  config.ledger = dir.path() / "blogsearch.ids";
  return config;
}

inline Outcome build(const model::SiteConfig& config, const char* now = "1970-01-01",
                     bool drafts = false) {
  Outcome outcome;
  Diagnostics findings;
  const pipeline::BuildOptions options{time::read(now, time::Zone::utc())->timestamp, drafts};
  outcome.report = pipeline::build(config, options, findings);
  outcome.findings = lines_of(findings);
  const auto& held_back = outcome.report.held_back;
  constexpr std::string_view due = "due ";
  if (held_back.size() == 1 && held_back[0].reason.starts_with(due))
    outcome.due = held_back[0].reason.substr(due.size());
  return outcome;
}

}  // namespace blogsearch::support
