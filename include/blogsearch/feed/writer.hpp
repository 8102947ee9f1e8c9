// SPDX-License-Identifier: GPL-2.0-or-later
//
// Writes Atom (RFC 4287), RSS 2.0 (with the RSS Advisory Board's profile) and JSON Feed 1.1 in
// pieces, so that no feed is ever whole in memory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "blogsearch/model/config.hpp"
#include "blogsearch/model/post.hpp"

namespace blogsearch::feed {

/// A feed like this one in another language.
struct Alternate {
  std::string url;
  std::string language;  ///< BCP 47
};

/// What a feed says of itself. URLs are absolute; texts are plain.
struct Channel {
  std::string id;  ///< atom:id: the same for as long as the feed lives
  std::string title;
  std::string subtitle;           ///< may be empty
  std::string home_url;           ///< the site
  std::string self_url;           ///< the document about to be written
  std::string language;           ///< BCP 47
  model::Person author;           ///< of entries that name none
  std::string rights;             ///< this and those below may be empty
  std::string license;            ///< URL
  std::string icon;               ///< URL of a small square picture
  std::string logo;               ///< URL of a larger picture
  std::vector<std::string> hubs;  ///< WebSub: URLs
  std::string stylesheet_url;     ///< CSS for browsers; absolute, or a path from its host's root
  std::vector<Alternate> alternates;  ///< the same in other languages
  std::string previous_url;           ///< RFC 5005: the archive of older entries; may be empty
  std::string current_url;            ///< of an archive: the feed it continues; else empty
  bool is_complete = false;           ///< RFC 5005: nothing is missing
  time::Timestamp updated;            ///< the newest `updated` of its entries; never the clock
};

/// The site of an entry. Its tags and categories are named by `url` + `tags/`, `categories/`.
struct Home {
  std::string_view url;       ///< ends in '/'
  std::string_view language;  ///< BCP 47
};

/// What an entry carries of its post's body; either may be empty.
struct EntryContent {
  std::string_view html;     ///< an HTML fragment with absolute URLs
  std::string_view summary;  ///< plain text
};

/// A document is its head, its entries with the separator between them, and its tail.
struct Frame {
  std::string head, separator, tail;
};

/// Nothing here can fail, and no string can break a document: each one is made legal (UTF-8,
/// without the characters XML forbids) and escaped. What is trusted is that ids and URLs are
/// absolute and languages are BCP 47.
[[nodiscard]] Frame frame(model::Format format, const Channel& channel);

/// The entry of a post; the same text serves every document of the site that carries the post.
/// It names its language unless that is the site's.
[[nodiscard]] std::string entry(model::Format format, const model::Post& post,
                                const EntryContent& content, const Home& home);

/// CSS that makes the XML formats readable in a browser, and the name of its file.
[[nodiscard]] std::string_view stylesheet();
inline constexpr std::string_view stylesheet_name = "feed.css";

}  // namespace blogsearch::feed
