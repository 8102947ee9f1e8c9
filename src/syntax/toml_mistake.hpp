// SPDX-License-Identifier: GPL-2.0-or-later
//
// What toml++ says of a mistake, in words that help.
#pragma once

#include <string_view>

#include "blogsearch/core/diagnostic.hpp"

namespace blogsearch::syntax {

/// A finding syntax.invalid-toml whose span is relative to `text`. `description` is the library's,
/// `at` where it noticed.
[[nodiscard]] Diagnostic toml_mistake(std::string_view text, std::string_view description,
                                      std::size_t at);

/// Behind the `=` of a key, at `at`, no value begins.
[[nodiscard]] Diagnostic missing_value(std::string_view text, std::size_t at);

/// A `}` at `at` where a list is open.
[[nodiscard]] Diagnostic wrong_bracket(std::size_t at);

}  // namespace blogsearch::syntax
