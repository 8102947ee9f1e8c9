// SPDX-License-Identifier: GPL-2.0-or-later
//
// How a text file's bytes become the UTF-8 that everything else reads.
#pragma once

#include <string>

namespace blogsearch::text {

/// A byte order mark decides: UTF-8 (the mark is dropped) or UTF-16 of either order; without one
/// the bytes stay. Halves of UTF-16 characters come out as bytes that `find_flaw` finds. Lines
/// that end with '\r' alone, in a text without any '\n', end with '\n' afterwards.
[[nodiscard]] std::string to_utf8(std::string bytes);

}  // namespace blogsearch::text
