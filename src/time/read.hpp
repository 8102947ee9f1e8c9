// SPDX-License-Identifier: GPL-2.0-or-later
//
// Reads a date as people write it in front matter, or says which rule it breaks. Nothing is
// guessed: no part of a date ever comes from the clock, the machine's zone or the locale.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "blogsearch/core/result.hpp"
#include "blogsearch/time/timestamp.hpp"
#include "time/zone.hpp"

namespace blogsearch::time {

/// What a zone's abbreviation stands for: an offset, or a place whose offset changes in summer.
using ZoneMeaning = std::variant<std::chrono::minutes, Zone>;

/// What a site's owner says about the dates of his posts.
struct Conventions {
  Zone zone = Zone::utc();      ///< of a value without zone or offset
  Order order = Order::strict;  ///< of `03/04/2022`
  int first_year = 1970;        ///< years outside are taken for slips of the pen
  int last_year = 2100;
  /// Abbreviations of zones with a meaning of the site's own, before all others; in any case.
  std::map<std::string, ZoneMeaning> abbreviations{};
};

struct Reading {
  Timestamp timestamp;
  std::optional<Diagnostic> warning;  ///< time.skipped or time.wrong_weekday
};

/// `value` is the whole of a front matter value. A value with an offset is that instant; one
/// without is wall time in the site's zone; a date alone is its midnight. Fractions of a second
/// are cut off. Spans in errors are relative to `value`.
[[nodiscard]] Result<Reading> read(std::string_view value, const Conventions& conventions);
[[nodiscard]] Result<Reading> read(std::string_view value, const Zone& zone,
                                   Order order = Order::strict);

/// An offset alone: `Z`, `+02:00`, `+0200`, `+02`, `-4`.
[[nodiscard]] Result<std::chrono::minutes> read_offset(std::string_view value);

/// An offset, or a name of the tz database.
[[nodiscard]] Result<ZoneMeaning> read_zone(std::string_view value);

/// Whether `word` may be an abbreviation of `Conventions`: two to six letters of ASCII, and none
/// of those that mean UTC everywhere.
[[nodiscard]] bool is_free_abbreviation(std::string_view word);

}  // namespace blogsearch::time
