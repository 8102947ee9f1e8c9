// SPDX-License-Identifier: GPL-2.0-or-later
#include "time/write.hpp"

#include <date/date.h>

#include <array>
#include <string_view>

namespace blogsearch::time {
namespace {

constexpr std::array<std::string_view, 7> weekday_names{"Sun", "Mon", "Tue", "Wed",
                                                        "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// The clock on the author's wall.
struct Fields {
  date::local_days day;
  date::year_month_day calendar;
  date::hh_mm_ss<std::chrono::seconds> clock;

  explicit Fields(const Timestamp& timestamp)
      : Fields(date::local_seconds{timestamp.instant.time_since_epoch() + timestamp.offset}) {}
  explicit Fields(date::local_seconds wall)
      : day(date::floor<date::days>(wall)), calendar(day), clock(wall - day) {}
};

std::string padded(long number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::string day_of_month(const Fields& f) {
  return padded(static_cast<unsigned>(f.calendar.day()), 2);
}

std::string year_of(const Fields& f) { return padded(static_cast<int>(f.calendar.year()), 4); }

std::string date_of(const Fields& f) {
  return year_of(f) + '-' + padded(static_cast<unsigned>(f.calendar.month()), 2) + '-' +
         day_of_month(f);
}

std::string clock_of(const Fields& f) {
  return padded(f.clock.hours().count(), 2) + ':' + padded(f.clock.minutes().count(), 2) + ':' +
         padded(f.clock.seconds().count(), 2);
}

std::string offset_of(std::chrono::minutes offset, std::string_view separator) {
  const long minutes = std::chrono::abs(offset).count();
  std::string text = offset.count() < 0 ? "-" : "+";
  return text.append(padded(minutes / 60, 2)).append(separator).append(padded(minutes % 60, 2));
}

}  // namespace

std::string rfc3339(const Timestamp& timestamp) {
  const Fields f(timestamp);
  const bool is_utc = timestamp.offset == std::chrono::minutes{0};
  return date_of(f) + 'T' + clock_of(f) + (is_utc ? "Z" : offset_of(timestamp.offset, ":"));
}

std::string rfc3339_utc(const Timestamp& timestamp) { return rfc3339({timestamp.instant, {}}); }

std::string rfc5322(const Timestamp& timestamp) {
  const Fields f(timestamp);
  std::string text(weekday_names[date::weekday(f.day).c_encoding()]);
  text.append(", ").append(day_of_month(f)).append(" ");
  text.append(month_names[static_cast<unsigned>(f.calendar.month()) - 1]).append(" ");
  return text + year_of(f) + ' ' + clock_of(f) + ' ' + offset_of(timestamp.offset, "");
}

std::string calendar_day(const Timestamp& timestamp) { return date_of(Fields(timestamp)); }

}  // namespace blogsearch::time
