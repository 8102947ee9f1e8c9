// SPDX-License-Identifier: GPL-2.0-or-later
//
// docs/generators.md keeps its word: each blogsearch.yaml on it is tried on a site of its
// generator's shape, out of fixtures/init.
#include <map>
#include <set>
#include <sstream>

#include "cli/fake_console.hpp"
#include "cli/run.hpp"
#include "support/catch.hpp"
#include "support/folders.hpp"
#include "support/page.hpp"
#include "support/temp_dir.hpp"
#include "syntax/json.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;

namespace {

constexpr const char* page = SOURCE_DIR "/docs/generators.md";

struct Row {
  std::string section, site, out, feed;
};

const std::vector<Row> rows = {
    {"Astro", "astro-blog", "dist", "atom.xml"},
    {"Docusaurus", "docusaurus-classic", "build", "blog/atom.xml"},
    {"Eleventy", "eleventy", "_site", "atom.xml"},
    {"Hexo", "hexo", "public", "atom.xml"},
    {"Hugo", "hugo", "public", "atom.xml"},
    {"Jekyll", "jekyll", "_site", "atom.xml"},
    {"MkDocs", "mkdocs-blog", "site", "atom.xml"},
    {"Pelican", "pelican", "output", "atom.xml"},
    {"Zola", "zola", "public", "atom.xml"},
    {"Plain Markdown", "markdown", "dist", "atom.xml"},
};

/// Path by path, where below the site's root the generator publishes it.
std::map<std::string, std::string> wanted_paths(const fs::path& fixture) {
  std::map<std::string, std::string> wanted;
  std::string root;
  for (const std::string& line : support::read_lines(fixture / "expected.yaml"))
    if (line.starts_with("  url: ") && root.empty()) root = line.substr(7, line.find(' ', 7) - 7);
  for (const std::string& line : support::read_lines(fixture / "urls.txt")) {
    const std::size_t space = line.rfind(' ');
    REQUIRE(line.compare(space + 1, root.size(), root) == 0);
    wanted[line.substr(0, space)] = line.substr(space + 1 + root.size());
  }
  if (wanted.empty()) wanted = {{"writing/2024/a.md", "2024/a/"}, {"writing/b.md", "b/"}};
  return wanted;
}

/// The lines of a file that is on the page with its name in its first line.
std::vector<support::Block> files(const std::string& first_line) {
  std::vector<support::Block> found;
  for (support::Block& block : support::blocks_of(page))
    if (block.text.starts_with("# " + first_line + "\n")) found.push_back(std::move(block));
  return found;
}

std::string config_of(const std::string& section) {
  for (const support::Block& block : files("blogsearch.yaml"))
    if (block.section == section) return block.text;
  return "";
}

std::string said(const std::vector<std::string>& words) {
  cli::FakeConsole shell;
  CHECK(cli::run(words, shell.console) == 0);
  CHECK(shell.err.str().find("warning") == std::string::npos);
  return shell.out.str();
}

/// Of a text of lines `key TAB value`.
std::map<std::string, std::string> table(const std::string& text) {
  std::map<std::string, std::string> values;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    values[line.substr(0, line.find('\t'))] = line.substr(line.find('\t') + 1);
  return values;
}

}  // namespace

TEST_CASE("cli: every config of docs/generators.md gives its generator's URLs, a feed and hits",
          "[cli][init]") {
  const Row row = GENERATE(from_range(rows));
  CAPTURE(row.section);
  const fs::path fixture = fs::path(FIXTURES_DIR) / "init" / row.site;
  const support::TempDir site;
  support::copy_folder(fixture / "site", site.path());
  site.write("blogsearch.yaml", config_of(row.section));
  const support::Inside inside(site.path());

  said({"build", "--now", "2025-01-01"});
  const auto urls =
      table(said({"query", "date:1990..", "--limit", "100", "--template", "{path}\\t{url}"}));
  std::map<std::string, std::string> wanted = wanted_paths(fixture);
  for (auto& [path, url] : wanted) url.insert(0, "https://example.org/");
  CHECK(urls == wanted);

  const std::string feed = support::slurp(fs::path(row.out) / row.feed);
  for (const auto& [path, url] : wanted) {
    CAPTURE(path);
    CHECK(feed.find("<id>" + url + "</id>") != std::string::npos);
  }
  for (const auto& [path, title] :
       table(said({"query", "date:1990..", "--limit", "100", "--template", "{path}\\t{title}"})))
    CHECK(said({"query", "--limit", "1", "--template", "{path}", "--", title}) == path + "\n");
}

TEST_CASE("cli: docs/generators.md has a config for every generator that init knows", "[cli]") {
  std::set<std::string> sections;
  for (const support::Block& block : files("blogsearch.yaml")) sections.insert(block.section);
  std::set<std::string> tried;
  for (const Row& row : rows) tried.insert(row.section);
  CHECK(sections == tried);
}

TEST_CASE("cli: what docs/generators.md adds to a config can be added", "[cli]") {
  const std::vector<support::Block> parts = files("in blogsearch.yaml");
  CHECK_FALSE(parts.empty());
  for (const support::Block& part : parts) {
    const support::TempDir site;
    site.write("blogsearch.yaml",
               "site: {url: \"https://e.org/\"}\nposts: {path: posts}\n" + part.text);
    site.write("posts/a.md", "---\ntitle: A\ndate: 2024-01-01\n---\nText.\n");
    site.write("dist/a/index.html", "<main><p>Built text.</p></main>");
    const support::Inside inside(site.path());
    said({"build", "--now", "2025-01-01"});
    CHECK(support::slurp("dist/atom.xml").find("Built text.") != std::string::npos);
  }
}

TEST_CASE("cli: the JSON of docs/generators.md can be read", "[cli]") {
  for (const support::Block& block : support::blocks_of(page)) {
    CAPTURE(block.section);
    if (block.language == "json") CHECK(syntax::read_json(block.text));
  }
}
