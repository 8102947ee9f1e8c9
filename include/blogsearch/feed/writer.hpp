// SPDX-License-Identifier: GPL-2.0-or-later
//
// Writes Atom (RFC 4287), RSS 2.0 (with the RSS Advisory Board's profile) and JSON Feed 1.1,
// entry by entry: nothing of a feed is kept in memory but the entry at hand.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "blogsearch/model/config.hpp"
#include "blogsearch/model/post.hpp"

namespace blogsearch::feed {

/// What a feed says of itself. URLs are absolute; texts are plain.
struct Channel {
  std::string id;  ///< atom:id: the same for as long as the feed lives
  std::string title;
  std::string subtitle;     ///< may be empty
  std::string home_url;     ///< the site
  std::string self_url;     ///< the document about to be written
  std::string language;     ///< BCP 47
  model::Person author;     ///< of entries that name none
  time::Timestamp updated;  ///< the newest `updated` of its entries; never the clock
};

/// What an entry carries of its post's body; either may be empty.
struct EntryContent {
  std::string_view html;     ///< an HTML fragment with absolute URLs
  std::string_view summary;  ///< plain text
};

/// Takes the bytes of a document in order.
using Sink = std::function<void(std::string_view)>;

/// Writes the head of a document when made, an entry at each `add`, the tail at `finish`.
/// Nothing here can fail, and no string can break a document: the writer makes each one legal
/// itself (UTF-8, without the characters XML forbids) and escapes it. What it trusts is that ids
/// and URLs are absolute and languages are BCP 47.
class Writer {
 public:
  virtual ~Writer() = default;
  virtual void add(const model::Post& post, const EntryContent& content) = 0;
  virtual void finish() = 0;
};

[[nodiscard]] std::unique_ptr<Writer> open(model::Format format, const Channel& channel, Sink sink);

/// The name of the main feed of a format: `atom.xml`, `rss.xml`, `feed.json`.
[[nodiscard]] std::string_view file_name(model::Format format);

}  // namespace blogsearch::feed
