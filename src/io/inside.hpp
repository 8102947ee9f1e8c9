// SPDX-License-Identifier: GPL-2.0-or-later
//
// Symbolic links must not lead out of a folder whose owner did not say so.
#pragma once

#include <filesystem>
#include <optional>

namespace blogsearch::io {

/// Whether links that lead out of a folder are followed.
enum class Links { inside, anywhere };

/// The file or folder that `path` is in the end, all links followed, if that lies in the folder
/// `root`, which is canonical itself. Nothing when it lies elsewhere or does not exist.
[[nodiscard]] std::optional<std::filesystem::path> find_inside(const std::filesystem::path& root,
                                                               const std::filesystem::path& path);

/// The folder without links; empty when it does not exist.
[[nodiscard]] std::filesystem::path canonical_folder(const std::filesystem::path& folder);

}  // namespace blogsearch::io
