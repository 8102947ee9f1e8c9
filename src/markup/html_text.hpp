// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words in a piece of raw HTML.
#pragma once

#include <string>
#include <string_view>

namespace blogsearch::markup {

/// `html` without tags, comments, scripts and styles, character references decoded (numeric ones
/// and the few names that stand in prose). One linear pass over any bytes.
[[nodiscard]] std::string html_text(std::string_view html);

}  // namespace blogsearch::markup
