// SPDX-License-Identifier: GPL-2.0-or-later
#include "time/write.hpp"

#include <date/date.h>
#include <fmt/format.h>

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

std::string date_of(const Fields& f) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(f.calendar.year()),
                     static_cast<unsigned>(f.calendar.month()),
                     static_cast<unsigned>(f.calendar.day()));
}

std::string clock_of(const Fields& f) {
  return fmt::format("{:02}:{:02}:{:02}", f.clock.hours().count(), f.clock.minutes().count(),
                     f.clock.seconds().count());
}

std::string offset_of(std::chrono::minutes offset, std::string_view separator) {
  const auto minutes = std::chrono::abs(offset).count();
  return fmt::format("{}{:02}{}{:02}", offset.count() < 0 ? '-' : '+', minutes / 60, separator,
                     minutes % 60);
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
  const auto weekday = weekday_names[date::weekday(f.day).c_encoding()];
  const auto month = month_names[static_cast<unsigned>(f.calendar.month()) - 1];
  return fmt::format("{}, {:02} {} {:04} {} {}", weekday, static_cast<unsigned>(f.calendar.day()),
                     month, static_cast<int>(f.calendar.year()), clock_of(f),
                     offset_of(timestamp.offset, ""));
}

std::string calendar_day(const Timestamp& timestamp) { return date_of(Fields(timestamp)); }

}  // namespace blogsearch::time
