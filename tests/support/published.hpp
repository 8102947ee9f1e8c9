// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a build has left, as texts that can be compared.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace blogsearch::support {

/// The posts of an index by id, in the order of ids: their terms, values and data. Where a post
/// stands in the database, and by which numbers facets are known, is nobody's business.
[[nodiscard]] std::string content_of(const std::filesystem::path& folder);

using Tree = std::map<std::string, std::string>;

/// The files below a folder, and what is in them.
[[nodiscard]] Tree tree_of(const std::filesystem::path& folder);

/// When each entry below a folder was last written or otherwise changed, and which it is.
[[nodiscard]] Tree stamps_of(const std::filesystem::path& folder);

}  // namespace blogsearch::support
