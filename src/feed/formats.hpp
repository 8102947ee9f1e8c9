// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the formats share: their own ways to write, and what of a person a feed may say.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "blogsearch/feed/writer.hpp"

namespace blogsearch::feed {

[[nodiscard]] Frame atom_frame(const Channel& channel);
[[nodiscard]] std::string atom_entry(const model::Post& post, const EntryContent& content,
                                     const Home& home);
[[nodiscard]] Frame rss_frame(const Channel& channel);
[[nodiscard]] std::string rss_item(const model::Post& post, const EntryContent& content,
                                   const Home& home);
[[nodiscard]] Frame json_frame(const Channel& channel);
[[nodiscard]] std::string json_item(const model::Post& post, const EntryContent& content,
                                    const Home& home);

/// Named without its version: a new release must not change every feed of the world.
inline constexpr std::string_view generator = "blogsearch";

/// The URL that names the terms of a kind: Atom's scheme, RSS's domain.
[[nodiscard]] std::string scheme_of_tags(const Home& home);
[[nodiscard]] std::string scheme_of_categories(const Home& home);

/// A link of a post to elsewhere.
struct Relation {
  std::string_view name;  ///< `related`, `via`, `license` (RFC 4287, RFC 4946)
  std::string_view url;
  std::string_view title;  ///< may be empty
};
/// What the post is about comes first, as `related`. No two have one name and URL.
[[nodiscard]] std::vector<Relation> relations_of(const model::Post& post);

/// The person's e-mail address; empty when what the author typed is none, since each of the
/// formats demands one with an '@'.
[[nodiscard]] std::string_view email_of(const model::Person& person);

/// The person's URI; empty when it is not absolute.
[[nodiscard]] std::string_view uri_of(const model::Person& person);

}  // namespace blogsearch::feed
