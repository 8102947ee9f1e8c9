// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <optional>

#include "pipeline/generator_pattern.hpp"
#include "pipeline/generators.hpp"

namespace blogsearch::pipeline {
namespace {

/// squidfunk.github.io/mkdocs-material/plugins/blog: post_url_format, post_url_date_format.
constexpr std::array<TokenRow, 4> date_tokens{
    {{"yyyy", "{year}"}, {"y", "{year}"}, {"MM", "{month}"}, {"dd", "{day}"}}};

/// The settings of the blog plugin, `- blog` or `- blog: {…}`; nothing when it is not there.
std::optional<Settings> blog_plugin(const Settings& config) {
  const syntax::Node* plugins = config.find("plugins");
  if (plugins == nullptr) return std::nullopt;
  for (const syntax::Node& item : plugins->items)
    for (const std::string_view name : {"blog", "material/blog"}) {
      if (item.is_scalar() && item.scalar == name) return Settings{config.file, {}};
      if (const syntax::Node* options = item.find(name)) return Settings{config.file, *options};
    }
  for (const std::string_view name : {"blog", "material/blog"})
    if (const syntax::Node* options = plugins->find(name)) return Settings{config.file, *options};
  return std::nullopt;
}

/// `yyyy/MM/dd` of Babel's date patterns.
std::string date_pattern(const std::string& format) {
  std::string out;
  for (std::size_t i = 0; i < format.size();) {
    std::size_t end = i;
    while (end < format.size() && format[end] == format[i]) ++end;
    const std::string run = format.substr(i, end - i);
    const auto* row = std::find_if(date_tokens.begin(), date_tokens.end(),
                                   [&run](const TokenRow& r) { return r.token == run; });
    const bool is_letter = (run[0] >= 'a' && run[0] <= 'z') || (run[0] >= 'A' && run[0] <= 'Z');
    if (is_letter && row == date_tokens.end()) return {};
    out += row == date_tokens.end() ? run : std::string(row->placeholder);
    i = end;
  }
  return out;
}

void set_pattern(Proposal& proposal, const Settings& config, const Settings& blog) {
  const std::string date = date_pattern(blog.text("post_url_date_format", "yyyy/MM/dd"));
  const std::array<TokenRow, 3> tokens{
      {{"date", date}, {"slug", "{slug|title:mkdocs}"}, {"file", "{name}"}}};
  Fact rule = blog.fact({"post_url_format"});
  if (!rule) rule = {"{date}/{slug}", "the blog plugin's default"};
  Fact& pattern = proposal.pattern;
  pattern = translate(rule.value, {"{", "}"}, tokens);
  if (date.empty() && rule.value.find("{date}") != std::string::npos)
    pattern = {"", "post_url_date_format"};
  if (!pattern) {
    pattern.reason = "post_url_format has " + pattern.reason;
    return;
  }
  const bool is_folder = config.text("use_directory_urls", "true") != "false";
  pattern.value =
      "/" + join_path({blog.text("blog_dir", "blog"), pattern.value}) + (is_folder ? "/" : ".html");
  pattern.reason = rule.reason;
}

}  // namespace

bool is_mkdocs(SiteFolder& site, const std::string& evidence) {
  const Settings& config = site.settings(evidence);
  return config.tree.is_null() ? site.has("docs/blog/posts") : blog_plugin(config).has_value();
}

Proposal propose_mkdocs(SiteFolder& site, const std::string& evidence) {
  const Settings& config = site.settings(evidence);
  const Settings blog = blog_plugin(config).value_or(Settings{evidence, {}});
  Proposal proposal;
  proposal.title = config.fact({"site_name"});
  set_url(proposal, config, "site_url", "");
  proposal.description = config.fact({"site_description"});
  proposal.language = config.fact({"theme.language"});
  proposal.author = config.fact({"site_author"});
  proposal.out = {config.text("site_dir", "site"), "where MkDocs writes the site"};
  proposal.anchors = {"python-markdown", "MkDocs' ids of headings"};
  set_pattern(proposal, config, blog);

  std::string folder = blog.text("post_dir", "{blog}/posts");
  const std::size_t at = folder.find("{blog}");
  if (at != std::string::npos) folder.replace(at, 6, blog.text("blog_dir", "blog"));
  set_posts(proposal, join_path({config.text("docs_dir", "docs"), folder}));
  return proposal;
}

}  // namespace blogsearch::pipeline
