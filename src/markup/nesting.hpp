// SPDX-License-Identifier: GPL-2.0-or-later
//
// A guard before gumbo, which takes gigabytes and minutes on some hundred kilobytes of elements
// that are never closed.
#pragma once

#include <string_view>

namespace blogsearch::markup {

/// Whether an HTML tree of `html` stays small: at most 256 elements open at once, few elements
/// that a parser must open again in every block, no tag with thousands of attributes. One linear
/// pass over any bytes.
[[nodiscard]] bool is_tame(std::string_view html);

}  // namespace blogsearch::markup
