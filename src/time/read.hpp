// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads a date as people write it in front matter, or says which rule it breaks. Nothing is
// guessed: no part of a date ever comes from the clock, the machine's zone or the locale.
#pragma once

#include <optional>
#include <string_view>

#include "blogsearch/core/result.hpp"
#include "blogsearch/time/timestamp.hpp"
#include "time/zone.hpp"

namespace blogsearch::time {

struct Reading {
  Timestamp timestamp;
  std::optional<Diagnostic> warning;  ///< time.skipped or time.wrong_weekday
};

/// `value` is the whole of a front matter value. A value with an offset is that instant; one
/// without is wall time in `zone`; a date alone is its midnight. `order` decides `03/04/2022`.
/// Fractions of a second are cut off. Spans in errors are relative to `value`.
[[nodiscard]] Result<Reading> read(std::string_view value, const Zone& zone,
                                   Order order = Order::strict);

}  // namespace blogsearch::time
