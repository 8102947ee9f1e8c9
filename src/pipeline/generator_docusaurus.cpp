// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/generators.hpp"

namespace blogsearch::pipeline {

/// docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-blog: the slug of front matter, else
/// the file's path with its date as folders.
Proposal propose_docusaurus(SiteFolder& site, const std::string& evidence) {
  const Settings& config = site.settings(evidence);
  Proposal proposal;
  proposal.title = config.fact({"title"});
  set_url(proposal, config, "url", "baseUrl");
  proposal.description = config.fact({"tagline"});
  proposal.language = config.fact({"i18n.defaultLocale"});
  const std::string route = join_path({config.text("presets.blog.routeBasePath", "blog")});
  proposal.pattern = {
      "/" + join_path({route, "{slug|dated_path}"}) + (config.is_true("trailingSlash") ? "/" : ""),
      "Docusaurus's rule"};
  proposal.out = {"build", "where Docusaurus writes the site"};
  set_posts(proposal, join_path({config.text("presets.blog.path", "blog")}));
  proposal.exclude = {"**/_*", "**/_*/"};  // its own default
  proposal.anchors = {"docusaurus", "Docusaurus' ids of headings"};
  return proposal;
}

}  // namespace blogsearch::pipeline
