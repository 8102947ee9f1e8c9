// SPDX-License-Identifier: GPL-2.0-or-later
//
// From characters to pieces: numbers, names, a clock, a zone. Which number is the year is not
// known here.
#pragma once

#include <string_view>

#include "blogsearch/core/result.hpp"
#include "time/pieces.hpp"
#include "time/read.hpp"

namespace blogsearch::time {

/// Refuses what is no piece of any date, and clocks and offsets that cannot be.
[[nodiscard]] Result<Pieces> scan(std::string_view value, const Conventions& conventions);

}  // namespace blogsearch::time
