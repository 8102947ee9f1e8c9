// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <vector>

#include "pipeline/generator_pattern.hpp"
#include "pipeline/generators.hpp"

namespace blogsearch::pipeline {
namespace {

/// hexo.io/docs/permalinks. `:title` is the file's path below source/_posts, and of that only
/// what `new_post_name` calls the title.
std::vector<TokenRow> tokens(bool has_dated_names) {
  return {{"year", "{year}"},
          {"month", "{month}"},
          {"day", "{day}"},
          {"i_month", "{i_month}"},
          {"i_day", "{i_day}"},
          {"title", has_dated_names ? "{folder}/{stem}" : "{folder}/{name}"},
          {"name", has_dated_names ? "{stem}" : "{name}"},
          {"post_title", "{title}"}};
}

void set_pattern(Proposal& proposal, const Settings& config) {
  Fact rule = config.fact({"permalink"});
  if (!rule) rule = {":year/:month/:day/:title/", "Hexo's default"};
  const bool has_dated_names =
      config.text("new_post_name").find(":year-:month-:day-:title") != std::string::npos;
  proposal.pattern = translate(rule.value, {":", ""}, tokens(has_dated_names));
  std::string& pattern = proposal.pattern.value;
  proposal.pattern.reason =
      pattern.empty() ? "permalink has " + proposal.pattern.reason : rule.reason;
  if (!pattern.empty() && pattern.front() != '/') pattern.insert(0, "/");
  const bool is_bare = config.text("pretty_urls.trailing_html") == "false";
  if (is_bare && pattern.ends_with(".html")) pattern.resize(pattern.size() - 5);
}

/// `language: en`, or the first of a list.
Fact language_of(const Settings& config) {
  const syntax::Node* node = config.find("language");
  if (node != nullptr && node->is_sequence() && !node->items.empty())
    return {node->items.front().scalar, "from " + config.file};
  return config.fact({"language"});
}

}  // namespace

bool is_hexo(SiteFolder& site, const std::string& evidence) {
  const Settings& config = site.settings(evidence);
  return site.has("source/_posts") || site.has("scaffolds") ||
         config.find("new_post_name") != nullptr || config.find("source_dir") != nullptr;
}

Proposal propose_hexo(SiteFolder& site, const std::string& evidence) {
  const Settings& config = site.settings(evidence);
  Proposal proposal;
  proposal.title = config.fact({"title"});
  set_url(proposal, config, "url", "");
  proposal.description = config.fact({"description", "subtitle"});
  proposal.language = language_of(config);
  proposal.timezone = config.fact({"timezone"});
  proposal.author = config.fact({"author"});
  proposal.out = {config.text("public_dir", "public"), "where Hexo writes the site"};
  proposal.anchors = {"hexo", "Hexo's ids of headings"};
  set_pattern(proposal, config);
  set_posts(proposal, join_path({config.text("source_dir", "source"), "_posts"}));
  return proposal;
}

}  // namespace blogsearch::pipeline
