// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/channel.hpp"

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

}  // namespace

void describe(feed::Channel& channel, const model::SiteConfig& config) {
  channel.rights = config.site.rights;
  channel.license = config.site.license;
  channel.icon = config.site.icon;
  channel.logo = config.site.logo;
  channel.hubs = config.feeds.hubs;
  channel.stylesheet_url = stylesheet_of(config.feeds);
}

feed::Home home_of(const model::SiteConfig& config) {
  return {config.site.url, config.site.language};
}

}  // namespace blogsearch::pipeline
