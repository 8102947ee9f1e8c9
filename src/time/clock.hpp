// SPDX-License-Identifier: GPL-2.0-or-later
//
// The time of day: 10:00, 10:00:00.123, 10 pm, 10:00 Uhr; after a T also 1000 and 100000.
#pragma once

#include "blogsearch/core/result.hpp"
#include "time/cursor.hpp"
#include "time/pieces.hpp"

namespace blogsearch::time {

/// Whether the digits at `cursor` are an hour.
[[nodiscard]] bool begins_clock(Cursor cursor);

[[nodiscard]] Result<Clock> scan_clock(Cursor& cursor);
/// `cursor` is behind the T of ISO 8601.
[[nodiscard]] Result<Clock> scan_clock_after_t(Cursor& cursor);

}  // namespace blogsearch::time
