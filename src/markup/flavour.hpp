// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a post's body is written in.
#pragma once

#include <filesystem>

namespace blogsearch::markup {

enum class Flavour { markdown, mdx, html };

/// By the extension in any letter case; what no row names is Markdown.
[[nodiscard]] Flavour flavour_of(const std::filesystem::path& file);

}  // namespace blogsearch::markup
