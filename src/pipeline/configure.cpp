// SPDX-License-Identifier: GPL-2.0-or-later
#include <initializer_list>
#include <string>
#include <system_error>
#include <utility>

#include "blogsearch/pipeline/build.hpp"
#include "core/source_text.hpp"
#include "io/read.hpp"
#include "pipeline/settings.hpp"
#include "syntax/yaml.hpp"
#include "text/encoding.hpp"
#include "text/uri.hpp"

namespace blogsearch::pipeline {
namespace {

namespace fs = std::filesystem;

constexpr const char* config_name = "blogsearch.yaml";
constexpr const char* ledger_name = "blogsearch.ids";
constexpr const char* state_name = ".blogsearch";
constexpr const char* index_name = ".blogsearch/index";  // of a site that has been published

/// The nearest folder, from the current one upwards, that holds one of `names`.
std::optional<fs::path> nearest_with(std::initializer_list<const char*> names) {
  std::error_code error;
  for (fs::path folder = fs::current_path(error); !error; folder = folder.parent_path()) {
    for (const char* name : names)
      if (fs::exists(folder / name, error)) return folder;
    if (folder == folder.parent_path()) break;
  }
  return std::nullopt;
}

/// Where a site without a config file keeps its ids, if nothing of it is here yet: beside the
/// index, so that a run that names all its folders needs no other one.
fs::path ledger_of_nothing(const Overrides& overrides) {
  if (!overrides.index) return ledger_name;
  const fs::path folder = overrides.index->lexically_normal().parent_path();
  return (folder.filename() == state_name ? folder.parent_path() : folder) / ledger_name;
}

std::string with_slash(std::string url) {
  if (!url.empty() && url.back() != '/') url.push_back('/');
  return url;
}

/// A YAML mistake in the config is the owner's to mend before anything else can be done.
void read_file(const fs::path& file, const fs::path& folder, model::SiteConfig& config,
               Diagnostics& findings) {
  Result<std::string> bytes = io::read(file);
  if (!bytes) {
    Diagnostic finding = std::move(bytes).error();
    finding.code = Code::pipeline_bad_config;
    return findings.add(std::move(finding));
  }
  const SourceText source(io::shown(file), text::to_utf8(std::move(*bytes)));
  Diagnostics mistakes;
  const auto tree = syntax::read_yaml(source, {0, source.bytes().size()}, mistakes);
  for (Diagnostic mistake : mistakes) {
    mistake.code = Code::pipeline_bad_config;
    findings.add(std::move(mistake));
  }
  if (tree) apply_settings(*tree, source, folder, config, findings);
}

void apply_overrides(const Overrides& overrides, model::BuildConfig& build) {
  build.jobs = overrides.jobs.value_or(build.jobs);
  build.strict = build.strict || overrides.strict;
  build.drafts = build.drafts || overrides.drafts;
  build.fail_on = overrides.fail_on.value_or(build.fail_on);
  build.report = overrides.report.value_or(build.report);
  build.wait = overrides.wait.value_or(build.wait);
}

void apply_overrides(const Overrides& overrides, model::SiteConfig& config, Diagnostics& findings) {
  if (!overrides.posts.empty()) config.posts.paths = overrides.posts;
  if (overrides.out) config.feeds.out = *overrides.out;
  if (overrides.index) config.search.index = *overrides.index;
  apply_overrides(overrides, config.build);
  if (!overrides.site_url) return;
  if (text::is_web_url(*overrides.site_url)) {
    config.site.url = *overrides.site_url;
    return;
  }
  Diagnostic finding;
  finding.code = Code::model_bad_url;
  finding.message = "--site-url is no absolute URL: " + *overrides.site_url;
  const std::string completed = with_slash("https://" + *overrides.site_url);
  finding.hint = "write --site-url " +
                 (text::is_web_url(completed) ? completed : std::string("https://example.org/"));
  findings.add(std::move(finding));
}

void fill_in_defaults(model::SiteConfig& config) {
  config.site.url = with_slash(config.site.url);
  config.feeds.url = config.feeds.url.empty() ? config.site.url : with_slash(config.feeds.url);
  if (config.feeds.built.root.empty()) config.feeds.built.root = config.feeds.out;
  config.feeds.built.url = config.site.url;
  if (config.site.title.empty())
    config.site.title = text::parse_uri(config.site.url).authority.value_or("");
  for (std::string* url : {&config.site.license, &config.site.icon, &config.site.logo})
    if (!url->empty()) *url = text::resolve(config.site.url, *url);
  if (config.site.author.name.empty()) config.site.author.name = config.site.title;
}

}  // namespace

std::optional<model::SiteConfig> configure(const Overrides& overrides, Diagnostics& findings) {
  model::SiteConfig config;
  Diagnostics mistakes;
  std::optional<fs::path> folder;
  if (overrides.config) {
    config.file = *overrides.config;
    folder = config.file.parent_path();
  } else {
    folder = nearest_with({config_name});
    if (folder) config.file = *folder / config_name;
  }
  if (!folder) folder = nearest_with({index_name, ledger_name});
  config.ledger = folder ? *folder / ledger_name : ledger_of_nothing(overrides);
  config.state = config.ledger.parent_path() / state_name;
  if (!folder) folder = fs::path();

  config.search.index = *folder / config.search.index;
  for (fs::path& path : config.posts.static_folders) path = *folder / path;
  if (!config.file.empty()) {
    config.feeds.out = *folder / config.feeds.out;
    read_file(config.file, *folder, config, mistakes);
  }
  apply_overrides(overrides, config, mistakes);
  fill_in_defaults(config);
  const bool is_sound = !mistakes.has_errors();
  findings.add(std::move(mistakes));
  return is_sound ? std::optional(std::move(config)) : std::nullopt;
}

}  // namespace blogsearch::pipeline
