// SPDX-License-Identifier: GPL-2.0-or-later
#include "time/forms.hpp"

#include <algorithm>

namespace blogsearch::time {
namespace {

constexpr Form table[] = {
    // ISO 8601: extended, basic, day of the year, week
    {"Y-d-d", "ymd", "2022-12-14"},
    {"B", "B", "20221214"},
    {"Y-J", "yo", "2022-348"},
    {"Y-Wd-d", "ywk", "2022-W50-3"},
    {"YWJ", "yK", "2022W503"},
    // year first
    {"Y/d/d", "ymd", "2022/12/14"},
    {"Y.d.d", "ymd", "2022.12.14"},
    {"Y年d月d日", "ymd", "2022年12月14日"},
    // the month by its name
    {"MdY", "dy", "Dec 14 2022"},
    {"M-d-Y", "dy", "Dec-14-2022"},
    {"dMY", "dy", "14 Dec 2022"},
    {"d-M-Y", "dy", "14-Dec-2022"},
    {"d/M/Y", "dy", "14/Dec/2022"},
    {"YMd", "yd", "2022 Dec 14"},
    {"Y-M-d", "yd", "2022-Dec-14"},
    {"dMd", "dr", "14 Dec 22"},
    {"d-M-d", "dr", "14-Dec-22"},
    // the year behind the clock: ANSI C, date(1), Ruby, git
    {"MdtY", "dy", "Dec 14 10:00:00 2022"},
    {"MdtzY", "dy", "Dec 14 10:00:00 CET 2022"},
    {"dMtY", "dy", "14 Dez 10:00:00 2022"},
    {"dMtzY", "dy", "14 Dez 10:00:00 CET 2022"},
    // day or month first
    {"d.d.Y", "dmy", "14.12.2022"},
    {"d/d/Y", "eey", "14/12/2022"},
    {"d-d-Y", "eey", "14-12-2022"},
    // a count since 1970
    {"U", "U", "1671012000"},
    {"S", "S", "1671012000000"},

    // no year of four digits
    {"d-d-d", "ccc", "22-12-14"},
    {"d/d/d", "ccc", "12/14/22"},
    {"d.d.d", "ccc", "14.12.22"},
    {"Mdd", "cc", "Dec 14 22"},
    {"M-d-d", "cc", "Dec-14-22"},
    {"d/M/d", "cc", "14/Dec/22"},
    // something is missing
    {"Y", "y", "2022"},
    {"Y-d", "ym", "2022-12"},
    {"Y/d", "ym", "2022/12"},
    {"Y.d", "ym", "2022.12"},
    {"Y年d月", "ym", "2022年12月"},
    {"Y年", "y", "2022年"},
    {"d-Y", "my", "12-2022"},
    {"d/Y", "my", "12/2022"},
    {"d.Y", "my", "12.2022"},
    {"MY", "y", "Dec 2022"},
    {"M-Y", "y", "Dec-2022"},
    {"YM", "y", "2022 Dec"},
    {"Y-M", "y", "2022-Dec"},
    {"M", "", "Dec"},
    {"Md", "d", "Dec 14"},
    {"M-d", "d", "Dec-14"},
    {"dM", "d", "14 Dec"},
    {"d-M", "d", "14-Dec"},
    {"d-d", "md", "12-14"},
    {"d/d", "md", "12/14"},
    {"d.d", "dm", "14.12"},
    {"d.d.", "dm", "14.12."},
    {"d月d日", "md", "12月14日"},
    {"d", "d", "14"},
    {"Y-Wd", "yw", "2022-W50"},
    {"YWd", "yw", "2022W50"},
    {"", "", "10:00"},
};

/// What is left without a weekday, clock and zone around it.
std::string_view date_part(std::string_view shape) {
  for (const char kind : {'t', 'z', 'w'})
    if (shape.starts_with(kind)) shape.remove_prefix(1);
  for (const char kind : {'z', 't', 'w'})
    if (shape.ends_with(kind)) shape.remove_suffix(1);
  return shape;
}

bool has(const Form& form, char role) { return form.roles.find(role) != std::string_view::npos; }

}  // namespace

std::span<const Form> forms() { return table; }

const Form* find_form(std::string_view shape) {
  const auto found =
      std::find_if(std::begin(table), std::end(table),
                   [date = date_part(shape)](const Form& form) { return form.shape == date; });
  return found == std::end(table) ? nullptr : found;
}

bool is_complete(const Form& form) {
  if (form.roles.size() == 1) return has(form, 'B') || has(form, 'U') || has(form, 'S');
  if (has(form, 'o') || has(form, 'k') || has(form, 'K')) return true;
  const bool has_month =
      has(form, 'm') || has(form, 'e') || form.shape.find('M') != form.shape.npos;
  const bool has_day = has(form, 'd') || has(form, 'e');
  return has_month && has_day && (has(form, 'y') || has(form, 'r'));
}

}  // namespace blogsearch::time
