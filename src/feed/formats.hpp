// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the formats share: their own ways to write, and what of a person a feed may say.
#pragma once

#include <string>
#include <string_view>

#include "blogsearch/feed/writer.hpp"

namespace blogsearch::feed {

[[nodiscard]] Frame atom_frame(const Channel& channel);
[[nodiscard]] std::string atom_entry(const model::Post& post, const EntryContent& content,
                                     std::string_view language);
[[nodiscard]] Frame rss_frame(const Channel& channel);
[[nodiscard]] std::string rss_item(const model::Post& post, const EntryContent& content,
                                   std::string_view language);
[[nodiscard]] Frame json_frame(const Channel& channel);
[[nodiscard]] std::string json_item(const model::Post& post, const EntryContent& content,
                                    std::string_view language);

/// Named without its version: a new release must not change every feed of the world.
inline constexpr std::string_view generator = "blogsearch";

/// The person's e-mail address; empty when what the author typed is none, since each of the
/// formats demands one with an '@'.
[[nodiscard]] std::string_view email_of(const model::Person& person);

/// The person's URI; empty when it is not absolute.
[[nodiscard]] std::string_view uri_of(const model::Person& person);

}  // namespace blogsearch::feed
