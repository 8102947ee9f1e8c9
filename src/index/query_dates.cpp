// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/query_dates.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <utility>

#include "blogsearch/time/timestamp.hpp"
#include "index/query_hint.hpp"
#include "text/words.hpp"
#include "time/names.hpp"
#include "time/write.hpp"

namespace blogsearch::index {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr sys_days first_day = std::chrono::year(0) / 1 / 1;
constexpr sys_days last_day = std::chrono::year(9999) / 12 / 31;

/// From the first day to the last, both within.
struct Period {
  sys_days first, last;
};

Diagnostic refusal(std::string_view reason, std::string hint) {
  return query_hint({}, std::string(reason) + ", so no post matches", std::move(hint));
}

Diagnostic no_date(std::string_view value) {
  return refusal(as_typed(value) + " is no date",
                 "write 2024, 2024-05, 2024-05-17, today, yesterday, an age such as 6m, 2w or 10d, "
                 "or a range of them such as 2023..2024-05");
}

std::string iso(sys_days day) { return time::calendar_day({day, std::chrono::minutes{0}}); }

int number_of(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

/// Whether `text` has the form, in which `d` is a digit.
bool has_form(std::string_view text, std::string_view form) {
  return std::equal(text.begin(), text.end(), form.begin(), form.end(), [](char c, char kind) {
    return kind == 'd' ? c >= '0' && c <= '9' : c == kind;
  });
}

/// `2024`, `2024-05` or `2024-05-17`.
Result<Period> read_calendar(std::string_view text) {
  const std::chrono::year year(number_of(text.substr(0, 4)));
  if (text.size() == 4) return Period{year / 1 / 1, year / 12 / 31};
  const std::chrono::month month(static_cast<unsigned>(number_of(text.substr(5, 2))));
  if (!month.ok())
    return refusal("there is no month " + std::string(text.substr(5, 2)),
                   "months go from 01 to 12, as in 2022-12");
  const sys_days last = year / month / std::chrono::last;
  if (text.size() == 7) return Period{year / month / 1, last};
  const year_month_day day =
      year / month / std::chrono::day(static_cast<unsigned>(number_of(text.substr(8, 2))));
  if (day.ok()) return Period{day, day};
  const std::string name(time::month_names()[static_cast<unsigned>(month) - 1]);
  return refusal(
      name + ' ' + std::string(text.substr(0, 4)) + " has no day " + std::string(text.substr(8, 2)),
      "its last day is " + iso(last));
}

bool is_calendar(std::string_view text) {
  return has_form(text, "dddd") || has_form(text, "dddd-dd") || has_form(text, "dddd-dd-dd");
}

/// The last day of the month for the 31st of one that has 30.
sys_days within_month(const year_month_day& day) {
  return day.ok() ? sys_days(day) : sys_days(day.year() / day.month() / std::chrono::last);
}

/// `6m` before `today`; of up to four digits.
std::optional<sys_days> read_age(std::string_view text, sys_days today) {
  if (text.size() < 2 || text.size() > 5) return std::nullopt;
  const std::string_view digits = text.substr(0, text.size() - 1);
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  const int count = number_of(digits);
  const auto earlier = [&]() -> std::optional<sys_days> {
    switch (text.back()) {
      case 'd':
        return today - days(count);
      case 'w':
        return today - std::chrono::weeks(count);
      case 'm':
        return within_month(year_month_day(today) - std::chrono::months(count));
      case 'y':
        return within_month(year_month_day(today) - std::chrono::years(count));
      default:
        return std::nullopt;
    }
  }();
  return earlier ? std::optional(std::max(*earlier, first_day)) : std::nullopt;
}

Result<Period> read_period(std::string_view written, std::string_view today_text) {
  if (is_calendar(written)) return read_calendar(written);
  const auto today = is_calendar(today_text) ? read_calendar(today_text) : no_date(today_text);
  if (!today) return today.error();
  const std::string text = text::lower_ascii(written);
  if (text == "today") return *today;
  const auto age = read_age(text == "yesterday" ? "1d" : text, today->last);
  if (!age) return no_date(written);
  return Period{*age, *age};
}

Result<Days> read_range(std::string_view begin, std::string_view end, std::string_view today) {
  Days range;
  if (!begin.empty()) {
    const auto period = read_period(begin, today);
    if (!period) return period.error();
    range.begin = iso(period->first);
  }
  if (!end.empty()) {
    const auto period = read_period(end, today);
    if (!period) return period.error();
    range.end = iso(period->last);
  }
  if (begin.empty() || end.empty() || range.begin <= range.end) return range;
  return refusal(range.begin + " is after " + range.end,
                 "write the earlier date first, such as 2023..2024-05");
}

/// What comes before or after a period, without any of it.
Result<Days> read_side(Meaning meaning, std::string_view value, std::string_view today) {
  const auto period = read_period(value, today);
  if (!period) return period.error();
  const bool is_after = meaning == Meaning::after;
  if (is_after ? period->last == last_day : period->first == first_day)
    return refusal(
        "there is no day " + std::string(is_after ? "after " : "before ") + std::string(value),
        "write a year from 0001 to 9998");
  if (is_after) return Days{iso(period->last + days(1)), ""};
  return Days{"", iso(period->first - days(1))};
}

}  // namespace

Result<Days> read_days(Meaning meaning, std::string_view value, std::string_view today) {
  constexpr std::string_view dots = "..";
  const std::size_t at = value.find(dots);
  if (meaning != Meaning::on && at != std::string_view::npos)
    return refusal(as_typed(value) + " is a range", "write a range as date:2023..2024-05");
  if (meaning != Meaning::on) return read_side(meaning, value, today);
  if (at == std::string_view::npos) return read_range(value, value, today);
  if (value == dots) return no_date(value);
  return read_range(value.substr(0, at), value.substr(at + dots.size()), today);
}

}  // namespace blogsearch::index
