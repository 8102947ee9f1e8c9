// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <utility>

#include "pipeline/generators.hpp"

namespace blogsearch::pipeline {
namespace {

/// A folder of posts that is a content collection, and its name.
struct Collection {
  std::string name;
  std::string folder;
  std::size_t posts = 0;
};

/// docs.astro.build/en/guides/content-collections: folders of src/content, or the `base` of a
/// loader. The one with the most dated posts is the blog.
Collection find_collection(SiteFolder& site) {
  std::vector<std::string> folders;
  for (const char* parent : {"src/content", "src/data"})
    for (const std::string& file : site.files(parent, {"**/*.{md,mdx}"}))
      if (const std::size_t slash = file.find('/'); slash != std::string::npos)
        folders.push_back(join_path({parent, file.substr(0, slash)}));
  const std::string config =
      site.first_of({"src/content.config.ts", "src/content.config.mjs", "src/content/config.ts"});
  folders.push_back(join_path({site.settings(config).text("loader.base")}));
  std::sort(folders.begin(), folders.end());
  folders.erase(std::unique(folders.begin(), folders.end()), folders.end());

  Collection best;
  for (const std::string& folder : folders) {
    const std::size_t posts = folder.empty() ? 0 : site.posts(folder).size();
    if (posts > best.posts) best = {folder.substr(folder.rfind('/') + 1), folder, posts};
  }
  return best;
}

/// Where a route file puts the posts: `blog` of `blog/[...slug].astro`. A route with another
/// parameter before (`[lang]/…`) is none that can be told.
std::optional<std::string> folder_of_route(const std::string& file) {
  const std::size_t open = file.find('[');
  const std::size_t close = file.find(']', open);
  if (open == std::string::npos || close == std::string::npos) return std::nullopt;
  const std::string rest = file.substr(close + 1);
  if (rest != ".astro" && rest != "/index.astro") return std::nullopt;
  return join_path({file.substr(0, open)});
}

/// docs.astro.build/en/guides/routing: the route that asks for the collection, else the one that
/// has its name, else the only one.
std::string find_route(const SiteFolder& site, const std::string& collection) {
  std::vector<std::string> routes;
  for (const std::string& file : site.files("src/pages", {"**/*.astro"})) {
    const auto folder = folder_of_route(file);
    if (!folder) continue;
    const std::string program = site.bytes("src/pages/" + file);
    for (const char* quote : {"'", "\""})
      if (program.find("getCollection(" + (quote + collection) + quote) != std::string::npos)
        return *folder;
    routes.push_back(*folder);
  }
  const bool has_name = std::find(routes.begin(), routes.end(), collection) != routes.end();
  return has_name || routes.size() != 1 ? collection : routes.front();
}

/// docs.astro.build/en/reference/configuration-reference: trailingSlash, build.format.
std::string ending(const Settings& config) {
  if (config.text("build.format") == "file") return ".html";
  return config.text("trailingSlash") == "never" ? "" : "/";
}

Fact first(std::initializer_list<Fact> facts) {
  for (const Fact& fact : facts)
    if (fact) return fact;
  return {};
}

}  // namespace

Proposal propose_astro(SiteFolder& site, const std::string& evidence) {
  const Settings& config = site.settings(evidence);
  // What Astro's own blog template and the most used theme call them.
  const Settings& words = site.settings(
      site.first_of({"src/consts.ts", "src/consts.js", "src/config.ts", "src/site.config.ts"}));
  Proposal proposal;
  proposal.title = words.fact({"SITE_TITLE", "title"});
  set_url(proposal, config, "site", "base");
  if (!proposal.url) set_url(proposal, words, "website", "");
  proposal.description = words.fact({"SITE_DESCRIPTION", "description", "desc"});
  proposal.language = first({config.fact({"i18n.defaultLocale"}), words.fact({"lang"})});
  proposal.timezone = words.fact({"timezone"});
  proposal.author = words.fact({"SITE_AUTHOR", "author"});
  proposal.out = {join_path({config.text("outDir", "dist")}), "where Astro writes the site"};
  proposal.anchors = {"astro", "Astro's ids of headings"};

  const Collection blog = find_collection(site);
  if (blog.posts > 0) {
    set_posts(proposal, blog.folder);
    const std::string route = find_route(site, blog.name);
    proposal.pattern = {"/" + join_path({route, "{slug|path:astro}"}) + ending(config),
                        "the route in src/pages"};
    return proposal;
  }
  const std::string folder = common_folder(site.posts("src/pages"));  // Markdown as pages
  set_posts(proposal, join_path({"src/pages", folder}));
  proposal.pattern = {"/" + join_path({folder, "{path}"}) + ending(config),
                      "pages are where their files are"};
  return proposal;
}

}  // namespace blogsearch::pipeline
