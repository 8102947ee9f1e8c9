// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the formats demand of a feed, checked on its bytes: every MUST of RFC 4287, RSS 2.0 with
// the RSS Board's profile, and JSON Feed 1.1 that this program can come near, and some SHOULDs that
// it keeps (ids are unique, every URL is absolute). RFC 4287's schema passes a feed without an
// author and with relative links, so it cannot stand in for this.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace blogsearch::support {

/// One line per broken rule, `place: what is wrong`, where an entry's place is its number, from 1.
/// Empty: a good feed.
[[nodiscard]] std::vector<std::string> check_atom(std::string_view bytes);
[[nodiscard]] std::vector<std::string> check_rss(std::string_view bytes);
[[nodiscard]] std::vector<std::string> check_json(std::string_view bytes);

}  // namespace blogsearch::support
