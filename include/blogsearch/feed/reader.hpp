// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads feeds that others wrote: what of their entries tells which post each one was.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/time/timestamp.hpp"

namespace blogsearch::feed {

/// All texts are plain.
struct OldEntry {
  std::string id;     ///< as it was written, without white space around it; never empty
  std::string url;    ///< absolute where the feed tells to what a link is relative; may be empty
  std::string title;  ///< may be empty
  std::optional<time::Timestamp> published;  ///< else updated; empty too when it is unreadable
};

/// Atom 1.0 and 0.3, RSS 0.9x, 1.0 and 2.0, JSON Feed 1 and 1.1, in UTF-8, UTF-16 or ISO 8859-1.
/// An entry without an id is known by its link; one without either is a feed.entry-without-id
/// and left out. `name` is the file as the user would type it. Empty after a feed.not-a-feed.
[[nodiscard]] std::optional<std::vector<OldEntry>> read(std::string name, std::string bytes,
                                                        Diagnostics& findings);

}  // namespace blogsearch::feed
