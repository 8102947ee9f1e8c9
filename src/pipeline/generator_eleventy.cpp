// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>

#include "pipeline/generator_pattern.hpp"
#include "pipeline/generators.hpp"

namespace blogsearch::pipeline {
namespace {

/// 11ty.dev/docs/permalinks and /docs/data-eleventy-supplied: fileSlug and filePathStem are
/// without the date before a file's name. Only the default permalink keeps it (Eleventy 3.1.8,
/// TemplatePermalink.generate).
std::vector<TokenRow> tokens(std::string_view folder) {
  return {{"page.fileSlug", "{stem}"},
          {"fileSlug", "{stem}"},
          {"page.filePathStem", folder},
          {"slug", "{slug}"},
          {"title | slug", "{title}"},
          {"title | slugify", "{title}"},
          {"page.date | date: '%Y'", "{year}"},
          {"page.date | date: \"%Y\"", "{year}"},
          {"page.date | date: '%Y/%m/%d'", "{year}/{month}/{day}"},
          {"page.date | date: \"%Y/%m/%d\"", "{year}/{month}/{day}"}};
}

/// The literal given to a call such as `eleventyConfig.setInputDirectory("src")`.
std::string argument_of(const std::string& program, const std::string& function) {
  const std::size_t call = program.find(function + "(");
  if (call == std::string::npos) return {};
  const std::size_t open = call + function.size() + 1;
  const bool is_literal = open < program.size() && (program[open] == '"' || program[open] == '\'');
  const std::size_t close = is_literal ? program.find(program[open], open + 1) : std::string::npos;
  return close == std::string::npos ? "" : program.substr(open + 1, close - open - 1);
}

struct Folders {
  std::string input, output, data;
};

Folders folders_of(SiteFolder& site, const std::string& evidence) {
  const Settings& config = site.settings(evidence);
  const std::string program = site.bytes(evidence);
  const auto folder = [&](std::string_view key, const char* call, std::string_view fallback) {
    const std::string called = argument_of(program, call);
    return called.empty() ? config.text(key, fallback) : called;
  };
  return {join_path({folder("dir.input", "setInputDirectory", ".")}),
          join_path({folder("dir.output", "setOutputDirectory", "_site")}),
          folder("dir.data", "setDataDirectory", "_data")};
}

/// `_data` is relative to the input; `../_data` lies beside it.
std::string data_file(const SiteFolder& site, const Folders& folders) {
  const bool is_beside = folders.data.rfind("../", 0) == 0;
  const std::string data =
      is_beside ? join_path({folders.data.substr(3)}) : join_path({folders.input, folders.data});
  for (const char* name : {"metadata", "site", "meta"})
    for (const char* extension : {".json", ".js", ".mjs", ".cjs", ".yaml", ".yml"})
      if (site.has(data + "/" + name + extension)) return data + "/" + name + extension;
  return {};
}

/// A permalink that the folder's own data file gives to all in it.
Fact folder_rule(SiteFolder& site, const std::string& folder) {
  const std::string name = folder.substr(folder.rfind('/') + 1);
  const std::string trunk = folder + "/" + name;
  for (const char* extension :
       {".json", ".11tydata.json", ".11tydata.js", ".11tydata.cjs", ".11tydata.mjs"})
    if (Fact rule = site.settings(trunk + extension).fact({"permalink"})) return rule;
  return {};
}

void set_pattern(Proposal& proposal, const Fact& rule, const std::string& below) {
  Fact& pattern = proposal.pattern;
  if (!rule) {
    pattern = {"/" + join_path({below, "{folder}/{name}"}) + "/", "Eleventy's default"};
    return;
  }
  pattern = translate(rule.value, {"{{", "}}"}, tokens(join_path({below, "{folder}/{stem}"})));
  pattern.reason = pattern ? rule.reason : "permalink has " + pattern.reason;
  constexpr std::string_view index = "/index.html";
  if (pattern.value.ends_with(index)) pattern.value.resize(pattern.value.size() - index.size() + 1);
  if (pattern && pattern.value.front() != '/') pattern.value.insert(0, "/");
}

/// Without a plugin Eleventy's headings have no ids.
Fact anchors_of(const SiteFolder& site, const std::string& evidence) {
  constexpr std::string_view plugin = "markdown-it-anchor";
  for (const std::string& file : {evidence, std::string("package.json")})
    if (site.bytes(file).find(plugin) != std::string::npos)
      return {std::string(plugin), "from " + file};
  return {"none", "without markdown-it-anchor headings have no ids"};
}

}  // namespace

Proposal propose_eleventy(SiteFolder& site, const std::string& evidence) {
  const Folders folders = folders_of(site, evidence);
  const Settings& words = site.settings(data_file(site, folders));
  Proposal proposal;
  proposal.title = words.fact({"title", "name"});
  set_url(proposal, words, "url", "");
  proposal.description = words.fact({"description"});
  proposal.language = words.fact({"language", "lang"});
  proposal.author = words.fact({"author.name", "author"});
  proposal.email = words.fact({"author.email"});
  proposal.author_uri = words.fact({"author.url"});
  proposal.out = {folders.output, "where Eleventy writes the site"};
  proposal.anchors = anchors_of(site, evidence);

  const std::string below = common_folder(site.posts(folders.input.empty() ? "." : folders.input));
  const std::string folder = join_path({folders.input, below});
  set_posts(proposal, folder);
  set_pattern(proposal, folder.empty() ? Fact{} : folder_rule(site, folder), below);
  return proposal;
}

}  // namespace blogsearch::pipeline
