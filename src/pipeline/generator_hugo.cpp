// SPDX-License-Identifier: GPL-2.0-or-later
#include <map>
#include <vector>

#include "pipeline/generator_pattern.hpp"
#include "pipeline/generators.hpp"
#include "text/words.hpp"

namespace blogsearch::pipeline {
namespace {

/// What of Hugo's config decides URLs.
struct Rules {
  std::string style;  ///< `:hugo`, or empty where disablePathToLower keeps names as they are
  std::string name;   ///< `name`, or `stem` where a date in a file's name is the post's
  std::string section;
  std::string prefix;  ///< the language's folder
};

/// gohugo.io/configuration/permalinks: tokens. `:sections` are the folders: most sites have their
/// sections at the top.
std::vector<TokenRow> tokens(const std::map<std::string, std::string>& made) {
  return {{"year", "{year}"},
          {"month", "{month}"},
          {"day", "{day}"},
          {"title", made.at("title")},
          {"slug", made.at("slug")},
          {"filename", made.at("file")},
          {"contentbasename", made.at("file")},
          {"slugorfilename", made.at("either")},
          {"slugorcontentbasename", made.at("either")},
          {"section", made.at("section")},
          {"sections", made.at("sections")},
          {"sections[1:]", "{folder}"}};
}

/// The date of a file's name is only cut off where Hugo looks for it.
bool takes_date_from_name(const Settings& config) {
  const syntax::Node* date = config.find("frontmatter.date");
  return date != nullptr && !date->items.empty() && date->items.front().scalar == ":filename";
}

Rules rules_of(const Settings& config, std::string section) {
  Rules rules;
  rules.style = config.is_true("disablePathToLower") ? "" : ":hugo";
  rules.name = takes_date_from_name(config) ? "stem" : "name";
  rules.section = std::move(section);
  if (config.is_true("defaultContentLanguageInSubdir"))
    rules.prefix = text::lower_ascii(config.text("defaultContentLanguage", "en"));
  return rules;
}

/// `permalinks.page.posts`, in older configs `permalinks.posts`.
Fact written_rule(const Settings& config, const std::string& section) {
  return config.fact({"permalinks.page." + section, "permalinks." + section});
}

/// gohugo.io/content-management/urls: the file's path, its last part replaced by the slug.
Fact default_pattern(const Settings& config, const Rules& rules) {
  const bool is_ugly = config.is_true("uglyURLs") || config.is_true("uglyURLs." + rules.section);
  const std::string path = "{folder" + rules.style + "}/{slug|" + rules.name + rules.style + "}";
  return {"/" + join_path({rules.prefix, rules.section, path}) + (is_ugly ? ".html" : "/"),
          "Hugo's default"};
}

Fact pattern_of(const Settings& config, const Rules& rules) {
  const Fact rule = written_rule(config, rules.section);
  if (!rule) return default_pattern(config, rules);
  const std::map<std::string, std::string> made{
      {"title", "{title:hugo}"},
      {"slug", "{slug|title:hugo}"},
      {"file", "{" + rules.name + rules.style + "}"},
      {"either", "{slug|" + rules.name + rules.style + "}"},
      {"section", rules.section},
      {"sections", join_path({rules.section, "{folder}"})}};
  Fact pattern = translate(rule.value, {":", ""}, tokens(made));
  if (!pattern) return {"", "permalinks has " + pattern.reason};
  const bool is_file = pattern.value.ends_with(".html") || pattern.value.ends_with("/");
  pattern.value = "/" + join_path({rules.prefix, pattern.value}) +
                  (pattern.value.ends_with(".html") ? "" : "/");
  pattern.reason = is_file ? rule.reason : rule.reason + ", as a folder";
  return pattern;
}

/// gohugo.io/methods/site/mainsections: as configured, else the section with the most pages.
std::string main_section(const Settings& config, const std::vector<std::string>& posts) {
  for (const std::string_view key : {"params.mainSections", "mainSections"}) {
    const syntax::Node* node = config.find(key);
    if (node == nullptr) continue;
    if (node->items.size() == 1) return node->items.front().scalar;
    if (node->is_scalar()) return node->scalar;
  }
  std::map<std::string, std::size_t> sizes;
  std::string best;
  for (const std::string& post : posts)
    if (const std::size_t slash = post.find('/'); slash != std::string::npos)
      ++sizes[post.substr(0, slash)];
  for (const auto& [section, size] : sizes)
    if (best.empty() || size > sizes[best]) best = section;
  return best;
}

/// gohugo.io/configuration/markup/#goldmark: parser.autoHeadingIDType, since 0.155 autoIDType.
Fact anchors_of(const Settings& config) {
  const std::string parser = "markup.goldmark.parser.";
  if (config.text(parser + "autoHeadingID", "true") == "false")
    return {"none", "autoHeadingID is false"};
  const std::string type =
      config.text(parser + "autoIDType", config.text(parser + "autoHeadingIDType", "github"));
  if (type == "github") return {"hugo", "Hugo's ids of headings"};
  return {type == "github-ascii" ? "hugo-ascii" : "hugo-blackfriday", "by the type " + type};
}

}  // namespace

bool is_hugo(SiteFolder& site, const std::string& evidence) {
  if (evidence.find("hugo") != std::string::npos) return true;
  return text::lower_ascii(site.bytes(evidence)).find("baseurl") != std::string::npos;
}

Proposal propose_hugo(SiteFolder& site, const std::string& evidence) {
  const Settings& config = site.settings(evidence);
  Proposal proposal;
  proposal.title = config.fact({"title"});
  set_url(proposal, config, "baseURL", "");
  proposal.description = config.fact({"params.description", "description"});
  proposal.language = config.fact({"locale", "languageCode", "defaultContentLanguage"});
  proposal.timezone = config.fact({"timeZone"});
  proposal.author = config.fact({"params.author.name", "params.author", "author.name", "author"});
  proposal.email = config.fact({"params.author.email", "author.email"});
  proposal.out = {config.text("publishDir", "public"), "where Hugo writes the site"};
  proposal.anchors = anchors_of(config);

  const std::string content = join_path({config.text("contentDir", "content")});
  const std::string section = main_section(config, site.posts(content));
  set_posts(proposal, join_path({content, section}));
  proposal.pattern = pattern_of(config, rules_of(config, section));
  return proposal;
}

}  // namespace blogsearch::pipeline
