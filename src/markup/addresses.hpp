// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a link to a source file means on the site.
#pragma once

#include <string>
#include <string_view>

namespace blogsearch::markup {

/// `blog/post.md#part` → `blog/post#part`, `/x/_index.md` → `/x`; blanks are encoded.
[[nodiscard]] std::string page_address(std::string path);

/// Jekyll's own permalink of a post: `2016-07-26-name` → `/2016/07/26/name.html`.
[[nodiscard]] std::string post_address(std::string_view name);

/// Jekyll's own permalink of a source file: `about.md` → `/about.html`.
[[nodiscard]] std::string source_address(const std::string& path);

/// Zola's `@/blog/post.md#part` → `/blog/post/#part`; any other link is what it says.
[[nodiscard]] std::string page_of_link(std::string_view link);

}  // namespace blogsearch::markup
