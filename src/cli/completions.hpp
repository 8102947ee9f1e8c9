// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a shell may complete a word to, from the index: `blogsearch suggest --for`.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "blogsearch/index/searcher.hpp"

namespace blogsearch::cli {

/// Of what the last word is one: a query, plain words, the address of a post.
enum class Completed { query, word, post };
inline constexpr std::array<std::string_view, 3> completed_names{"query", "word", "post"};

/// What may stand in the place of the last of `words`, one a line; behind a tab, what it is. Empty
/// where nothing is known.
[[nodiscard]] std::string completions(const index::Searcher& searcher, Completed what,
                                      std::span<const std::string> words);

}  // namespace blogsearch::cli
