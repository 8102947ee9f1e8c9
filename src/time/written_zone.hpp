// SPDX-License-Identifier: GPL-2.0-or-later
//
// The zone that a value names: `Z`, `+0100`, `UTC+1`, `CET`, `Europe/Berlin`.
#pragma once

#include "blogsearch/core/result.hpp"
#include "time/cursor.hpp"
#include "time/pieces.hpp"
#include "time/read.hpp"

namespace blogsearch::time {

/// `cursor` is at the sign. Offsets reach from -14:00 to +14:00.
[[nodiscard]] Result<WrittenZone> scan_offset(Cursor& cursor);

/// `cursor` is at a letter.
[[nodiscard]] Result<WrittenZone> scan_zone_name(Cursor& cursor, const Conventions& conventions);

}  // namespace blogsearch::time
