// SPDX-License-Identifier: GPL-2.0-or-later
//
// Writes timestamps. No locale, no machine zone: the same bytes everywhere.
#pragma once

#include <string>

#include "blogsearch/time/timestamp.hpp"

namespace blogsearch::time {

/// RFC 3339 in the author's offset: `2022-12-14T10:00:00+01:00`, `Z` for UTC.
[[nodiscard]] std::string rfc3339(const Timestamp& timestamp);

/// RFC 3339 in UTC: `2022-12-14T09:00:00Z`.
[[nodiscard]] std::string rfc3339_utc(const Timestamp& timestamp);

/// RFC 5322 (RSS's pubDate) in the author's offset: `Wed, 14 Dec 2022 10:00:00 +0100`.
[[nodiscard]] std::string rfc5322(const Timestamp& timestamp);

/// The author's calendar day: `2022-12-14`.
[[nodiscard]] std::string calendar_day(const Timestamp& timestamp);

}  // namespace blogsearch::time
