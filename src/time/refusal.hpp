// SPDX-License-Identifier: GPL-2.0-or-later
//
// How the reader of dates says no.
#pragma once

#include <string>
#include <string_view>

#include "blogsearch/core/diagnostic.hpp"

namespace blogsearch::time {

[[nodiscard]] Diagnostic refusal(Code code, Span span, std::string message, std::string hint);

/// `text` in quotes; cut when long, without control characters, so that a message stays one line.
[[nodiscard]] std::string quoted(std::string_view text);

/// What to write when nothing nearer to the author's words can be told.
inline constexpr std::string_view any_date = "write a date such as 2022-12-14 or Dec 14 2022";

}  // namespace blogsearch::time
