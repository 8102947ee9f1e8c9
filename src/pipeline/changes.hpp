// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the readers of a feed will see of its next version.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "blogsearch/feed/reader.hpp"

namespace blogsearch::pipeline {

/// One post under two ids: readers would see it again.
struct IdChange {
  feed::OldEntry before, after;
};

struct FeedChanges {
  std::size_t before = 0;                ///< entries then
  std::size_t after = 0;                 ///< entries now
  std::size_t kept = 0;                  ///< with the same id
  std::vector<feed::OldEntry> fresh;     ///< ids that were not there
  std::vector<feed::OldEntry> vanished;  ///< ids that are gone, unless newer posts pushed them out
  std::vector<IdChange> id_changes;      ///< those of neither list, by URL or by title and day

  /// Whether at least half of the entries are lost; a feed without entries loses none.
  [[nodiscard]] bool is_shrinking() const { return before != 0 && after * 2 <= before; }
};

/// Of two versions of one feed, each as `feed::read` gives it. An entry that is older than all
/// there are now, in a feed that is no shorter, was pushed out. The order of the lists is that of
/// the feeds.
[[nodiscard]] FeedChanges compare(std::span<const feed::OldEntry> before,
                                  std::span<const feed::OldEntry> after);

}  // namespace blogsearch::pipeline
