// SPDX-License-Identifier: GPL-2.0-or-later
//
// What leads to feeds and posts: OPML 2.0, sitemaps (sitemaps.org), `<link>` lines (HTML, 4.6.7.1).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "blogsearch/model/config.hpp"
#include "blogsearch/time/timestamp.hpp"

namespace blogsearch::feed {

/// A document of a feed as a page or a list names it.
struct FeedLink {
  std::string url;    ///< absolute
  std::string type;   ///< media type
  std::string title;  ///< plain text
  std::string lang;   ///< BCP 47; empty when the site has one language only
};

/// `application/atom+xml`
[[nodiscard]] std::string_view media_type(model::Format format);

/// A subscription list of `feeds`, titled `title`, of the site at `home_url`. It has no date: it
/// changes when the feeds do.
[[nodiscard]] std::string opml(std::string_view title, std::string_view home_url,
                               const std::vector<FeedLink>& feeds);

/// `<link rel="alternate" type="…" title="…" href="…">`
[[nodiscard]] std::string link_line(const FeedLink& feed);

/// The same page in another language.
struct Translation {
  std::string lang;  ///< BCP 47
  std::string url;
};

struct SitemapUrl {
  std::string url;
  time::Timestamp modified;
  std::vector<Translation> translations;  ///< itself among them; or empty
};

/// One sitemap has 50,000 URLs at most.
inline constexpr std::size_t most_sitemap_urls = 50'000;

[[nodiscard]] std::string sitemap(const std::vector<SitemapUrl>& urls);

/// The list of sitemaps where one is not enough.
[[nodiscard]] std::string sitemap_index(const std::vector<SitemapUrl>& sitemaps);

}  // namespace blogsearch::feed
