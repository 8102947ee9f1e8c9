// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/completeness.hpp"

#include <string>
#include <utility>

namespace blogsearch::pipeline {

bool is_complete(const model::SiteConfig& config, Diagnostics& findings) {
  const auto miss = [&findings](Code code, std::string message, std::string hint) {
    Diagnostic finding;
    finding.code = code;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    findings.add(std::move(finding));
    return false;
  };
  bool is_complete = true;
  if (config.site.url.empty())
    is_complete =
        miss(Code::pipeline_site_url_missing, "where the site is published is not known",
             "add --site-url https://example.org/, or `site: {url: …}` to blogsearch.yaml");
  if (config.posts.paths.empty())
    is_complete = miss(Code::pipeline_posts_path_missing, "no folder of posts is named",
                       "write `blogsearch build POSTS`, or `posts: {path: …}` in blogsearch.yaml");
  return is_complete;
}

}  // namespace blogsearch::pipeline
