// SPDX-License-Identifier: GPL-2.0-or-later
#include "time/wall.hpp"

#include <date/tz.h>

#include <algorithm>

namespace blogsearch::time {
namespace {

using std::chrono::duration_cast;
using std::chrono::minutes;

/// The tz database's files list clock changes up to 2037 and `date` knows nothing of the rule that
/// continues them. Such rules ("last Sunday of March") see no more of a year than the weekday on
/// which a month begins, so a listed year whose month begins alike stands in.
constexpr date::year last_listed{2037};
constexpr date::sys_days never = date::year{9999} / 1 / 1;

date::days distance_to_stand_in(date::local_days day) {
  const date::year_month_day wanted(day);
  const auto begin_of_month = [&](date::year year) {
    return date::weekday(date::local_days(year / wanted.month() / 1));
  };
  date::year year = last_listed;
  while (begin_of_month(year) != begin_of_month(wanted.year())) --year;
  const date::day last = (year / wanted.month() / date::last).day();  // 29 February
  return day - date::local_days(year / wanted.month() / std::min(wanted.day(), last));
}

/// Whether `info` is of the time after the last change of a zone that will have more of them
/// (of one without any, the stand-in says the same).
bool is_unlisted(const date::sys_info& info, date::year year) {
  const date::sys_days end_of_list = (last_listed + date::years{1}) / 1 / 1;
  return year > last_listed && info.end >= never && info.begin < end_of_list;
}

date::year year_of(date::local_seconds wall) {
  return date::year_month_day(date::floor<date::days>(wall)).year();
}

Moment by_rules(date::local_seconds wall, const date::time_zone& rules) {
  const date::local_info info = rules.get_info(wall);
  if (info.result == date::local_info::nonexistent) {
    return {{info.second.begin, duration_cast<minutes>(info.second.offset)}, true};
  }
  if (info.result == date::local_info::unique && is_unlisted(info.first, year_of(wall))) {
    const date::days distance = distance_to_stand_in(date::floor<date::days>(wall));
    Moment moment = by_rules(wall - distance, rules);
    moment.timestamp.instant += distance;
    return moment;
  }
  const date::sys_seconds instant(wall.time_since_epoch() - info.first.offset);
  return {{instant, duration_cast<minutes>(info.first.offset)}, false};
}

}  // namespace

Moment at_wall_time(date::local_seconds wall, const Zone& zone) {
  if (zone.rules() != nullptr) return by_rules(wall, *zone.rules());
  return {{date::sys_seconds(wall.time_since_epoch()), minutes{0}}, false};
}

Timestamp at_instant(date::sys_seconds instant, const Zone& zone) {
  if (zone.rules() == nullptr) return {instant, minutes{0}};
  const date::local_seconds wall(instant.time_since_epoch());
  date::sys_info info = zone.rules()->get_info(instant);
  if (is_unlisted(info, year_of(wall))) {
    const date::days distance = distance_to_stand_in(date::floor<date::days>(wall));
    info = zone.rules()->get_info(instant - distance);
  }
  return {instant, duration_cast<minutes>(info.offset)};
}

}  // namespace blogsearch::time
