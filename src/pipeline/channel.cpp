// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/channel.hpp"

#include <algorithm>

#include "model/feed_path.hpp"
#include "text/uri.hpp"

namespace blogsearch::pipeline {
namespace {

/// As a path from the root of its host, so that a copy of the site on another one (a preview, the
/// author's machine) finds its own.
std::string stylesheet_of(const model::FeedsConfig& feeds) {
  if (feeds.looks == model::Looks::theirs) return text::resolve(feeds.url, feeds.stylesheet);
  if (feeds.looks == model::Looks::none) return {};
  return text::parse_uri(text::resolve(feeds.url, feed::stylesheet_name)).path;
}

/// Permanent: the site's address for the main feed, else the place of its documents.
std::string id_of(const model::SiteConfig& config, const Feed& feed, std::string_view path) {
  if (feed.kind == model::FeedKind::main) return config.site.url;
  const std::string_view name = model::file_name(model::Format::atom);
  if (path.ends_with(name)) path.remove_suffix(name.size());
  return config.feeds.url + text::encode_path(path);
}

}  // namespace

feed::Channel channel_of(const Site& site, const Feed& feed, model::Format format,
                         const Selection& posts) {
  const model::SiteConfig& config = site.config();
  const std::string& path = feed.paths[static_cast<std::size_t>(format)];
  feed::Channel channel;
  channel.id = id_of(config, feed, path);
  channel.title = feed.title;
  channel.subtitle = config.site.description;
  channel.home_url = config.site.url;
  channel.self_url = config.feeds.url + text::encode_path(path);
  channel.language = feed.lang;
  channel.author = config.site.author;
  channel.rights = config.site.rights;
  channel.license = config.site.license;
  channel.icon = config.site.icon;
  channel.logo = config.site.logo;
  channel.hubs = config.feeds.hubs;
  channel.stylesheet_url = stylesheet_of(config.feeds);
  for (const std::size_t post : posts)
    channel.updated = std::max(channel.updated, site.posts().head(post).updated);
  return channel;
}

feed::Home home_of(const model::SiteConfig& config) {
  return {config.site.url, config.site.language};
}

}  // namespace blogsearch::pipeline
