// SPDX-License-Identifier: GPL-2.0-or-later
#include "time/calendar.hpp"

#include <date/iso_week.h>

#include <string>
#include <utility>

#include "time/names.hpp"
#include "time/refusal.hpp"
#include "time/write.hpp"

namespace blogsearch::time {
namespace {

using Day = Result<date::local_days>;

struct Fields {
  std::optional<Number> year, month, day;
  std::optional<Number> day_of_year;
  std::optional<Number> week, weekday;  // ISO 8601
  std::optional<Number> either[2];      // month and day in an order yet to be decided
  bool has_short_year = false;
};

int value_of(const std::optional<Number>& number) { return static_cast<int>(number->value); }

/// The last `width` digits of `number` cut off; returned.
Number split_off(Number& number, std::size_t width) {
  std::int64_t power = 1;
  for (std::size_t i = 0; i < width; ++i) power *= 10;
  const std::size_t cut = number.span.end - width;
  const Number tail{number.value % power, {cut, number.span.end}};
  number = {number.value / power, {number.span.begin, cut}};
  return tail;
}

void assign(Fields& fields, char role, Number number) {
  switch (role) {
    case 'y':
      fields.year = number;
      break;
    case 'm':
      fields.month = number;
      break;
    case 'd':
      fields.day = number;
      break;
    case 'o':
      fields.day_of_year = number;
      break;
    case 'w':
      fields.week = number;
      break;
    case 'k':
      fields.weekday = number;
      break;
    case 'e':
      fields.either[fields.either[0] ? 1 : 0] = number;
      break;
    case 'r':  // RFC 5322, section 4.3
      number.value += number.value < 50 ? 2000 : 1900;
      fields.year = number;
      fields.has_short_year = true;
      break;
    case 'c':
      fields.has_short_year = true;
      break;
    case 'B':
      fields.day = split_off(number, 2);
      fields.month = split_off(number, 2);
      fields.year = number;
      break;
    case 'K':
      fields.weekday = split_off(number, 1);
      fields.week = number;
      break;
    default:
      break;
  }
}

Fields fields_of(const Pieces& pieces, const Form& form) {
  Fields fields;
  for (std::size_t i = 0; i < pieces.count; ++i) assign(fields, form.roles[i], pieces.numbers[i]);
  if (pieces.month) fields.month = Number{pieces.month->number, pieces.month->span};
  return fields;
}

// --- which number is what ---------------------------------------------------------------------

Diagnostic short_year(std::string_view value, const Pieces& pieces) {
  const Span span{pieces.numbers[0].span.begin, pieces.numbers[pieces.count - 1].span.end};
  const Span whole =
      pieces.month ? Span{std::min(span.begin, pieces.month->span.begin), span.end} : span;
  return refusal(Code::time_ambiguous, whole,
                 quoted(value.substr(whole.begin, whole.size())) + " has a year of two digits",
                 "write all four digits of the year, such as 2022-12-14");
}

/// `03/04/2022`, whose day and month only the order can tell.
Diagnostic undecided(std::string_view value, const Fields& fields) {
  const int first = value_of(fields.either[0]);
  const int second = value_of(fields.either[1]);
  const date::year year(value_of(fields.year));
  const auto day = [&](int d, int m) {
    return date::year_month_day(year / date::month(static_cast<unsigned>(m)) / d);
  };
  const auto in_words = [](const date::year_month_day& d) {
    const unsigned month = static_cast<unsigned>(d.month());
    return std::to_string(static_cast<unsigned>(d.day())) + ' ' +
           std::string(month_names()[month - 1]);
  };
  const Span span{fields.either[0]->span.begin, fields.year->span.end};
  return refusal(Code::time_ambiguous, span,
                 quoted(value.substr(span.begin, span.size())) + " is " +
                     in_words(day(first, second)) + " or " + in_words(day(second, first)),
                 "write " + iso(day(first, second)) + " or " + iso(day(second, first)) +
                     ", or add `dates: {order: dmy}` (or mdy) to blogsearch.yaml");
}

/// Decides which of the two is the month: the numbers first, then the site's order.
std::optional<Diagnostic> order_day_and_month(std::string_view value, Fields& fields, Order order) {
  const int first = value_of(fields.either[0]);
  const int second = value_of(fields.either[1]);
  const auto can_be_month = [](int n) { return n >= 1 && n <= 12; };
  const bool is_decided = first == second || !can_be_month(first) || !can_be_month(second);
  if (!is_decided && order == Order::strict) return undecided(value, fields);
  const bool month_first =
      is_decided ? can_be_month(first) && !can_be_month(second) : order == Order::mdy;
  fields.month = fields.either[month_first ? 0 : 1];
  fields.day = fields.either[month_first ? 1 : 0];
  return std::nullopt;
}

/// `2022-12-14` with what the author wrote in its place, as far as there is such a day.
std::string completed(const Fields& fields) {
  const date::year year(fields.year ? value_of(fields.year) : 2022);
  const auto month = static_cast<unsigned>(fields.month ? value_of(fields.month) : 12);
  const auto day = static_cast<unsigned>(fields.day ? value_of(fields.day) : 14);
  const auto date = year / date::month(month) / date::day(day);
  return date.ok() ? iso(date) : "2022-12-14";
}

Diagnostic incomplete(std::string_view value, const Fields& fields) {
  const auto so = [&](std::string missing, std::string example) {
    return refusal(Code::time_incomplete, {0, value.size()}, std::move(missing),
                   "write the whole date, such as " + std::move(example));
  };
  if (fields.week) return so("the day of the week is missing", "2022-W50-3");
  const bool no_year = !fields.year, no_month = !fields.month, no_day = !fields.day;
  if (no_year && no_month && no_day) return so("there is no date", "2022-12-14");
  constexpr std::string_view missing[] = {"",
                                          "the day is missing",
                                          "the month is missing",
                                          "the month and the day are missing",
                                          "the year is missing",
                                          "the year and the day are missing",
                                          "the year and the month are missing"};
  const unsigned which = (no_year ? 4U : 0U) + (no_month ? 2U : 0U) + (no_day ? 1U : 0U);
  return so(std::string(missing[which]), completed(fields));
}

// --- whether there is such a day --------------------------------------------------------------

Diagnostic impossible(const std::optional<Number>& at, std::string message, std::string hint) {
  return refusal(Code::time_impossible, at->span, std::move(message), std::move(hint));
}

Day day_of_year(date::year year, const Fields& fields) {
  const date::local_days first(year / 1 / 1);
  const date::days length = date::local_days((year + date::years{1}) / 1 / 1) - first;
  const int day = value_of(fields.day_of_year);
  const std::string name = std::to_string(static_cast<int>(year));
  if (day >= 1 && day <= length.count()) return first + date::days{day - 1};
  const std::string last = std::to_string(length.count());
  return impossible(fields.day_of_year, name + " has " + last + " days",
                    "days go from " + name + "-001 to " + name + '-' + last);
}

Day day_of_week(date::year year, const Fields& fields) {
  const iso_week::year iso_year(static_cast<int>(year));
  const auto week = iso_week::weeknum(static_cast<unsigned>(value_of(fields.week)));
  const unsigned weeks = static_cast<unsigned>(iso_week::year_lastweek(iso_year).weeknum());
  const std::string name = std::to_string(static_cast<int>(year));
  if (!(iso_year / week).ok())
    return impossible(fields.week, name + " has " + std::to_string(weeks) + " weeks",
                      "weeks go from " + name + "-W01 to " + name + "-W" + std::to_string(weeks));
  const int weekday = value_of(fields.weekday);
  if (weekday < 1 || weekday > 7)
    return impossible(fields.weekday, "a week has no day " + std::to_string(weekday),
                      "days go from 1 for Monday to 7 for Sunday");
  const iso_week::year_weeknum_weekday day =
      iso_year / week / iso_week::weekday(static_cast<unsigned>(weekday));
  return date::local_days(date::sys_days(day).time_since_epoch());
}

Day day_of_month(date::year year, const Fields& fields) {
  const date::month month(static_cast<unsigned>(value_of(fields.month)));
  const date::day day(static_cast<unsigned>(value_of(fields.day)));
  if (!month.ok()) {
    const auto swapped =
        year / date::month(static_cast<unsigned>(day)) / date::day(static_cast<unsigned>(month));
    return impossible(fields.month, "there is no month " + std::to_string(value_of(fields.month)),
                      swapped.ok() ? "did you mean " + iso(swapped) + '?'
                                   : "months go from 1 to 12, as in 2022-12-14");
  }
  const date::year_month_day date = year / month / day;
  if (date.ok()) return date::local_days(date);
  const date::year_month_day last = year / month / date::last;
  const std::string name(month_names()[static_cast<unsigned>(month) - 1]);
  const std::string length = std::to_string(static_cast<unsigned>(last.day()));
  return impossible(fields.day,
                    name + ' ' + std::to_string(static_cast<int>(year)) + " has no day " +
                        std::to_string(value_of(fields.day)),
                    "its last day is " + iso(last));
}

}  // namespace

std::string iso(const date::year_month_day& day) {
  return calendar_day({date::sys_days(day), std::chrono::minutes{0}});
}

std::optional<Diagnostic> find_far_year(date::year year, Span span, const Conventions& limits) {
  const int number = static_cast<int>(year);
  if (number >= limits.first_year && number <= limits.last_year) return std::nullopt;
  std::string hint = "write the year of the Gregorian calendar, such as 2022-12-14";
  if (number >= 1800 && number < 2300)  // others are slips, or years of another calendar
    hint += std::string(", or add `dates: {years: {")
                .append(number < limits.first_year ? "first: " : "last: ")
                .append(std::to_string(number))
                .append("}}` to blogsearch.yaml");
  return refusal(Code::time_out_of_range, span,
                 "the year " + std::to_string(number) + " is outside " +
                     std::to_string(limits.first_year) + " to " + std::to_string(limits.last_year),
                 std::move(hint));
}

Result<date::local_days> find_day(std::string_view value, const Pieces& pieces, const Form& form,
                                  const Conventions& conventions) {
  Fields fields = fields_of(pieces, form);
  const bool may_be_short = is_complete(form) && pieces.clock && pieces.zone;
  if (fields.has_short_year && !may_be_short) return short_year(value, pieces);
  if (!is_complete(form)) return incomplete(value, fields);

  const date::year year(value_of(fields.year));
  if (auto reason = find_far_year(year, fields.year->span, conventions)) return *std::move(reason);
  if (fields.day_of_year) return day_of_year(year, fields);
  if (fields.week) return day_of_week(year, fields);
  if (fields.either[0])
    if (auto reason = order_day_and_month(value, fields, conventions.order))
      return *std::move(reason);
  return day_of_month(year, fields);
}

}  // namespace blogsearch::time
