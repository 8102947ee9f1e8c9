// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words as they are searched. Index, queries and snippets cut their texts here and nowhere else,
// so that what is typed is what was indexed.
//
// A word is a run of letters, digits and '_' of any script. Marks that belong to names stay with
// them: `c++`, `c++20`, `c#`, `.net`, `--flag`, `@scope`, `$variable`, `v1.2.3`, `don't`; `U.S.A.`
// is `usa`. Scripts written without spaces (Chinese, Japanese, Korean, Thai …) are cut into pairs
// of characters that overlap: any two or more characters of a run are some of its pairs, in a row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "blogsearch/core/span.hpp"

namespace blogsearch::text {

struct Token {
  enum class Form {
    whole,  ///< what a query is made of
    part,   ///< also of use to find the whole before it: `camel` of `camelCase`
  };
  std::string_view word;       ///< NFKC_Casefold, diacritics kept; of use during the visit only
  Span span;                   ///< its bytes in the text
  std::uint32_t position = 0;  ///< of the word in the text, from 0; a part has that of its whole
  Form form = Form::whole;
  bool is_joined = false;  ///< no space since the word before: `vector` of `std::vector`
  bool is_gram = false;    ///< one or two characters of a script without spaces
};

/// Calls `visit` for each word in its order. What nobody would type (words of more than 40
/// characters, digests, base64, lines without spaces) takes a position and is not visited.
void for_each_token(std::string_view text, const std::function<void(const Token&)>& visit);

/// The words that a query for `text` is made of, as Token::word says them.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

/// Whether a stemmer may see it: letters of any script, and apostrophes.
[[nodiscard]] bool is_natural(std::string_view word);

}  // namespace blogsearch::text
