// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "pipeline/ground.hpp"
#include "pipeline/site.hpp"
#include "support/catch.hpp"

namespace blogsearch::support {

/// A site of posts that nobody read from files.
inline pipeline::Site site_of(const model::SiteConfig& config,
                              const std::vector<model::Post>& given) {
  pipeline::Posts posts(pipeline::ground_of(config));
  for (const model::Post& post : given) posts.add(post);
  Diagnostics findings;
  pipeline::Site site = pipeline::Site::assemble(config, std::move(posts), findings);
  REQUIRE(findings.empty());
  return site;
}

}  // namespace blogsearch::support
