// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/built_page.hpp"

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "io/inside.hpp"
#include "io/read.hpp"
#include "markup/page.hpp"
#include "text/encoding.hpp"
#include "text/uri.hpp"

namespace blogsearch::pipeline {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t largest_page = std::size_t{4} << 20U;

/// More findings of one kind are said in one.
constexpr std::size_t most_findings = 10;

/// Whether `path` stays inside when it is appended to a folder. Links are another matter.
bool is_inward(const std::string& path) {
  const fs::path segments(path);
  return path.find('\0') == std::string::npos && !segments.is_absolute() &&
         std::find(segments.begin(), segments.end(), fs::path("..")) == segments.end();
}

std::string listed(const fs::path& root, const std::vector<std::string>& places) {
  std::string out;
  for (std::size_t i = 0; i < places.size(); ++i)
    out += (i == 0 ? "" : i + 1 == places.size() ? " and " : ", ") + io::shown(root / places[i]);
  return out;
}

Diagnostic about(const model::Post& post, Code code, std::string message, std::string hint) {
  return {code,
          std::move(message) + "; feeds carry its Markdown",
          std::move(hint),
          {},
          model::shown(post),
          {}};
}

Diagnostic page_missing(const model::Post& post, const model::BuiltPages& built,
                        const BuiltSite& site) {
  return about(post, Code::pipeline_page_missing, "no built page of this post",
               "build the site first, or set feeds.built.root; looked for " +
                   listed(built.root, site.places(post.url)));
}

Diagnostic article_missing(const model::Post& post, const fs::path& file, std::string_view what,
                           std::string hint) {
  return about(post, Code::pipeline_article_missing,
               "the built page " + io::shown(file) + std::string(what), std::move(hint));
}

}  // namespace

BuiltSite::BuiltSite(const fs::path& root, std::string url)
    : root_(io::canonical_folder(root)), url_(std::move(url)) {}

std::optional<fs::path> BuiltSite::find(std::string_view url) const {
  if (root_.empty()) return std::nullopt;
  for (const std::string& place : places(url)) {
    std::error_code error;
    auto file = io::find_inside(root_, root_ / place);
    if (file && fs::is_regular_file(*file, error)) return file;
  }
  return std::nullopt;
}

std::vector<std::string> BuiltSite::places(std::string_view url) const {
  const std::string path = text::parse_uri(url).path;
  const std::string base = text::parse_uri(url_).path;
  std::vector<std::string> trunks;
  if (base.size() > 1 && path.starts_with(base)) trunks.push_back(path.substr(base.size()));
  trunks.push_back(path.substr(std::min(path.find_first_not_of('/'), path.size())));
  std::vector<std::string> places;
  for (const std::string& encoded : trunks) {
    std::string trunk = text::decode_path(encoded);
    while (!trunk.empty() && trunk.back() == '/') trunk.pop_back();
    if (!is_inward(trunk)) continue;
    if (trunk.empty()) {
      places.emplace_back("index.html");
      continue;
    }
    for (const char* ending : {"/index.html", ".html", ""}) places.push_back(trunk + ending);
  }
  return places;
}

Result<std::string> read_page(const fs::path& file) {
  Result<std::string> bytes = io::read(file, largest_page);
  if (!bytes) return bytes;
  return text::to_utf8(*std::move(bytes));
}

BuiltArticles::BuiltArticles(const model::SiteConfig& config, markup::Selector select,
                             markup::Selector drop)
    : config_(config),
      site_(config.feeds.built.root, config.feeds.built.url),
      select_(std::move(select)),
      drop_(std::move(drop)) {}

Result<BuiltArticles> BuiltArticles::make(const model::SiteConfig& config) {
  Result<markup::Selector> select = markup::Selector::read(config.feeds.built.select);
  if (!select) return std::move(select).error();
  Result<markup::Selector> drop = markup::Selector::read(config.feeds.built.drop);
  if (!drop) return std::move(drop).error();
  return BuiltArticles(config, *std::move(select), *std::move(drop));
}

std::optional<std::string> BuiltArticles::find(const model::Post& post,
                                               Diagnostics& findings) const {
  const auto file = site_.find(post.url);
  if (!file) {
    findings.add(page_missing(post, config_.feeds.built, site_));
    return std::nullopt;
  }
  Result<std::string> article = read(post, *file);
  if (article) return *std::move(article);
  findings.add(std::move(article).error());
  return std::nullopt;
}

Result<std::string> BuiltArticles::read(const model::Post& post, const fs::path& file) const {
  Result<std::string> html = read_page(file);
  if (!html) return article_missing(post, file, " cannot be used", std::move(html).error().message);
  const auto page = markup::Page::read(*html, post.url, config_.limits.nesting);
  if (!page)
    return article_missing(post, file, " has too many HTML elements open at once",
                           "close the elements that are left open, or raise limits.nesting");
  auto article =
      page->article({select_, drop_, post.title}, config_.feeds.fragments, config_.feeds.embeds);
  if (!article)
    return article_missing(post, file, " has no article",
                           "let feeds.built.select say where it is, as CSS does; now it is `" +
                               config_.feeds.built.select + "`");
  return *std::move(article);
}

Diagnostics summed_up(const Diagnostics& findings) {
  constexpr std::array codes{Code::pipeline_page_missing, Code::pipeline_article_missing};
  std::array<std::size_t, codes.size()> counts{}, seen{};
  const auto row_of_code = [&](const Diagnostic& finding) {
    return static_cast<std::size_t>(std::find(codes.begin(), codes.end(), finding.code) -
                                    codes.begin());
  };
  for (const Diagnostic& finding : findings)
    if (const std::size_t row = row_of_code(finding); row < codes.size()) ++counts[row];
  Diagnostics out;
  for (Diagnostic finding : findings) {
    const std::size_t row = row_of_code(finding);
    const bool is_many = row < codes.size() && counts[row] > most_findings;
    if (is_many && seen[row]++ > 0) continue;
    if (is_many)
      finding.message += "; so it is with " + std::to_string(counts[row] - 1) + " posts more";
    out.add(std::move(finding));
  }
  return out;
}

}  // namespace blogsearch::pipeline
