// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/generators.hpp"

namespace blogsearch::pipeline {

std::optional<Proposal> propose_markdown(SiteFolder& site) {
  const std::vector<std::string> posts = site.posts(".");
  if (posts.empty()) return std::nullopt;
  const std::string folder = common_folder(posts);
  Proposal proposal;
  proposal.generator = "Markdown";
  proposal.evidence = folder.empty() ? posts.front() : folder;
  set_posts(proposal, folder);
  return proposal;
}

}  // namespace blogsearch::pipeline
