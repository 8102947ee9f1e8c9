// SPDX-License-Identifier: GPL-2.0-or-later
//
// The only place where diagnostics become text, and where their exit status is decided.
#pragma once

#include <string>
#include <string_view>

#include "blogsearch/core/diagnostic.hpp"
#include "cli/console.hpp"
#include "cli/style.hpp"

namespace blogsearch::cli {

/// 70 for a bug, else 2 for usage, else 3 for the environment, else 75 for another build, else 1
/// for errors in posts, else 0. Warnings do not count.
[[nodiscard]] int exit_status(const Diagnostics& findings);

/// `path:line:col: error: message [code]`, the line, a caret below the place, the hint. On a
/// terminal of `width` columns message and hint are wrapped, and of a long line the part around
/// the place is shown.
[[nodiscard]] std::string describe(const Diagnostic& finding, Colour colour,
                                   std::size_t width = std::string::npos);

/// `2 errors, 1 warning`; empty without findings.
[[nodiscard]] std::string tally(const Diagnostics& findings);

enum class Verbosity { quiet, normal, verbose };

/// Every finding to `console.err`, and a tally when there are several; `quiet` leaves only errors.
void show(const Diagnostics& findings, Verbosity verbosity, Console& console);

/// Shows the one finding that ends a command; its exit status.
[[nodiscard]] int fail(Diagnostic finding, Console& console);

/// Writes a command's results to `console.out`. `status`, unless they could not be written.
[[nodiscard]] int deliver(std::string_view results, int status, Console& console);

}  // namespace blogsearch::cli
