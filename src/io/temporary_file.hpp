// SPDX-License-Identifier: GPL-2.0-or-later
//
// Files that are not whole yet: how they are named, and how those of dead processes are found.
#pragma once

#include <filesystem>
#include <vector>

namespace blogsearch::io {

/// A new name beside `target`, on the same file system, that no reader takes for a feed and no
/// other program gives: `.atom.xml.4711.0.blogsearch`.
[[nodiscard]] std::filesystem::path temporary_beside(const std::filesystem::path& target,
                                                     int attempt);

enum class Depth { folder, tree };

/// All files of such names in `folder`, or also in the folders below it. Links are not followed.
[[nodiscard]] std::vector<std::filesystem::path> find_temporaries(
    const std::filesystem::path& folder, Depth depth);

}  // namespace blogsearch::io
