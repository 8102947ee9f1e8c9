// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which feeds a site has.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace blogsearch::model {

enum class Format { atom, rss, json };
inline constexpr std::size_t format_count = 3;

/// What a feed entry carries besides its title and summary.
enum class Content {
  full,
  summary,
  none,
  built,  ///< as `full`, taken from the page that the site's generator has built
};

/// What the posts of a feed have in common.
enum class FeedKind { main, tag, category, author, section, lang, extra };

/// Which feeds are continued by archives (RFC 5005, section 4) when they do not hold all posts.
enum class Archives { none, main, all };

/// Paths below `feeds.out` by format; empty where the default stands. They may have placeholders:
/// feed_path.hpp.
using FeedPaths = std::array<std::string, format_count>;

/// A feed by the site's own choice. A post is in it when each condition that is given holds.
struct ExtraFeed {
  std::string path;  ///< `rust.xml`: other formats get its name with another end
  std::string title;
  std::vector<std::string> tags;        ///< one of these
  std::vector<std::string> categories;  ///< one of these
  std::vector<std::string> authors;     ///< one of these names
  std::vector<std::string> sections;    ///< one of these
  std::vector<std::string> excluded;    ///< no tag and no category of these
  std::string lang;
  std::string query;  ///< in the words of `blogsearch query`
  std::vector<Format> formats;
  std::optional<Content> content;
  std::optional<std::size_t> limit;
};

/// What decides which feeds there are and where.
struct FeedChoice {
  std::vector<FeedKind> by = {FeedKind::tag};  ///< a feed for each tag, each author …
  std::map<FeedKind, FeedPaths> paths;
  std::map<std::string, std::string> slugs;  ///< of terms, where the usual one does not fit
  std::map<FeedKind, Content> contents;      ///< where a kind differs from the others
  std::map<FeedKind, std::size_t> limits;    ///< the same
  std::vector<ExtraFeed> extra;
  Archives archives = Archives::main;
  std::size_t max_bytes = 0;  ///< of a document; 0: any
  std::string opml;           ///< file below `feeds.out`; empty: none
  std::string sitemap;        ///< the same
  std::string snippet;        ///< the same, for the `<link>` lines
};

}  // namespace blogsearch::model
