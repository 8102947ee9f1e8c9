// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a build did, for a person and for a program.
#pragma once

#include <cstdint>
#include <string>

#include "blogsearch/pipeline/build.hpp"
#include "syntax/json.hpp"

namespace blogsearch::cli {

/// `12 posts (3 held back, 1 broken)`. Why there are none is said in the same place.
[[nodiscard]] std::string headline(const pipeline::Report& report);

/// The files that are in no output and why, pages, new ids and known ones of files with a new name,
/// and the seconds of each stage; a line each.
[[nodiscard]] std::string details(const pipeline::Report& report);

/// The object of --report: what is known of this build and no more. Changed files are named
/// relative to `feeds.out`.
[[nodiscard]] syntax::Json json_of(const pipeline::Report& report, const model::SiteConfig& config,
                                   std::uint64_t peak_rss_bytes);

/// The greatest amount of memory this process has held.
[[nodiscard]] std::uint64_t peak_rss_bytes();

}  // namespace blogsearch::cli
