// SPDX-License-Identifier: GPL-2.0-or-later
//
// Names that would be paths: whatever a post says, only feeds below `feeds.out`, the index and the
// ledger are written, and no name stops the others from being published.
#include <algorithm>
#include <set>

#include "blogsearch/pipeline/build.hpp"
#include "model/feed_path.hpp"
#include "pipeline/small_site.hpp"
#include "support/catch.hpp"
#include "support/feed_checker.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;
using model::FeedKind;

namespace {

std::string times(std::size_t count, std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

const std::vector<std::string> names{
    "../../etc/passwd",
    "../../../../../../../../../../tmp/x",
    "..",
    ".",
    "/",
    "//",
    "...",
    "/etc/passwd",
    "//etc/passwd",
    "file:///etc/passwd",
    "..\\..\\etc\\passwd",
    "C:\\windows\\system32",
    "%2e%2e/%2e%2e/etc/passwd",
    "%2E%2e%2F%2e.%2fetc",
    "..%2f..%2fetc",
    "a/../../../b",
    "a/./b//c/..",
    "CON",
    "nul.txt",
    std::string("a\0b", 3),
    std::string("\0", 1),
    std::string("../\0/x", 6),
    "a\nb",
    "\r\n../x",
    " ",
    "\u200B",
    "\u202Etxt.exe",
    "\xFF\xFE",
    "~/x",
    "$(touch x)",
    "`touch x`; touch x",
    "-rf",
    ".hidden",
    ".git/config",
    "a.",
    "index.html",
    "atom.xml",
    "feed.css",
    "archive",
    "blogsearch.ids",
    ".blogsearch/index",
    times(300, "x"),
    times(300, "é"),
    times(300, "../"),
    times(2000, "long/"),
    times(5000, "."),
};

/// In YAML's double quotes.
std::string quoted(const std::string& name) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out = "\"";
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      out += std::string("\\") + c;
    else if (byte < 0x20)
      out += std::string("\\x") + digits[byte >> 4U] + digits[byte & 0xFU];
    else
      out += c;
  }
  return out + '"';
}

/// `KEY: NAME` for each of `keys`.
std::string post_with(std::initializer_list<std::string_view> keys, const std::string& name) {
  std::string out = "---\ntitle: A title\ndate: 2020-01-02\n";
  for (const std::string_view key : keys) out.append(key).append(": ") += quoted(name) + '\n';
  return out + "---\nThe body.\n";
}

/// All that was written below `root`, other than the posts.
std::set<std::string> files_in(const fs::path& root) {
  std::set<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(root))
    if (!entry.is_directory()) files.insert(entry.path().lexically_relative(root).string());
  return files;
}

bool is_ours(std::string_view file) {
  return file.starts_with("a/b/site/out/") || file.starts_with("a/b/site/index/") ||
         file.starts_with("a/b/site/posts/") || file == "a/b/site/blogsearch.ids";
}

bool can_be_made(const std::string& name) {
  return name.size() < 256 && name.find_first_of(std::string_view("/\0", 2)) == std::string::npos &&
         name.front() != '.';  // hidden files are nobody's posts
}

/// The site lies deep in the folder, so that what leaves it is seen there.
model::SiteConfig config_in(const support::TempDir& dir) {
  model::SiteConfig config = support::config_for(dir);
  const fs::path site = dir.path() / "a/b/site";
  config.posts.paths = {site / "posts"};
  config.feeds.out = site / "out";
  config.search.index = site / "index";
  config.ledger = site / "blogsearch.ids";
  config.feeds.choice.by = {FeedKind::tag, FeedKind::category, FeedKind::author, FeedKind::section,
                            FeedKind::lang};
  return config;
}

/// Builds, and looks at what was written.
void check(const support::TempDir& dir, const model::SiteConfig& config, std::size_t posts) {
  Diagnostics findings;
  const pipeline::BuildOptions options{time::read("2024-01-01", time::Zone::utc())->timestamp,
                                       false};
  const pipeline::Report report = pipeline::build(config, options, findings);
  CHECK(report.published);
  CHECK(report.posts + report.broken.size() == posts);
  for (const Diagnostic& finding : findings) {
    CAPTURE(finding.message);
    CHECK(finding.fault() == Fault::post);
  }
  for (const std::string& file : files_in(dir.path())) {
    CAPTURE(file);
    CHECK(is_ours(file));
    CHECK(model::can_be_path(file.substr(0, file.find("posts/"))));
    if (file.ends_with("atom.xml"))
      CHECK(support::check_atom(support::slurp(dir.path() / file)) == std::vector<std::string>{});
  }
}

}  // namespace

TEST_CASE("pipeline: no name in a post leads out of the folder of the feeds", "[pipeline]") {
  const auto pattern = GENERATE(as<std::string>(), "", "{slug}/{file}", "{slug:hugo}/{file}",
                                "{slug:astro}/../{file}", "/../{slug:pelican}/{file}");
  CAPTURE(pattern);
  const support::TempDir dir;
  model::SiteConfig config = config_in(dir);
  if (!pattern.empty())
    for (const FeedKind kind : config.feeds.choice.by)
      config.feeds.choice.paths[kind].fill(std::to_string(static_cast<int>(kind)) + "/" + pattern);
  std::size_t posts = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string file = "p" + std::to_string(i) + ".md";
    const std::string folder = can_be_made(names[i]) ? names[i] : "plain";
    dir.write("a/b/site/posts/" + folder + "/" + file,
              post_with({"slug", "tags", "categories", "author", "series", "id", "aliases", "lang",
                         "image", "enclosure", "canonical"},
                        names[i]));
    dir.write("a/b/site/posts/permalinks/" + file, post_with({"permalink"}, names[i]));
    posts += 2;
  }
  check(dir, config, posts);
}

TEST_CASE("pipeline: a feed that crosses another one's folder is told, the others are written",
          "[pipeline]") {
  const support::TempDir dir;
  model::SiteConfig config = config_in(dir);
  config.feeds.formats = {model::Format::atom};
  config.feeds.limit = 1;
  config.feeds.choice.by = {FeedKind::tag, FeedKind::section};
  config.feeds.choice.paths[FeedKind::tag].fill("{slug}");
  dir.write("a/b/site/posts/one/a.md",
            "---\ntitle: a\ndate: 2020-01-02\ntags: [one, archive]\n---\n");
  dir.write("a/b/site/posts/one/b.md", "---\ntitle: b\ndate: 2019-01-02\ntags: [two]\n---\n");
  const support::Outcome outcome = support::build(config, "2024-01-01");
  CHECK(outcome.report.published);
  CHECK(outcome.findings ==
        "the main feed would have a folder where tag \"archive\" has a file: archive "
        "[pipeline.feed-collision] (give one of the two another path, in `feeds: {paths: {KIND: "
        "…}}` or `feeds: {extra: …}`)\n"
        "section \"one\" would have a folder where tag \"one\" has a file: one "
        "[pipeline.feed-collision] (give one of the two another path, in `feeds: {paths: {KIND: "
        "…}}` or `feeds: {extra: …}`)\n");
  const fs::path out = config.feeds.out;
  CHECK(fs::exists(out / "atom.xml"));
  CHECK(fs::exists(out / "archive/2019/atom.xml"));
  CHECK(fs::is_regular_file(out / "one"));
  CHECK(fs::is_regular_file(out / "two"));
}
