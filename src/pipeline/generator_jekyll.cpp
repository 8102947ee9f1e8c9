// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <set>

#include "pipeline/generator_pattern.hpp"
#include "pipeline/generators.hpp"
#include "text/words.hpp"

namespace blogsearch::pipeline {
namespace {

/// jekyllrb.com/docs/permalinks: placeholders, built-in formats.
constexpr std::array<TokenRow, 14> tokens{{{"categories", "{categories}"},
                                           {"year", "{year}"},
                                           {"month", "{month}"},
                                           {"day", "{day}"},
                                           {"title", "{slug}"},
                                           {"slug", "{slug}"},
                                           {"output_ext", ".html"},
                                           {"i_month", "{i_month}"},
                                           {"i_day", "{i_day}"},
                                           {"short_year", "{short_year}"},
                                           {"y_day", "{y_day}"},
                                           {"week", "{week}"},
                                           {"short_day", "{short_day}"},
                                           {"collection", "posts"}}};
constexpr std::array<TokenRow, 5> styles{
    {{"date", "/:categories/:year/:month/:day/:title:output_ext"},
     {"pretty", "/:categories/:year/:month/:day/:title/"},
     {"ordinal", "/:categories/:year/:y_day/:title:output_ext"},
     {"weekdate", "/:categories/:year/W:week/:short_day/:title:output_ext"},
     {"none", "/:categories/:title:output_ext"}}};

/// A permalink that `defaults` gives to every post.
Fact default_permalink(const Settings& config) {
  const syntax::Node* defaults = config.find("defaults");
  if (defaults == nullptr) return {};
  for (const syntax::Node& item : defaults->items) {
    const Settings entry{config.file, item};
    const std::string type = entry.text("scope.type", "posts");
    const std::string path = entry.text("scope.path");
    if (type == "posts" && (path.empty() || path == "_posts"))
      if (Fact rule = entry.fact({"values.permalink"})) return rule;
  }
  return {};
}

/// Front matter defaults win over the collection's rule, that over the site's.
Fact rule_of(const Settings& config) {
  Fact rule = default_permalink(config);
  if (!rule) rule = config.fact({"collections.posts.permalink", "permalink"});
  if (!rule) rule = {"date", "Jekyll's default"};
  for (const TokenRow& style : styles)
    if (rule.value == style.token) rule.value = style.placeholder;
  return rule;
}

/// Every `_posts` below the source: `_posts`, `blog/_posts`.
std::set<std::string> post_folders(const SiteFolder& site, const std::string& source) {
  std::set<std::string> folders;
  for (const std::string& file : site.files(source, {"**/_posts/**"}))
    folders.insert(file.substr(0, ("/" + file).find("/_posts/") + 6));
  return folders;
}

/// The folders above `_posts` are categories too.
std::string with_category(std::string rule, const std::string& folder) {
  const std::string category = text::fold(folder.substr(0, folder.size() - 6));  // "_posts"
  const std::size_t at = rule.find("{categories}");
  if (at != std::string::npos && !category.empty()) rule.insert(at, category);
  return rule;
}

void set_pattern(Proposal& proposal, const Settings& config) {
  const Fact rule = rule_of(config);
  proposal.pattern = translate(rule.value, {":", ""}, tokens);
  if (!proposal.pattern)
    proposal.pattern.reason = "permalink has " + proposal.pattern.reason;
  else
    proposal.pattern.reason = rule.reason;
}

/// jekyllrb.com/docs/configuration/markdown: kramdown with GitHub's parser.
Fact anchors_of(const Settings& config) {
  if (config.text("kramdown.auto_ids", "true") == "false") return {"none", "auto_ids is false"};
  if (text::lower_ascii(config.text("kramdown.input", "GFM")) == "gfm")
    return {"jekyll", "Jekyll's ids of headings"};
  return {"kramdown", "kramdown.input"};
}

}  // namespace

Proposal propose_jekyll(SiteFolder& site, const std::string& evidence) {
  const Settings& config = site.settings(evidence == "_posts" ? "" : evidence);
  Proposal proposal;
  proposal.title = config.fact({"title", "name"});
  set_url(proposal, config, "url", "baseurl");
  proposal.description = config.fact({"description", "tagline"});
  proposal.language = config.fact({"lang", "locale"});
  proposal.timezone = config.fact({"timezone"});
  proposal.author = config.fact({"author.name", "author"});
  proposal.email = config.fact({"author.email", "email"});
  proposal.author_uri = config.fact({"author.uri", "author.url"});
  proposal.out = {config.text("destination", "_site"), "where Jekyll writes the site"};
  proposal.anchors = anchors_of(config);
  set_pattern(proposal, config);

  const std::string source = join_path({config.text("source")});
  const std::set<std::string> folders = post_folders(site, source);
  if (folders.size() > 1) {
    set_posts(proposal, source);
    for (const std::string& folder : folders)
      proposal.include.push_back(folder + "/**/*.{md,markdown,mkd,html}");
    return proposal;
  }
  const std::string folder = folders.empty() ? "_posts" : *folders.begin();
  set_posts(proposal, join_path({source, folder}));
  proposal.pattern.value = with_category(std::move(proposal.pattern.value), folder);
  return proposal;
}

}  // namespace blogsearch::pipeline
