// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/ground.hpp"

#include <vector>

namespace blogsearch::pipeline {

namespace fs = std::filesystem;

io::Ground ground_of(const model::SiteConfig& config) {
  return io::Ground((config.state.empty() ? config.ledger : config.state).parent_path());
}

model::SiteConfig settled(model::SiteConfig config) {
  const io::Ground ground = ground_of(config);
  std::vector<fs::path*> paths{&config.file,      &config.ledger,           &config.state,
                               &config.feeds.out, &config.feeds.built.root, &config.search.index};
  for (fs::path& path : config.posts.paths) paths.push_back(&path);
  for (fs::path& path : config.posts.static_folders) paths.push_back(&path);
  for (fs::path* path : paths) *path = ground.settled(*path);
  return config;
}

}  // namespace blogsearch::pipeline
