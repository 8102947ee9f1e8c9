// SPDX-License-Identifier: GPL-2.0-or-later
//
// The folder of an index. Readers follow the stub, builds only ever add beside it:
//
//   XAPIANDB       "auto gen-000002": the generation that is read; a Xapian stub file, so that
//                  Xapian's own tools open the folder, too. A comment in it seals the generation
//   gen-000001/    the one before, for readers that are just opening it
//   gen-000002/    a Xapian database; never written to once it is here
//   .build-Xa3fQ0/ a build under way, or what a dead one left
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "blogsearch/core/result.hpp"

namespace blogsearch::index {

/// The generation that is read: index.missing when there is none, index.damaged when the stub
/// leads nowhere or a file is not as long as it was when it was published.
[[nodiscard]] Result<std::filesystem::path> find_generation(const std::filesystem::path& folder);

/// Makes `folder` when it is missing. Refuses a file and a folder that holds anything else.
[[nodiscard]] Result<void> prepare_folder(const std::filesystem::path& folder);

/// A new folder for one build inside `folder`.
[[nodiscard]] Result<std::filesystem::path> make_build_folder(const std::filesystem::path& folder);

/// The files of a generation into the folder `copy`, which is made.
[[nodiscard]] Result<void> copy_generation(const std::filesystem::path& generation,
                                           const std::filesystem::path& copy);

/// Makes the database `built`, which lies in a build folder, the generation that is read: its
/// files go to disk, then the folders, then the stub. Removes
/// generations but the new one and the one before, and build folders, this one's too.
[[nodiscard]] Result<void> publish_generation(const std::filesystem::path& folder,
                                              const std::filesystem::path& built);

/// What a build has left here that died, in the order of names; nothing where this is no folder of
/// an index.
[[nodiscard]] std::vector<std::filesystem::path> find_litter(const std::filesystem::path& folder);

/// What the stub says, for who wants to know whether it still says so; empty without one.
[[nodiscard]] std::string stub_of(const std::filesystem::path& folder);

}  // namespace blogsearch::index
