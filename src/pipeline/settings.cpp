// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/settings.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "model/permalink.hpp"
#include "pipeline/build_settings.hpp"
#include "pipeline/feed_settings.hpp"
#include "pipeline/limit_settings.hpp"
#include "pipeline/search_settings.hpp"
#include "pipeline/setting.hpp"

namespace blogsearch::pipeline {
namespace {

using model::SiteConfig;
using syntax::Node;

constexpr Setting::Choices<model::Format, 3> formats{
    {{"atom", model::Format::atom}, {"rss", model::Format::rss}, {"json", model::Format::json}}};
constexpr Setting::Choices<model::Fragments, 2> fragments{
    {{"absolute", model::Fragments::absolute}, {"keep", model::Fragments::keep}}};
constexpr Setting::Choices<model::Embeds, 2> embeds{
    {{"link", model::Embeds::link}, {"keep", model::Embeds::keep}}};
constexpr Setting::Choices<model::Ids, 2> ids{
    {{"permalink", model::Ids::permalink}, {"tag", model::Ids::tag}}};
constexpr Setting::Choices<model::DateSource, 3> date_sources{
    {{"frontmatter", model::DateSource::frontmatter},
     {"filename", model::DateSource::filename},
     {"git", model::DateSource::git}}};
constexpr Setting::Choices<model::DateSource, 2> update_sources{
    {{"frontmatter", model::DateSource::frontmatter}, {"git", model::DateSource::git}}};
constexpr Setting::Choices<time::Order, 3> orders{
    {{"strict", time::Order::strict}, {"mdy", time::Order::mdy}, {"dmy", time::Order::dmy}}};

constexpr Setting::Choices<model::Anchors, 14> anchors{
    {{"github", model::Anchors::github},
     {"astro", model::Anchors::astro},
     {"docusaurus", model::Anchors::docusaurus},
     {"hexo", model::Anchors::hexo},
     {"hugo", model::Anchors::hugo},
     {"hugo-ascii", model::Anchors::hugo_ascii},
     {"hugo-blackfriday", model::Anchors::hugo_blackfriday},
     {"jekyll", model::Anchors::jekyll},
     {"kramdown", model::Anchors::kramdown},
     {"markdown-it-anchor", model::Anchors::markdown_it},
     {"python-markdown", model::Anchors::python_markdown},
     {"zola", model::Anchors::zola},
     {"zola-safe", model::Anchors::zola_safe},
     {"none", model::Anchors::none}}};
constexpr Setting::Choices<model::Archives, 3> archives{{{"none", model::Archives::none},
                                                         {"main", model::Archives::main},
                                                         {"all", model::Archives::all}}};

struct Key {
  std::string_view section, name;
  void (*set)(const Setting& setting, SiteConfig& config);
};
constexpr auto keys = std::to_array<Key>({
    {"site", "title", [](const Setting& s, SiteConfig& c) { s.into(c.site.title); }},
    {"site", "url", [](const Setting& s, SiteConfig& c) { s.url_into(c.site.url); }},
    {"site", "description", [](const Setting& s, SiteConfig& c) { s.into(c.site.description); }},
    {"site", "language", [](const Setting& s, SiteConfig& c) { s.language_into(c.site.language); }},
    {"site", "timezone", [](const Setting& s, SiteConfig& c) { s.zone_into(c.site.timezone); }},
    {"site", "author", [](const Setting& s, SiteConfig& c) { s.into(c.site.author); }},
    {"site", "rights", [](const Setting& s, SiteConfig& c) { s.into(c.site.rights); }},
    {"site", "license", [](const Setting& s, SiteConfig& c) { s.reference_into(c.site.license); }},
    {"site", "icon", [](const Setting& s, SiteConfig& c) { s.reference_into(c.site.icon); }},
    {"site", "logo", [](const Setting& s, SiteConfig& c) { s.reference_into(c.site.logo); }},
    {"posts", "path", [](const Setting& s, SiteConfig& c) { s.into(c.posts.paths); }},
    {"posts", "url",
     [](const Setting& s, SiteConfig& c) { s.pattern_into(c.posts.url, model::check_pattern); }},
    {"posts", "include", [](const Setting& s, SiteConfig& c) { s.into(c.posts.include); }},
    {"posts", "exclude", [](const Setting& s, SiteConfig& c) { s.into(c.posts.exclude); }},
    {"posts", "follow_links",
     [](const Setting& s, SiteConfig& c) { s.into(c.posts.follow_links); }},
    {"posts", "static", [](const Setting& s, SiteConfig& c) { s.into(c.posts.static_folders); }},
    {"posts", "excerpt_separator",
     [](const Setting& s, SiteConfig& c) { s.into(c.posts.excerpt_separator); }},
    {"posts", "keys", [](const Setting& s, SiteConfig& c) { s.keys_into(c.posts.keys); }},
    {"posts", "date_from",
     [](const Setting& s, SiteConfig& c) { s.choices_into(c.posts.date_from, date_sources); }},
    {"posts", "updated_from",
     [](const Setting& s, SiteConfig& c) { s.choices_into(c.posts.updated_from, update_sources); }},
    {"feeds", "out", [](const Setting& s, SiteConfig& c) { s.into(c.feeds.out); }},
    {"feeds", "url", [](const Setting& s, SiteConfig& c) { s.url_into(c.feeds.url); }},
    {"feeds", "formats",
     [](const Setting& s, SiteConfig& c) { s.choices_into(c.feeds.formats, formats); }},
    {"feeds", "limit", [](const Setting& s, SiteConfig& c) { read_limit(s, c.feeds); }},
    {"feeds", "content", [](const Setting& s, SiteConfig& c) { read_content(s, c.feeds); }},
    {"feeds", "fragments",
     [](const Setting& s, SiteConfig& c) { s.choice_into(c.feeds.fragments, fragments); }},
    {"feeds", "embeds",
     [](const Setting& s, SiteConfig& c) { s.choice_into(c.feeds.embeds, embeds); }},
    {"feeds", "hubs", [](const Setting& s, SiteConfig& c) { s.urls_into(c.feeds.hubs); }},
    {"feeds", "stylesheet",
     [](const Setting& s, SiteConfig& c) { s.looks_into(c.feeds.looks, c.feeds.stylesheet); }},
    {"feeds", "max_bytes",
     [](const Setting& s, SiteConfig& c) { s.into(c.feeds.choice.max_bytes); }},
    {"feeds", "archives",
     [](const Setting& s, SiteConfig& c) { s.choice_into(c.feeds.choice.archives, archives); }},
    {"feeds", "by", [](const Setting& s, SiteConfig& c) { read_kinds(s, c.feeds); }},
    {"feeds", "paths", [](const Setting& s, SiteConfig& c) { read_paths(s, c.feeds); }},
    {"feeds", "slugs", [](const Setting& s, SiteConfig& c) { read_slugs(s, c.feeds); }},
    {"feeds", "extra", [](const Setting& s, SiteConfig& c) { read_extra_feeds(s, c.feeds); }},
    {"feeds", "opml",
     [](const Setting& s, SiteConfig& c) { read_file_name(s, c.feeds.choice.opml); }},
    {"feeds", "sitemap",
     [](const Setting& s, SiteConfig& c) { read_file_name(s, c.feeds.choice.sitemap); }},
    {"feeds", "snippet",
     [](const Setting& s, SiteConfig& c) { read_file_name(s, c.feeds.choice.snippet); }},
    {"feeds", "ids", [](const Setting& s, SiteConfig& c) { s.choice_into(c.feeds.ids, ids); }},
    {"feeds", "built", [](const Setting& s, SiteConfig& c) { s.into(c.feeds.built); }},
    {"search", "index", [](const Setting& s, SiteConfig& c) { s.into(c.search.index); }},
    {"search", "language", [](const Setting& s, SiteConfig& c) { s.into(c.search.language); }},
    {"search", "anchors",
     [](const Setting& s, SiteConfig& c) { s.choice_into(c.search.anchors, anchors); }},
    {"search", "synonyms", [](const Setting& s, SiteConfig& c) { read_synonyms(s, c.search); }},
    {"search", "saved", [](const Setting& s, SiteConfig& c) { read_saved(s, c.search); }},
    {"search", "recency", [](const Setting& s, SiteConfig& c) { read_recency(s, c.search); }},
    {"dates", "order",
     [](const Setting& s, SiteConfig& c) { s.choice_into(c.dates.order, orders); }},
    {"dates", "zones", [](const Setting& s, SiteConfig& c) { s.zones_into(c.dates.zones); }},
    {"dates", "years",
     [](const Setting& s, SiteConfig& c) { s.years_into(c.dates.first_year, c.dates.last_year); }},
    {"limits", "file_size", [](const Setting& s, SiteConfig& c) { read_file_size(s, c.limits); }},
    {"limits", "front_matter_size",
     [](const Setting& s, SiteConfig& c) { read_front_matter_size(s, c.limits); }},
    {"limits", "front_matter_values",
     [](const Setting& s, SiteConfig& c) { read_front_matter_values(s, c.limits); }},
    {"limits", "nesting", [](const Setting& s, SiteConfig& c) { read_nesting(s, c.limits); }},
    {"limits", "markup", [](const Setting& s, SiteConfig& c) { read_markup(s, c.limits); }},
    {"limits", "search_size",
     [](const Setting& s, SiteConfig& c) { read_search_size(s, c.limits); }},
    {"limits", "tags", [](const Setting& s, SiteConfig& c) { read_tags(s, c.limits); }},
    {"build", "jobs", [](const Setting& s, SiteConfig& c) { read_jobs(s, c.build); }},
    {"build", "strict", [](const Setting& s, SiteConfig& c) { s.into(c.build.strict); }},
    {"build", "drafts", [](const Setting& s, SiteConfig& c) { s.into(c.build.drafts); }},
    {"build", "fail_on", [](const Setting& s, SiteConfig& c) { read_fail_on(s, c.build); }},
    {"build", "report", [](const Setting& s, SiteConfig& c) { s.into(c.build.report); }},
    {"build", "wait", [](const Setting& s, SiteConfig& c) { read_wait(s, c.build); }},
    {"build", "on_change", [](const Setting& s, SiteConfig& c) { read_on_change(s, c.build); }},
    {"build", "on_change_timeout",
     [](const Setting& s, SiteConfig& c) { read_on_change_timeout(s, c.build); }},
});

/// Reads a mapping of mappings against the table.
class Sheet {
 public:
  Sheet(const SourceText& source, const std::filesystem::path& folder, Diagnostics& findings)
      : source_(source), folder_(folder), findings_(findings) {}

  void read(const Node& tree, SiteConfig& config) const {
    if (tree.is_null()) return;
    if (!tree.is_mapping())
      return not_a_mapping("the config file", "write sections such as `site:`, their keys below",
                           tree.span);
    for (const syntax::Member& section : tree.members) {
      const std::vector<std::string_view> known = names_in(section.key);
      if (known.empty())
        unknown(section.key, section.key_span, sections());
      else if (section.value.is_mapping())
        read_section(section, known, config);
      else if (!section.value.is_null())
        not_a_mapping("`" + section.key + "`", "write its keys below it, one a line and indented",
                      section.value.span);
    }
  }

 private:
  void read_section(const syntax::Member& section, const std::vector<std::string_view>& known,
                    SiteConfig& config) const {
    for (const syntax::Member& member : section.value.members) {
      const auto* key = std::find_if(keys.begin(), keys.end(), [&](const Key& row) {
        return row.section == section.key && row.name == member.key;
      });
      if (key == keys.end())
        unknown(member.key, member.key_span, known);
      else if (!member.value.is_null())
        key->set(Setting(section.key + "." + member.key, member.value, source_, folder_, findings_),
                 config);
    }
  }

  static std::vector<std::string_view> sections() {
    std::vector<std::string_view> names;
    for (const Key& row : keys)
      if (names.empty() || names.back() != row.section) names.push_back(row.section);
    return names;
  }

  static std::vector<std::string_view> names_in(std::string_view section) {
    std::vector<std::string_view> names;
    for (const Key& row : keys)
      if (row.section == section) names.push_back(row.name);
    return names;
  }

  void unknown(const std::string& word, Span span,
               const std::vector<std::string_view>& known) const {
    findings_.add(source_.place(unknown_key(word, span, known)));
  }

  void not_a_mapping(const std::string& what, std::string hint, Span span) const {
    Diagnostic finding;
    finding.code = Code::pipeline_bad_config;
    finding.message = what + " should be `key: value` lines";
    finding.hint = std::move(hint);
    finding.span = span;
    findings_.add(source_.place(std::move(finding)));
  }

  const SourceText& source_;
  const std::filesystem::path& folder_;
  Diagnostics& findings_;
};

}  // namespace

void apply_settings(const Node& tree, const SourceText& source, const std::filesystem::path& folder,
                    SiteConfig& config, Diagnostics& findings) {
  Sheet(source, folder, findings).read(tree, config);
}

}  // namespace blogsearch::pipeline
