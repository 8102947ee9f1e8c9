// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which posts of a feed stand in its own document, and which in archives (RFC 5005, section 4).
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "pipeline/site.hpp"

namespace blogsearch::pipeline {

/// The posts of a calendar year, or of a month where a year is too large.
struct Period {
  std::string name;  ///< `2024`, `2024-03`, by the clock of each author
  Selection posts;
};

struct Cut {
  Selection current;             ///< the newest
  std::vector<Period> archives;  ///< newest first; empty when `current` has all posts
};

struct Limits {
  std::size_t entries = 0;  ///< 0: any
  std::size_t bytes = 0;    ///< of a document's entries; 0: any
};

/// A document has one entry at least, however large. An archive has all posts of its period, also
/// those that are current, so that it changes only when one of its own posts does.
[[nodiscard]] Cut cut(const Site& site, const Selection& posts, const Limits& limits,
                      const std::function<std::size_t(std::size_t post)>& size_of);

}  // namespace blogsearch::pipeline
