// SPDX-License-Identifier: GPL-2.0-or-later
//
// What else a name in code is looked up by.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace blogsearch::text {

/// Folded: `camel` and `case` of `camelCase`, `snake` and `case` of `snake_case`, `c++` of `c++20`,
/// `1.2.3` and `1.2` of `v1.2.3`. `name` ends where the marks behind the word begin.
[[nodiscard]] std::vector<std::string> parts_of(std::string_view word, std::size_t name);

/// Looks like a checksum or base64, not like anything a person would type.
[[nodiscard]] bool is_digest(std::string_view word);

}  // namespace blogsearch::text
