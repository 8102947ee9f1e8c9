// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where a feed's document is published, by the site's pattern.
#pragma once

#include <string>
#include <string_view>

#include "blogsearch/core/result.hpp"
#include "blogsearch/model/feeds.hpp"

namespace blogsearch::model {

/// `atom.xml`, `rss.xml`, `feed.json`.
[[nodiscard]] std::string_view file_name(Format format);

/// The pattern of a kind where the config has none: `tags/{slug}/{file}`.
[[nodiscard]] std::string_view default_feed_path(FeedKind kind);

/// Whether a file below some folder can have this path: no control character in it, no name or path
/// longer than a file system takes.
[[nodiscard]] bool can_be_path(std::string_view path);

/// Plain text and placeholders: `{file}` the file's name of the format, `{slug}` the term's slug,
/// `{slug:hugo}` as that generator writes it. Whatever term they stand for, a file can have
/// the path that comes of it. Spans in the error are relative to `pattern`.
[[nodiscard]] Result<void> check_feed_path(std::string_view pattern);

/// A path below `feeds.out`, never above it. `slug` is the term's, where the pattern asks for no
/// other style.
[[nodiscard]] std::string feed_path(std::string_view pattern, Format format, std::string_view term,
                                    std::string_view slug);

/// The same for a feed by the site's own choice: of `rust.xml` the first format that is XML is
/// written there and the others to `rust.rss.xml`, `rust.json`.
[[nodiscard]] std::string extra_feed_path(std::string_view path, Format format,
                                          const std::vector<Format>& formats);

}  // namespace blogsearch::model
