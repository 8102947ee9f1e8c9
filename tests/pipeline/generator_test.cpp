// SPDX-License-Identifier: GPL-2.0-or-later
//
// fixtures/init: a site of each generator's, the config that is made of it, and the URLs at which
// the generator itself would publish its posts.
#include "pipeline/generator.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "blogsearch/pipeline/build.hpp"
#include "pipeline/load.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/temp_dir.hpp"
#include "time/read.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;

namespace {

const fs::path fixtures = fs::path(FIXTURES_DIR) / "init";
const pipeline::BuildOptions options{
    time::read("2025-01-01T00:00:00Z", time::Zone::utc())->timestamp};

std::vector<std::string> generators() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fixtures))
    if (entry.is_directory()) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

void compare(const fs::path& expected, const std::string& text) {
  const char* golden = std::getenv("BLOGSEARCH_GOLDEN");
  if (golden != nullptr && std::string(golden) == "write")
    std::ofstream(expected, std::ios::binary) << text;
  CHECK(text == support::slurp(expected));
}

using Urls = std::map<std::string, std::string>;  // by file

/// A line is a file, a space and a URL, which has none.
Urls read_urls(const fs::path& file) {
  Urls urls;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);)
    urls[line.substr(0, line.rfind(' '))] = line.substr(line.rfind(' ') + 1);
  return urls;
}

Urls urls_of(const model::SiteConfig& config, const fs::path& folder) {
  Urls urls;
  pipeline::BuildOptions rehearsal = options;
  rehearsal.keep = false;
  pipeline::Report report;
  Diagnostics findings;
  const auto stock = pipeline::load(config, pipeline::find_files(config, findings), rehearsal,
                                    pipeline::Memory(config), report, findings);
  REQUIRE(stock);
  for (const model::Post& post : stock->posts)
    urls[fs::relative(post.source, folder).generic_string()] = post.url;
  return urls;
}

std::optional<model::SiteConfig> config_in(const fs::path& folder, Diagnostics& findings) {
  pipeline::Overrides overrides;
  overrides.config = folder / "blogsearch.yaml";
  return pipeline::configure(overrides, findings);
}

}  // namespace

TEST_CASE("pipeline: the first build of an initialised site has its generator's URLs",
          "[pipeline][init][golden]") {
  const std::string name = GENERATE(from_range(generators()));
  CAPTURE(name);
  const support::TempDir dir;
  fs::copy(fixtures / name / "site", dir.path(), fs::copy_options::recursive);
  Diagnostics findings;
  const auto proposal = pipeline::recognise(dir.path(), findings);
  REQUIRE(proposal);
  const std::string text = pipeline::config_text(*proposal);
  compare(fixtures / name / "expected.yaml", text);

  dir.write("blogsearch.yaml", text);
  const auto config = config_in(dir.path(), findings);
  CHECK(support::lines_of(findings).empty());
  REQUIRE(config);
  if (!fs::exists(fixtures / name / "urls.txt")) return;
  const Urls wanted = read_urls(fixtures / name / "urls.txt");
  CHECK(urls_of(*config, dir.path()) == wanted);
  const pipeline::Report report = pipeline::build(*config, options, findings);
  CHECK(support::lines_of(findings).empty());
  CHECK(report.published);
  CHECK(report.posts == wanted.size());
  CHECK(proposal->posts == wanted.size());
}

TEST_CASE("pipeline: what a config cannot say plainly is left to the owner", "[pipeline][init]") {
  const support::TempDir dir;
  dir.write("_config.yml", "title: T\nurl: http://localhost:4000\npermalink: /:hash/:title/\n");
  dir.write("source/_posts/a.md", "---\ndate: 2024-01-01\n---\n");
  Diagnostics findings;
  const auto proposal = pipeline::recognise(dir.path(), findings);
  REQUIRE(proposal);
  CHECK(proposal->generator == "Hexo");
  CHECK_FALSE(proposal->url);
  CHECK_FALSE(proposal->pattern);
  CHECK(proposal->pattern.reason == "permalink has :hash");
  const std::string text = pipeline::config_text(*proposal);
  CHECK(text.find("  # url: https://example.org/            # EDIT THIS: where the site is "
                  "published\n") != std::string::npos);
  CHECK(text.find("  # url: /{path}/                        # EDIT THIS: permalink has :hash, "
                  "which has no placeholder here\n") != std::string::npos);
  dir.write("blogsearch.yaml", text);
  const auto config = config_in(dir.path(), findings);
  REQUIRE(config);
  CHECK(config->site.url.empty());
}

TEST_CASE("pipeline: a generator's broken config is reported, and the rest is proposed",
          "[pipeline][init]") {
  const support::TempDir dir;
  dir.write("_config.yml", "title: T\nauthor: [\n");
  dir.write("_posts/2024-01-01-a.md", "---\ntitle: A\n---\n");
  Diagnostics findings;
  const auto proposal = pipeline::recognise(dir.path(), findings);
  CHECK(findings.size() == 1);
  CHECK(findings.begin()->code == Code::syntax_invalid_yaml);
  REQUIRE(proposal);
  CHECK(proposal->generator == "Jekyll");
  CHECK(proposal->paths == std::vector<std::string>{"_posts"});
  CHECK(proposal->posts == 1);
}

TEST_CASE("pipeline: of two generators the one with a file of its own is taken",
          "[pipeline][init]") {
  const support::TempDir dir;
  dir.write("_config.yml", "title: J\n");
  dir.write("config.toml", "base_url = 'https://z.example'\n");
  dir.write("mkdocs.yml", "site_name: no blog\n");
  dir.write("astro.config.mjs", "export default {}\n");
  Diagnostics findings;
  const auto proposal = pipeline::recognise(dir.path(), findings);
  REQUIRE(proposal);
  CHECK(proposal->generator == "Astro");
  CHECK(proposal->evidence == "astro.config.mjs");
  CHECK(proposal->others == std::vector<std::string>{"Zola (config.toml)", "Jekyll (_config.yml)"});
  CHECK(findings.empty());
}

TEST_CASE("pipeline: generators that share a file's name are told apart", "[pipeline][init]") {
  struct Row {
    std::string file, text, generator;
  };
  const auto row = GENERATE(values<Row>({
      {"config.toml", "base_url = 'https://e.org'", "Zola"},
      {"config.toml", "baseURL = 'https://e.org'", "Hugo"},
      {"config.toml", "baseurl = [", "Hugo"},
      {"config.json", R"({"baseURL": "https://e.org"})", "Hugo"},
      {"_config.yml", "new_post_name: :title.md", "Hexo"},
      {"_config.yml", "title: T", "Jekyll"},
      {"mkdocs.yml", "plugins: [search, blog]", "MkDocs"},
      {"mkdocs.yml", "plugins: {blog: {}}", "MkDocs"},
      {"mkdocs.yml", "plugins: [search]", ""},
      {"config.yaml", "unknown: program", ""},
      {"README.md", "# Words without a date", ""},
  }));
  CAPTURE(row.file, row.text);
  const support::TempDir dir;
  dir.write(row.file, row.text);
  Diagnostics findings;
  const auto proposal = pipeline::recognise(dir.path(), findings);
  CHECK((proposal ? proposal->generator : "") == row.generator);
}

TEST_CASE("pipeline: Jekyll's styles of permalinks, and what goes over them", "[pipeline][init]") {
  struct Row {
    std::string config, pattern;
  };
  const auto row = GENERATE(values<Row>({
      {"permalink: date", "/{categories}/{year}/{month}/{day}/{slug}.html"},
      {"permalink: pretty", "/{categories}/{year}/{month}/{day}/{slug}/"},
      {"permalink: ordinal", "/{categories}/{year}/{y_day}/{slug}.html"},
      {"permalink: weekdate", "/{categories}/{year}/W{week}/{short_day}/{slug}.html"},
      {"permalink: none", "/{categories}/{slug}.html"},
      {"permalink: /blog/:title", "/blog/{slug}"},
      {"permalink: none\ncollections: {posts: {permalink: /c/:title/}}", "/c/{slug}/"},
      {"permalink: none\ndefaults: [{scope: {path: ''}, values: {permalink: /d/:title/}}]",
       "/d/{slug}/"},
      {"permalink: /:nothing/", ""},
  }));
  CAPTURE(row.config);
  const support::TempDir dir;
  dir.write("_config.yml", row.config + "\n");
  Diagnostics findings;
  CHECK(pipeline::recognise(dir.path(), findings)->pattern.value == row.pattern);
  CHECK(findings.empty());
}

TEST_CASE("pipeline: whatever a site is called, its config reads back", "[pipeline][init]") {
  const std::string title = GENERATE("null", "true", "1.0", "a: b", "a #b", "#a", "- a", "[a]",
                                     "{a}", "'a'", "\"a\" b", "a\\b", "@a", "%a", "&a", "*a", "!a",
                                     "|", ">", "?", "~", "a:", ":a", "é — ü", "a, b", "=", "`a`");
  CAPTURE(title);
  pipeline::Proposal proposal;
  proposal.title = {title, "from a test"};
  proposal.author = {title, ""};
  proposal.email = {"a@example.org", ""};
  proposal.url = {"https://example.org/", ""};
  proposal.paths = {"."};
  const support::TempDir dir;
  dir.write("blogsearch.yaml", pipeline::config_text(proposal));
  Diagnostics findings;
  const auto config = config_in(dir.path(), findings);
  CHECK(support::lines_of(findings).empty());
  REQUIRE(config);
  CHECK(config->site.title == title);
  CHECK(config->site.author.name == title);
}
