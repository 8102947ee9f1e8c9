// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words that no post has: what they may have been meant to be.
#pragma once

#include <map>
#include <string>

#include "index/lexicon.hpp"
#include "index/query_tree.hpp"

namespace blogsearch::index {

/// Whether the last word of a query is one that is still being typed.
enum class Typing { done, going_on };

/// Puts near words of the index in the place of words that occur nowhere, and lets the last word
/// stand for longer ones where it occurs nowhere or is being typed. Words that occur are never
/// corrected, nor are phrases, excluded words and those of fields that are compared whole. Returns
/// what was put in whose place (as text::Token says words).
std::map<std::string, std::string> mend(Node& root, Typing typing, Lexicon& lexicon);

/// `query` with words replaced.
[[nodiscard]] std::string with_corrections(const std::string& query,
                                           const std::map<std::string, std::string>& corrections);

}  // namespace blogsearch::index
