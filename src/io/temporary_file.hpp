// SPDX-License-Identifier: GPL-2.0-or-later
//
// Files that are not whole yet: how they are named, and how those of dead processes are found.
#pragma once

#include <filesystem>
#include <vector>

#include "io/file.hpp"

namespace blogsearch::io {

/// A new name beside `target`, on the same file system, that no reader takes for a feed and no
/// other program gives: `.atom.xml.4711.0.blogsearch`.
[[nodiscard]] std::filesystem::path temporary_beside(const std::filesystem::path& target,
                                                     int attempt);

/// Opens such a file, which nobody else has, to be read and written; its name into `temporary`. No
/// file: see `errno`.
[[nodiscard]] File open_beside(const std::filesystem::path& target,
                               std::filesystem::path& temporary);

enum class Depth { folder, tree };

/// All files of such names in `folder`, or also in the folders below it. Links are not followed.
[[nodiscard]] std::vector<std::filesystem::path> find_temporaries(
    const std::filesystem::path& folder, Depth depth);

}  // namespace blogsearch::io
