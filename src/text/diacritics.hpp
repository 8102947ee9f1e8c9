// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace blogsearch::text {

/// Without the diacritics of Latin and Greek letters: `café` is `cafe`, `ø` is `o`, `ё` is `е`.
[[nodiscard]] std::string without_diacritics(std::string_view word);

}  // namespace blogsearch::text
