// SPDX-License-Identifier: GPL-2.0-or-later
//
// How the reader of queries says that something was not understood as it looks.
#pragma once

#include <string>
#include <string_view>

#include "blogsearch/core/diagnostic.hpp"

namespace blogsearch::index {

[[nodiscard]] Diagnostic query_hint(Span span, std::string message, std::string hint);

/// `typed` between backquotes; cut when it is long.
[[nodiscard]] std::string as_typed(std::string_view typed);

}  // namespace blogsearch::index
