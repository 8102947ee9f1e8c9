// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/generator.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

#include "pipeline/generators.hpp"
#include "text/language_tag.hpp"
#include "time/zone.hpp"

namespace blogsearch::pipeline {
namespace {

constexpr std::array<std::string_view, 5> astro{"astro.config.mjs", "astro.config.ts",
                                                "astro.config.js", "astro.config.mts",
                                                "astro.config.cjs"};
constexpr std::array<std::string_view, 4> docusaurus{"docusaurus.config.js", "docusaurus.config.ts",
                                                     "docusaurus.config.mjs",
                                                     "docusaurus.config.cjs"};
constexpr std::array<std::string_view, 5> eleventy{"eleventy.config.js", "eleventy.config.mjs",
                                                   "eleventy.config.cjs", "eleventy.config.ts",
                                                   ".eleventy.js"};
constexpr std::array<std::string_view, 12> hugo{"hugo.toml",
                                                "hugo.yaml",
                                                "hugo.yml",
                                                "hugo.json",
                                                "config.toml",
                                                "config.yaml",
                                                "config.yml",
                                                "config.json",
                                                "config/_default/hugo.toml",
                                                "config/_default/hugo.yaml",
                                                "config/_default/config.toml",
                                                "config/_default/config.yaml"};
constexpr std::array<std::string_view, 2> zola{"zola.toml", "config.toml"};
constexpr std::array<std::string_view, 1> pelican{"pelicanconf.py"};
constexpr std::array<std::string_view, 2> mkdocs{"mkdocs.yml", "mkdocs.yaml"};
constexpr std::array<std::string_view, 1> hexo{"_config.yml"};
constexpr std::array<std::string_view, 3> jekyll{"_config.yml", "_config.yaml", "_posts"};

bool always(SiteFolder&, const std::string&) { return true; }

struct Generator {
  std::string_view name;
  std::span<const std::string_view> files;
  bool (*is_it)(SiteFolder& site, const std::string& evidence);
  Proposal (*propose)(SiteFolder& site, const std::string& evidence);
};
/// The first that fits wins: those with a file of their own stand before those that share one.
constexpr std::array<Generator, 9> generators{{
    {"Astro", astro, always, propose_astro},
    {"Docusaurus", docusaurus, always, propose_docusaurus},
    {"Eleventy", eleventy, always, propose_eleventy},
    {"Zola", zola, is_zola, propose_zola},
    {"Hugo", hugo, is_hugo, propose_hugo},
    {"Pelican", pelican, always, propose_pelican},
    {"MkDocs", mkdocs, is_mkdocs, propose_mkdocs},
    {"Hexo", hexo, is_hexo, propose_hexo},
    {"Jekyll", jekyll, always, propose_jekyll},
}};

struct Match {
  const Generator* generator;
  std::string evidence;
};

std::vector<Match> matches(SiteFolder& site) {
  std::vector<Match> found;
  for (const Generator& generator : generators)
    for (const std::string_view name : generator.files) {
      const std::string file(name);
      const bool is_taken = std::any_of(found.begin(), found.end(),
                                        [&file](const Match& m) { return m.evidence == file; });
      if (is_taken || !site.has(file) || !generator.is_it(site, file)) continue;
      found.push_back({&generator, file});
      break;
    }
  return found;
}

/// What our own config would refuse is not proposed.
void keep_what_is_valid(Proposal& proposal) {
  if (proposal.timezone && !time::find_zone(proposal.timezone.value)) proposal.timezone = {};
  std::string& language = proposal.language.value;
  language.resize(std::min(language.find('.'), language.size()));  // en_US.UTF-8
  language = text::language_tag(language).value_or("");
}

}  // namespace

std::optional<Proposal> recognise(const std::filesystem::path& folder, Diagnostics& findings) {
  SiteFolder site(folder, findings);
  const std::vector<Match> found = matches(site);
  if (found.empty()) {
    std::optional<Proposal> bare = propose_markdown(site);
    if (bare) bare->posts = site.count(*bare);
    return bare;
  }
  const Match& match = found.front();
  Proposal proposal = match.generator->propose(site, match.evidence);
  proposal.generator = match.generator->name;
  proposal.evidence = match.evidence;
  for (const Match& other : found)
    if (other.generator != match.generator)
      proposal.others.push_back(std::string(other.generator->name) + " (" + other.evidence + ")");
  keep_what_is_valid(proposal);
  proposal.posts = site.count(proposal);
  return proposal;
}

std::vector<std::string> known_generators() {
  std::vector<std::string> names;
  names.reserve(generators.size());
  for (const Generator& generator : generators) names.emplace_back(generator.name);
  return names;
}

}  // namespace blogsearch::pipeline
