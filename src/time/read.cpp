// SPDX-License-Identifier: GPL-2.0-or-later
#include "time/read.hpp"

#include <date/date.h>

#include <string>
#include <utility>

#include "time/calendar.hpp"
#include "time/forms.hpp"
#include "time/names.hpp"
#include "time/pieces.hpp"
#include "time/refusal.hpp"
#include "time/scan.hpp"
#include "time/wall.hpp"
#include "time/write.hpp"

namespace blogsearch::time {
namespace {

Diagnostic unknown_form(std::string_view value, const Pieces& pieces) {
  const Span whole{0, value.size()};
  if (pieces.shape.view().empty())
    return refusal(Code::time_unknown_form, whole, "the date is empty", std::string(any_date));
  if (pieces.shape.view() == "#" || pieces.shape.view() == "J")
    return refusal(
        Code::time_unknown_form, whole,
        "a number of " + std::to_string(pieces.numbers[0].width()) + " digits is no date",
        "write a date in digits as 20221214, or as 2022-12-14");
  return refusal(Code::time_unknown_form, whole, quoted(value) + " is in no known form of date",
                 std::string(any_date));
}

/// A count of seconds or milliseconds since 1970, which is shown by the clock of the site.
Result<Reading> read_unix_time(std::string_view value, const Pieces& pieces, const Form& form,
                               const Conventions& conventions) {
  if (pieces.shape.view() != form.shape) return unknown_form(value, pieces);
  const Number& number = pieces.numbers[0];
  const std::chrono::seconds since_1970{form.roles == "S" ? number.value / 1000 : number.value};
  const date::sys_seconds instant(since_1970);
  const date::year_month_day day(date::floor<date::days>(instant));
  if (auto reason = find_far_year(day.year(), number.span, conventions)) return *std::move(reason);
  return Reading{at_instant(instant, conventions.zone), std::nullopt};
}

Moment at_zone(date::local_seconds wall, const WrittenZone& zone) {
  if (const Zone* place = std::get_if<Zone>(&zone.meaning)) return at_wall_time(wall, *place);
  const auto offset = std::get<std::chrono::minutes>(zone.meaning);
  return {{date::sys_seconds(wall.time_since_epoch() - offset), offset}, false};
}

/// `Z-07:00` and `+02:00[Asia/Tokyo]` say two things at once.
std::optional<Diagnostic> find_contradiction(std::string_view value, const Pieces& pieces,
                                             const Timestamp& timestamp) {
  if (!pieces.label) return std::nullopt;
  const Zone* place = std::get_if<Zone>(&pieces.label->meaning);
  const auto offset = place == nullptr ? std::get<std::chrono::minutes>(pieces.label->meaning)
                                       : at_instant(timestamp.instant, *place).offset;
  if (offset == timestamp.offset) return std::nullopt;
  const auto text = [&](Span span) { return quoted(value.substr(span.begin, span.size())); };
  return refusal(Code::time_ambiguous, pieces.label->span,
                 text(pieces.label->span) + " contradicts " + text(pieces.zone->span),
                 "write one offset only, such as " + rfc3339(timestamp));
}

Diagnostic skipped(date::local_seconds wall, const Zone& zone, const Timestamp& timestamp,
                   Span span) {
  const std::string written = rfc3339({date::sys_seconds(wall.time_since_epoch()), {}});
  return refusal(Code::time_skipped, span,
                 "the clocks of " + zone.name() + " skip " + written.substr(11, 5) + " on " +
                     written.substr(0, 10),
                 "write " + rfc3339(timestamp) + ", which it is taken for");
}

std::optional<Diagnostic> find_wrong_weekday(const Pieces& pieces, date::local_days day) {
  if (!pieces.weekday) return std::nullopt;
  const unsigned actual = date::weekday(day).c_encoding();
  if (pieces.weekday->number == static_cast<int>(actual)) return std::nullopt;
  const std::string name(weekday_names()[actual]);
  return refusal(Code::time_wrong_weekday, pieces.weekday->span,
                 iso(date::year_month_day(day)) + " is a " + name,
                 "write " + name + ", or correct the date");
}

}  // namespace

Result<Reading> read(std::string_view value, const Conventions& conventions) {
  const Result<Pieces> pieces = scan(value, conventions);
  if (!pieces) return pieces.error();
  const Form* form = pieces->shape.view().empty() ? nullptr : find_form(pieces->shape.view());
  if (form == nullptr) return unknown_form(value, *pieces);
  if (form->roles == "U" || form->roles == "S")
    return read_unix_time(value, *pieces, *form, conventions);
  const Result<date::local_days> day = find_day(value, *pieces, *form, conventions);
  if (!day) return day.error();

  const Clock clock = pieces->clock.value_or(Clock{});
  const WrittenZone zone =
      pieces->zone.value_or(WrittenZone{ZoneKind::place, conventions.zone, {}});
  const date::local_seconds wall = *day + clock.since_midnight;
  const Moment moment = at_zone(wall, zone);
  if (auto reason = find_contradiction(value, *pieces, moment.timestamp)) return *std::move(reason);

  Reading reading{moment.timestamp, find_wrong_weekday(*pieces, *day)};
  if (!reading.warning && moment.was_skipped)
    reading.warning = skipped(wall, std::get<Zone>(zone.meaning), moment.timestamp,
                              pieces->clock ? clock.span : Span{0, value.size()});
  return reading;
}

Result<Reading> read(std::string_view value, const Zone& zone, Order order) {
  Conventions conventions;
  conventions.zone = zone;
  conventions.order = order;
  return read(value, conventions);
}

}  // namespace blogsearch::time
