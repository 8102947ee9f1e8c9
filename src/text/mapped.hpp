// SPDX-License-Identifier: GPL-2.0-or-later
//
// Unicode's normal forms.
#pragma once

#include <string>
#include <string_view>

namespace blogsearch::text {

/// `text`, made legal, by utf8proc's options.
[[nodiscard]] std::string mapped(std::string_view text, int options);

/// NFKC without the marks on letters.
[[nodiscard]] std::string without_marks(std::string_view text);

}  // namespace blogsearch::text
