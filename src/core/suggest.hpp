// SPDX-License-Identifier: GPL-2.0-or-later
//
// "Did you mean": the known word nearest to a mistyped one.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace blogsearch {
inline namespace core {

/// The candidate nearest to `word` by insertions, deletions, substitutions and swaps of
/// neighbours (ASCII case ignored), if at most a third of the word is wrong. The first of equals.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view word,
                                                      std::span<const std::string_view> candidates);

/// `did you mean "title"?`, or empty when nothing is near.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       std::span<const std::string_view> candidates);

}  // namespace core
}  // namespace blogsearch
