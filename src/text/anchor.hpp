// SPDX-License-Identifier: GPL-2.0-or-later
//
// What each generator makes of one heading's text, before equal ones are told apart.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace blogsearch::text {

/// github-slugger 2.0.0.
[[nodiscard]] std::optional<std::string> github_anchor(std::string_view text);

/// Hugo 0.111, markup/goldmark/autoid.go.
[[nodiscard]] std::optional<std::string> hugo_anchor(std::string_view text);
[[nodiscard]] std::optional<std::string> hugo_ascii_anchor(std::string_view text);
[[nodiscard]] std::optional<std::string> hugo_blackfriday_anchor(std::string_view text);

/// kramdown-parser-gfm 1.1.0, behind kramdown's typographic symbols.
[[nodiscard]] std::optional<std::string> jekyll_anchor(std::string_view text);

/// kramdown 2.4.0, Converter::Base#basic_generate_id.
[[nodiscard]] std::optional<std::string> kramdown_anchor(std::string_view text);

/// Zola 0.19, the crate `slug`. Nothing when it would transliterate more than Latin letters.
[[nodiscard]] std::optional<std::string> zola_anchor(std::string_view text);
[[nodiscard]] std::optional<std::string> zola_safe_anchor(std::string_view text);

/// hexo-renderer-marked 7.0.1 with its defaults (smartypants), hexo-util 4.0.0.
[[nodiscard]] std::optional<std::string> hexo_anchor(std::string_view text);

/// markdown-it-anchor 10.0.0; percent-encoded as the page's ids are.
[[nodiscard]] std::optional<std::string> markdown_it_anchor(std::string_view text);

/// Python-Markdown 3.4.1, extensions/toc.py.
[[nodiscard]] std::optional<std::string> python_markdown_anchor(std::string_view text);

}  // namespace blogsearch::text
