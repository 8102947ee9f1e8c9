// SPDX-License-Identifier: GPL-2.0-or-later
//
// Shaping of valid UTF-8 text for people, URLs and comparison.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace blogsearch::text {

/// Runs of white space (also no-break and line separators) as one space, none at the ends.
[[nodiscard]] std::string squeeze(std::string_view text);

/// Without ASCII white space at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

/// The first words that fit into `limit` code points, with "…" when something was cut.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t limit);

/// ASCII letters only; for keywords of formats.
[[nodiscard]] std::string lower_ascii(std::string_view text);

/// NFKC_Casefold (UAX 31): equal for texts that differ in case or compatibility forms only.
[[nodiscard]] std::string fold(std::string_view text);

/// Lower-case words of letters and digits joined by '-'; letters of all scripts are kept.
/// Empty when `text` has none.
[[nodiscard]] std::string slug(std::string_view text);

/// Columns on a terminal (UAX 11: wide characters take two, combining ones none).
[[nodiscard]] std::size_t display_width(std::string_view text);

/// `&`, `<`, `>` and `"` as character references.
[[nodiscard]] std::string escape_html(std::string_view text);

}  // namespace blogsearch::text
