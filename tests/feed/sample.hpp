// SPDX-License-Identifier: GPL-2.0-or-later
//
// A channel and posts for the tests of the feed formats.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "blogsearch/feed/writer.hpp"

namespace blogsearch::feed::sample {

struct Entry {
  model::Post post;
  std::string html;
  std::string summary;
};

/// Written in Berlin: `2022-12-14T10:00:00+01:00`.
[[nodiscard]] time::Timestamp december_14();

[[nodiscard]] Channel channel();

/// "Hello", published and updated on december_14, by A. Writer without an e-mail, no tags.
[[nodiscard]] Entry plain();

/// What feeds break on, one trouble or a few a post.
[[nodiscard]] std::vector<Entry> nasty();

/// With all that is optional of a post.
[[nodiscard]] Entry with_everything();

/// `channel()` with all that is optional of a feed.
[[nodiscard]] Channel full_channel();

/// What a feed may hold of `text`: the characters of the nasty posts that XML forbids are gone,
/// bytes that are no UTF-8 are U+FFFD.
[[nodiscard]] std::string legal(std::string text);
[[nodiscard]] std::vector<std::string> legal(std::vector<std::string> texts);

/// What the formats say of a post: its tags, then its categories; its authors.
[[nodiscard]] std::vector<std::string> terms_of(const Entry& entry);
[[nodiscard]] std::vector<std::string> names_of(const Entry& entry);

[[nodiscard]] std::string write(model::Format format, const Channel& channel,
                                const std::vector<Entry>& entries);

}  // namespace blogsearch::feed::sample
