// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a value is made of, before anyone asks which number is the year.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "blogsearch/core/span.hpp"
#include "time/read.hpp"

namespace blogsearch::time {

/// The kinds of a value's pieces in their order, one letter each:
///
///     d  number of one or two digits     M  name of a month      t  clock, 10:00
///     J  number of three                 w  name of a weekday    z  zone or offset
///     Y  number of four                  W  the W of an ISO week
///     B  number of eight, U of ten, S of thirteen, # of any other count
///
/// and - / . 年 月 日 for themselves. Spaces, commas and words such as "of" leave no trace:
/// `Wed, 14 Dec 2022 10:00 +0100` is `wdMYtz`.
class Shape {
 public:
  [[nodiscard]] std::string_view view() const { return {letters_.data(), size_}; }
  /// False when there are more pieces than any date has.
  bool append(std::string_view kind) {
    if (size_ + kind.size() > letters_.size()) return false;
    for (const char c : kind) letters_[size_++] = c;
    return true;
  }

 private:
  std::array<char, 24> letters_{};
  std::size_t size_ = 0;
};

struct Number {
  std::int64_t value = 0;
  Span span;
  [[nodiscard]] std::size_t width() const { return span.size(); }
};

struct NamedPiece {
  int number = 0;  ///< month from 1, weekday from 0 = Sunday
  Span span;
};

/// A valid time of day; 24-hour whatever was written.
struct Clock {
  std::chrono::seconds since_midnight{0};
  Span span;
};

enum class ZoneKind { offset, abbreviation, place };
struct WrittenZone {
  ZoneKind kind = ZoneKind::offset;
  ZoneMeaning meaning;
  Span span;
};

struct Pieces {
  Shape shape;
  std::array<Number, 3> numbers{};  ///< in their order, the clock's and the zone's left out
  std::size_t count = 0;            ///< of `numbers`
  std::optional<NamedPiece> month;
  std::optional<NamedPiece> weekday;
  std::optional<Clock> clock;
  std::optional<WrittenZone> zone;
  std::optional<WrittenZone> label;  ///< says `zone` once more: +0100 [Europe/Berlin]
};

}  // namespace blogsearch::time
