// SPDX-License-Identifier: GPL-2.0-or-later
#include "time/clock.hpp"

#include <string>

#include "time/names.hpp"
#include "time/refusal.hpp"

namespace blogsearch::time {
namespace {

enum class Meridiem { none, am, pm };

struct Part {
  int value = 0;
  Span span;
};

struct Parts {
  Part hour, minute, second;
  Meridiem meridiem = Meridiem::none;
};

/// At most two digits.
Part part(std::string_view digits, std::size_t begin) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return {value, {begin, begin + digits.size()}};
}

bool take_letter(Cursor& cursor, char lower, char upper) {
  return cursor.take(lower) || cursor.take(upper);
}

/// `am`, `PM`, `a.m.`, with or without space before.
Meridiem take_meridiem(Cursor& cursor) {
  Cursor ahead = cursor;
  ahead.skip_spaces();
  const bool is_am = take_letter(ahead, 'a', 'A');
  if (!is_am && !take_letter(ahead, 'p', 'P')) return Meridiem::none;
  ahead.take('.');
  if (!take_letter(ahead, 'm', 'M')) return Meridiem::none;
  ahead.take('.');
  if (is_letter(ahead.peek()) || is_digit(ahead.peek())) return Meridiem::none;
  cursor = ahead;
  return is_am ? Meridiem::am : Meridiem::pm;
}

void skip_german_uhr(Cursor& cursor) {
  Cursor ahead = cursor;
  ahead.skip_spaces();
  if (Folded(ahead.take_word()).view() == "uhr") cursor = ahead;
}

void skip_fraction(Cursor& cursor) {
  if ((cursor.peek() == '.' || cursor.peek() == ',') && is_digit(cursor.peek(1))) {
    cursor.move_to(cursor.position() + 1);
    cursor.take_digits();
  }
}

/// The two digits behind a colon.
bool take_two(Cursor& cursor, Part& into) {
  const std::size_t begin = cursor.position();
  const std::string_view digits = cursor.take_digits();
  into = part(digits.substr(0, 2), begin);
  return digits.size() == 2;
}

Diagnostic malformed(Span span) {
  return refusal(Code::time_unknown_form, span, "this is no time of day",
                 "write hours, minutes and seconds with two digits each, such as 09:05:00");
}

std::optional<Diagnostic> find_impossible(const Parts& parts) {
  const auto no = [](std::string_view unit, const Part& at, std::string hint) {
    return refusal(Code::time_impossible, at.span,
                   "there is no " + std::string(unit) + ' ' + std::to_string(at.value),
                   std::move(hint));
  };
  const int hour = parts.hour.value;
  if (parts.meridiem != Meridiem::none && (hour < 1 || hour > 12))
    return no("hour", {hour, parts.hour.span}, "leave out AM or PM, or write the hour as 1 to 12");
  if (hour == 24) return no("hour", parts.hour, "write 00:00 of the next day");
  if (hour > 23) return no("hour", parts.hour, "hours go from 00 to 23");
  if (parts.minute.value > 59) return no("minute", parts.minute, "minutes go from 00 to 59");
  if (parts.second.value > 59)
    return no("second", parts.second, "seconds go from 00 to 59, also before a leap second");
  return std::nullopt;
}

Result<Clock> clock_of(const Parts& parts, Span span) {
  if (auto reason = find_impossible(parts)) return *std::move(reason);
  int hour = parts.hour.value;
  if (parts.meridiem != Meridiem::none) hour %= 12;
  if (parts.meridiem == Meridiem::pm) hour += 12;
  return Clock{std::chrono::hours{hour} + std::chrono::minutes{parts.minute.value} +
                   std::chrono::seconds{parts.second.value},
               span};
}

/// `1000`, `100000`, `10`
Result<Clock> scan_compact(Cursor& cursor) {
  const std::size_t begin = cursor.position();
  const std::string_view digits = cursor.take_digits();
  const std::size_t width = digits.size();
  if (width != 2 && width != 4 && width != 6) return malformed({begin, cursor.position()});
  Parts parts;
  parts.hour = part(digits.substr(0, 2), begin);
  if (width > 2) parts.minute = part(digits.substr(2, 2), begin + 2);
  if (width > 4) parts.second = part(digits.substr(4, 2), begin + 4);
  if (width == 6) skip_fraction(cursor);
  return clock_of(parts, {begin, cursor.position()});
}

}  // namespace

bool begins_clock(Cursor cursor) {
  const std::size_t width = cursor.take_digits().size();
  if (cursor.peek() == ':') return true;
  return width <= 2 && take_meridiem(cursor) != Meridiem::none;
}

Result<Clock> scan_clock(Cursor& cursor) {
  const std::size_t begin = cursor.position();
  const std::string_view hour = cursor.take_digits();
  if (hour.size() > 2) return malformed({begin, cursor.position()});
  Parts parts;
  parts.hour = part(hour, begin);
  if (cursor.take(':')) {
    if (!take_two(cursor, parts.minute)) return malformed({begin, cursor.position()});
    if (cursor.take(':')) {
      if (!take_two(cursor, parts.second)) return malformed({begin, cursor.position()});
      skip_fraction(cursor);
    }
  }
  parts.meridiem = take_meridiem(cursor);
  skip_german_uhr(cursor);
  return clock_of(parts, {begin, cursor.position()});
}

Result<Clock> scan_clock_after_t(Cursor& cursor) {
  return begins_clock(cursor) ? scan_clock(cursor) : scan_compact(cursor);
}

}  // namespace blogsearch::time
