// SPDX-License-Identifier: GPL-2.0-or-later
//
// What no text may exceed, whatever it is written in: front matter comes from anybody, and the
// libraries behind the readers would go on until memory or the stack is used up.
#pragma once

#include <cstddef>

#include "core/source_text.hpp"

namespace blogsearch::syntax {

inline constexpr std::size_t node_limit = 10'000;
inline constexpr std::size_t depth_limit = 100;

/// The two refusals, syntax.too-large; spans are relative to the text the reader was given.
[[nodiscard]] Diagnostic too_many_nodes(std::size_t limit);
[[nodiscard]] Diagnostic too_deep(std::size_t at);

}  // namespace blogsearch::syntax
