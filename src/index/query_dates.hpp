// SPDX-License-Identifier: GPL-2.0-or-later
//
// The dates of a query: `2024`, `2023-05..2024-01`, `6m..`, `yesterday`.
#pragma once

#include <string>
#include <string_view>

#include "blogsearch/core/result.hpp"
#include "index/query_names.hpp"

namespace blogsearch::index {

/// Days `2024-05-17`, both within; empty: open.
struct Days {
  std::string begin, end;
};

/// What `date:VALUE`, `after:VALUE` or `before:VALUE` covers, by the meaning of the name. Ages are
/// counted back from `today`, a day `2024-05-17`. The reason is without a span.
[[nodiscard]] Result<Days> read_days(Meaning meaning, std::string_view value,
                                     std::string_view today);

}  // namespace blogsearch::index
