// SPDX-License-Identifier: GPL-2.0-or-later
//
// Tags for identifying languages: RFC 5646 (BCP 47).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace blogsearch::text {

/// `tag` in the case that RFC 5646, section 2.1.1, recommends, each `_` as `-`: `zh_hans_cn` is
/// `zh-Hans-CN`. Empty when it has not the shape of section 2.1 (`langtag` or `privateuse`);
/// whether the subtags are registered is not asked, but a language of more than three letters
/// (`english`) is refused: none is.
[[nodiscard]] std::optional<std::string> language_tag(std::string_view tag);

/// Whether `code` is one of the languages of ISO 639-1, in lower case: `de`.
[[nodiscard]] bool is_language_code(std::string_view code);

}  // namespace blogsearch::text
