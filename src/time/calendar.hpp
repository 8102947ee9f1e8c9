// SPDX-License-Identifier: GPL-2.0-or-later
//
// From the numbers of a date to its day in the calendar.
#pragma once

#include <date/date.h>

#include <string_view>

#include "blogsearch/core/result.hpp"
#include "time/forms.hpp"
#include "time/pieces.hpp"
#include "time/read.hpp"

namespace blogsearch::time {

/// Refuses days that no calendar has, dates that mean two days or none, and years beyond the
/// conventions' limits. `form` is the form of `pieces`, and not Unix time.
[[nodiscard]] Result<date::local_days> find_day(std::string_view value, const Pieces& pieces,
                                                const Form& form, const Conventions& conventions);

/// The reason to refuse `year`, if there is one.
[[nodiscard]] std::optional<Diagnostic> find_far_year(date::year year, Span span,
                                                      const Conventions& conventions);

/// `2022-12-14`
[[nodiscard]] std::string iso(const date::year_month_day& day);

}  // namespace blogsearch::time
