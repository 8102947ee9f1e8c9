// SPDX-License-Identifier: GPL-2.0-or-later
//
// What each diagnostic is about, in a sentence, for those who meet its code without a message: the
// readers of docs/diagnostics.md and of a SARIF file.
#pragma once

#include <string_view>

#include "blogsearch/core/code.hpp"

namespace blogsearch::cli {

/// Begins lower case and has no full stop. Empty for a code that is not in the table yet.
[[nodiscard]] std::string_view rule_of(Code code);

}  // namespace blogsearch::cli
