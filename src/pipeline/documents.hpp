// SPDX-License-Identifier: GPL-2.0-or-later
//
// The files that a feed is: its own document in each format, and its archives.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "blogsearch/feed/writer.hpp"
#include "io/release.hpp"
#include "pipeline/entries.hpp"
#include "pipeline/feed_plan.hpp"
#include "pipeline/site.hpp"

namespace blogsearch::pipeline {

struct Document {
  std::string path;  ///< below `feeds.out`
  model::Format format;
  model::Content content;
  feed::Frame frame;
  Selection posts;
};

/// `alternates`: this feed in other languages.
[[nodiscard]] std::vector<Document> documents_of(const Site& site, const Feed& feed,
                                                 const std::vector<Feed>& alternates,
                                                 const Entries& entries);

/// What stands in the file. `document` and `entries` outlive it.
[[nodiscard]] io::Content bytes_of(const Document& document, const Entries& entries);

/// Of each post that is in it: where in the file its entry begins.
[[nodiscard]] std::vector<std::pair<std::size_t, std::uint64_t>> beginnings_of(
    const Document& document, const Entries& entries);

}  // namespace blogsearch::pipeline
