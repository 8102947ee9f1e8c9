// SPDX-License-Identifier: GPL-2.0-or-later
//
// A time zone of the system's tz database. The machine's own zone is never asked for.
#pragma once

#include <string>
#include <string_view>

#include "blogsearch/core/result.hpp"

namespace date {
class time_zone;
}

namespace blogsearch::time {

/// A handle, cheap to copy; the database lives as long as the process.
class Zone {
 public:
  /// Needs no database.
  [[nodiscard]] static Zone utc() { return Zone(nullptr); }

  [[nodiscard]] std::string name() const;

  /// Null for UTC.
  [[nodiscard]] const date::time_zone* rules() const { return rules_; }

 private:
  friend Result<Zone> find_zone(std::string_view name);
  explicit Zone(const date::time_zone* rules) : rules_(rules) {}
  const date::time_zone* rules_;
};

/// By its tz database name (`Europe/Berlin`, `UTC`, links too). Unknown names get a
/// time.unknown_zone with the nearest known one as hint.
[[nodiscard]] Result<Zone> find_zone(std::string_view name);

}  // namespace blogsearch::time
