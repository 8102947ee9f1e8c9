// SPDX-License-Identifier: GPL-2.0-or-later
//
// Holds two versions of a feed against each other.
#pragma once

#include <span>

#include "blogsearch/pipeline/changes.hpp"

namespace blogsearch::pipeline {

/// Of two versions of one feed, each as `feed::read` gives it. An entry that is older than all
/// there are now, in a feed that is no shorter, was pushed out. The order of the lists is that of
/// the feeds.
[[nodiscard]] FeedChanges compare(std::span<const feed::OldEntry> before,
                                  std::span<const feed::OldEntry> after);

}  // namespace blogsearch::pipeline
