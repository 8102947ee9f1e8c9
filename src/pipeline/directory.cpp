// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/directory.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "blogsearch/feed/writer.hpp"
#include "text/uri.hpp"

namespace blogsearch::pipeline {
namespace {

using feed::FeedLink;
using model::FeedKind;

std::string opml_of(const model::SiteConfig& config, const std::vector<Feed>& feeds) {
  std::vector<FeedLink> links;
  links.reserve(feeds.size());
  for (const Feed& feed : feeds) links.push_back(links_of(config, feed).front());
  return feed::opml(config.site.title, config.site.url, links);
}

std::string snippet_of(const model::SiteConfig& config, const std::vector<Feed>& feeds) {
  std::string lines;
  for (const Feed& feed : feeds)
    if (is_for_every_page(feed))
      for (const FeedLink& link : links_of(config, feed)) lines += feed::link_line(link) + '\n';
  return lines;
}

/// The home page, then all posts, those that exist in several languages with their translations.
std::vector<feed::SitemapUrl> pages_of(const Site& site) {
  std::map<std::string, std::vector<feed::Translation>> translations;
  for (const model::Post& post : site.posts())
    translations[post.translation].push_back({post.lang, post.url});
  std::vector<feed::SitemapUrl> pages;
  pages.push_back({site.config().site.url, {}, {}});
  for (const model::Post& post : site.posts()) {
    pages.front().modified = std::max(pages.front().modified, post.updated);
    std::vector<feed::Translation> others = translations[post.translation];
    std::sort(others.begin(), others.end(),
              [](const auto& a, const auto& b) { return a.lang < b.lang; });
    const bool is_clear =
        std::adjacent_find(others.begin(), others.end(), [](const auto& a, const auto& b) {
          return a.lang == b.lang;
        }) == others.end();
    if (others.size() < 2 || !is_clear) others.clear();
    pages.push_back({post.url, post.updated, std::move(others)});
  }
  return pages;
}

/// `sitemap.xml` → `sitemap-1.xml`
std::string numbered(const std::string& path, std::size_t number) {
  const std::size_t dot = path.rfind('.');
  const std::size_t at = dot == std::string::npos || dot < path.rfind('/') + 1 ? path.size() : dot;
  return path.substr(0, at) + "-" + std::to_string(number) + path.substr(at);
}

/// One file; more, and a list of them under the name of the one, where one is too large.
void add_sitemaps(const Site& site, std::vector<Companion>& files) {
  const std::string& path = site.config().feeds.choice.sitemap;
  const std::vector<feed::SitemapUrl> pages = pages_of(site);
  if (pages.size() <= feed::most_sitemap_urls) return files.push_back({path, feed::sitemap(pages)});
  std::vector<feed::SitemapUrl> parts;
  for (auto first = pages.begin(); first != pages.end();) {
    const auto left = static_cast<std::size_t>(std::distance(first, pages.end()));
    const auto last = first + static_cast<std::ptrdiff_t>(std::min(left, feed::most_sitemap_urls));
    const std::string part = numbered(path, parts.size() + 1);
    files.push_back({part, feed::sitemap({first, last})});
    parts.push_back({site.config().feeds.url + text::encode_path(part), {}, {}});
    for (auto page = first; page != last; ++page)
      parts.back().modified = std::max(parts.back().modified, page->modified);
    first = last;
  }
  files.push_back({path, feed::sitemap_index(parts)});
}

}  // namespace

std::vector<Companion> directory_of(const Site& site, const std::vector<Feed>& feeds) {
  const model::SiteConfig& config = site.config();
  const model::FeedChoice& choice = config.feeds.choice;
  std::vector<Companion> files;
  if (config.feeds.looks == model::Looks::ours)
    files.push_back({std::string(feed::stylesheet_name), std::string(feed::stylesheet())});
  if (!choice.opml.empty()) files.push_back({choice.opml, opml_of(config, feeds)});
  if (!choice.snippet.empty()) files.push_back({choice.snippet, snippet_of(config, feeds)});
  if (!choice.sitemap.empty()) add_sitemaps(site, files);
  return files;
}

bool is_for_every_page(const Feed& feed) {
  return feed.kind == FeedKind::main || feed.kind == FeedKind::lang || feed.kind == FeedKind::extra;
}

std::vector<Feed> alternates_of(const Feed& feed, const std::vector<Feed>& feeds) {
  std::vector<Feed> alternates;
  if (feed.kind != FeedKind::main) return alternates;
  std::copy_if(feeds.begin(), feeds.end(), std::back_inserter(alternates),
               [](const Feed& other) { return other.kind == FeedKind::lang; });
  return alternates;
}

std::vector<FeedLink> links_of(const model::SiteConfig& config, const Feed& feed) {
  std::vector<FeedLink> links;
  for (const model::Format format : feed.formats)
    links.push_back(
        {config.feeds.url + text::encode_path(feed.paths[static_cast<std::size_t>(format)]),
         std::string(feed::media_type(format)), feed.title,
         feed.lang == config.site.language ? "" : feed.lang});
  return links;
}

}  // namespace blogsearch::pipeline
