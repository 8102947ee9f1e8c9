// SPDX-License-Identifier: GPL-2.0-or-later
//
// From the clock on a wall to the instant, by the rules of its zone.
#pragma once

#include <date/date.h>

#include "blogsearch/time/timestamp.hpp"
#include "time/zone.hpp"

namespace blogsearch::time {

struct Moment {
  Timestamp timestamp;
  bool was_skipped = false;  ///< a clock change jumped over it; the first instant after that
};

/// A wall time that happens twice is the first of the two.
[[nodiscard]] Moment at_wall_time(date::local_seconds wall, const Zone& zone);

/// `instant` with the offset that `zone` has then.
[[nodiscard]] Timestamp at_instant(date::sys_seconds instant, const Zone& zone);

}  // namespace blogsearch::time
