// SPDX-License-Identifier: GPL-2.0-or-later
//
// Words that hold a sentence together and say nothing of what it is about.
#pragma once

#include <string_view>

namespace blogsearch::text {

/// `word` folded; `language` a code of ISO 639-1. No word is one in a language without a list.
[[nodiscard]] bool is_stop_word(std::string_view word, std::string_view language);

}  // namespace blogsearch::text
