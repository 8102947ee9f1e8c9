// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/generators.hpp"

namespace blogsearch::pipeline {
namespace {

/// getzola.org/documentation/content/page: the section's folders, then the slug of front matter
/// or of the file's name without its date; slugify.paths says how they are written.
Fact pattern_of(const Settings& config, const std::string& folder) {
  const bool keeps_dates = config.is_true("slugify.paths_keep_dates");
  const std::string slug = keeps_dates ? "slug|name" : "slug|stem";
  const bool is_written_so = config.text("slugify.paths", "on") == "on";
  const std::string path = "{folder}/{" + slug + (is_written_so ? ":zola}" : "}");
  return {"/" + join_path({folder, path}) + "/", "Zola's rule"};
}

}  // namespace

bool is_zola(SiteFolder& site, const std::string& evidence) {
  return evidence == "zola.toml" || site.bytes(evidence).find("base_url") != std::string::npos;
}

Proposal propose_zola(SiteFolder& site, const std::string& evidence) {
  const Settings& config = site.settings(evidence);
  Proposal proposal;
  proposal.title = config.fact({"title"});
  set_url(proposal, config, "base_url", "");
  proposal.description = config.fact({"description"});
  proposal.language = config.fact({"default_language"});
  proposal.author = config.fact({"author"});
  proposal.out = {config.text("output_dir", "public"), "where Zola writes the site"};
  proposal.anchors = {config.text("slugify.anchors", "on") == "on" ? "zola" : "zola-safe",
                      "Zola's ids of headings"};
  const std::string folder = common_folder(site.posts("content"));
  set_posts(proposal, join_path({"content", folder}));
  proposal.pattern = pattern_of(config, folder);
  return proposal;
}

}  // namespace blogsearch::pipeline
