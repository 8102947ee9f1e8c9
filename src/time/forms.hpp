// SPDX-License-Identifier: GPL-2.0-or-later
//
// The forms of a date: which of its numbers is what. A form that is not in the table is refused.
#pragma once

#include <span>
#include <string_view>

namespace blogsearch::time {

/// `roles` has a letter for each number of the shape, in their order:
///
///     y  year        o  day of the year                B  year, month and day: 20221214
///     m  month       w  ISO week                       K  ISO week and weekday: 503
///     d  day         k  ISO weekday                    U  Unix time, S in milliseconds
///     e  month or day, as the numbers or the site's order decide
///     r  year of two digits, right only where RFC 822 and RFC 850 have it: before clock and zone
///     c  number of a date that has no year of four digits
struct Form {
  std::string_view shape;  ///< as in pieces.hpp, without weekday and what follows the date
  std::string_view roles;
  std::string_view example;
};

/// Complete ones first. The others are known in order to say what is missing.
[[nodiscard]] std::span<const Form> forms();

/// The form of a whole value: [weekday] date [weekday] [clock [zone]], or the clock first.
[[nodiscard]] const Form* find_form(std::string_view shape);

/// Whether it has a year, a month and a day, or means as much.
[[nodiscard]] bool is_complete(const Form& form);

}  // namespace blogsearch::time
