// SPDX-License-Identifier: GPL-2.0-or-later
//
// The man pages and docs/config.md, made of the program's own tables and of docs/query.md.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace blogsearch::manual {

/// By the names of their files: `blogsearch-build.1`.
[[nodiscard]] std::map<std::string, std::string> pages();

/// docs/config.md.
[[nodiscard]] std::string config_page();

/// `blogsearch-query.7`, of docs/query.md: headings, paragraphs, tables, numbered lists, blocks.
[[nodiscard]] std::string query_page(std::string_view markdown);

}  // namespace blogsearch::manual
