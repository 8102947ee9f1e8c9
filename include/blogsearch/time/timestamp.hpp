// SPDX-License-Identifier: GPL-2.0-or-later
//
// An instant with the offset its author wrote it in.
#pragma once

#include <chrono>
#include <compare>

namespace blogsearch::time {

/// Seconds since 1970-01-01T00:00:00Z (leap seconds not counted), and the distance of the
/// author's clock from UTC, which decides only how the instant is written in a feed.
/// Two timestamps are equal when they are the same instant.
struct Timestamp {
  std::chrono::sys_seconds instant{};
  std::chrono::minutes offset{0};

  friend bool operator==(const Timestamp& a, const Timestamp& b) { return a.instant == b.instant; }
  friend std::strong_ordering operator<=>(const Timestamp& a, const Timestamp& b) {
    return a.instant.time_since_epoch().count() <=> b.instant.time_since_epoch().count();
  }
};

/// How `03/04/2022` is read: `strict` refuses it, `mdy` is 4 March, `dmy` is 3 April.
enum class Order { strict, mdy, dmy };

}  // namespace blogsearch::time
