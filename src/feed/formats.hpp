// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the formats share: how each is opened, and what of a person a feed may say.
#pragma once

#include <memory>
#include <string_view>

#include "blogsearch/feed/writer.hpp"

namespace blogsearch::feed {

[[nodiscard]] std::unique_ptr<Writer> open_atom(const Channel& channel, Sink sink);
[[nodiscard]] std::unique_ptr<Writer> open_rss(const Channel& channel, Sink sink);
[[nodiscard]] std::unique_ptr<Writer> open_json(const Channel& channel, Sink sink);

/// Named without its version: a new release must not change every feed of the world.
inline constexpr std::string_view generator = "blogsearch";

/// The person's e-mail address; empty when what the author typed is none, since each of the
/// formats demands one with an '@'.
[[nodiscard]] std::string_view email_of(const model::Person& person);

/// The person's URI; empty when it is not absolute.
[[nodiscard]] std::string_view uri_of(const model::Person& person);

}  // namespace blogsearch::feed
