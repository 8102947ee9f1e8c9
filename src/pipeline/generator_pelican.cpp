// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>

#include "pipeline/generator_pattern.hpp"
#include "pipeline/generators.hpp"

namespace blogsearch::pipeline {
namespace {

/// docs.getpelican.com/en/latest/settings.html: ARTICLE_URL. A slug is made of the title, or of
/// the file's name where SLUGIFY_SOURCE says so.
void set_pattern(Proposal& proposal, const Settings& config) {
  const bool is_by_name = config.text("SLUGIFY_SOURCE") == "basename";
  const std::array<TokenRow, 7> tokens{
      {{"slug", is_by_name ? "{slug|name:pelican}" : "{slug|title:pelican}"},
       {"lang", "{lang}"},
       {"date:%Y", "{year}"},
       {"date:%m", "{month}"},
       {"date:%d", "{day}"},
       {"date:%Y/%m/%d", "{year}/{month}/{day}"},
       {"date:%Y-%m-%d", "{year}-{month}-{day}"}}};
  Fact rule = config.fact({"ARTICLE_URL"});
  if (!rule) rule = {"{slug}.html", "Pelican's default"};
  Fact& pattern = proposal.pattern;
  pattern = translate(rule.value, {"{", "}"}, tokens);
  pattern.reason = pattern ? rule.reason : "ARTICLE_URL has " + pattern.reason;
  if (pattern && pattern.value.front() != '/') pattern.value.insert(0, "/");
}

/// Pelican's own MARKDOWN is without the extension that gives headings ids.
Fact anchors_of(std::string_view config) {
  if (config.find("extensions.toc") != std::string_view::npos)
    return {"python-markdown", "MARKDOWN has the extension toc"};
  return {"none", "MARKDOWN is without the extension toc"};
}

}  // namespace

Proposal propose_pelican(SiteFolder& site, const std::string& evidence) {
  const Settings& config = site.settings(evidence);
  Proposal proposal;
  proposal.title = config.fact({"SITENAME"});
  if (site.has("publishconf.py")) set_url(proposal, site.settings("publishconf.py"), "SITEURL", "");
  if (!proposal.url) set_url(proposal, config, "SITEURL", "");
  proposal.description = config.fact({"SITESUBTITLE", "SITEDESCRIPTION"});
  proposal.language = config.fact({"DEFAULT_LANG"});
  proposal.timezone = config.fact({"TIMEZONE"});
  proposal.author = config.fact({"AUTHOR"});
  proposal.out = {join_path({config.text("OUTPUT_PATH", "output")}),
                  "where Pelican writes the site"};
  proposal.anchors = anchors_of(site.bytes(evidence));
  set_pattern(proposal, config);

  const std::string content = join_path({config.text("PATH", ".")});
  set_posts(proposal, content);
  const syntax::Node* articles = config.find("ARTICLE_PATHS");
  if (articles != nullptr && articles->items.size() == 1)
    set_posts(proposal, join_path({content, articles->items.front().scalar}));
  else
    proposal.exclude = {"pages/"};  // PAGE_PATHS: no articles
  return proposal;
}

}  // namespace blogsearch::pipeline
