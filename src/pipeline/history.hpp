// SPDX-License-Identifier: GPL-2.0-or-later
//
// What git knows about when files were written.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "blogsearch/core/result.hpp"
#include "blogsearch/time/timestamp.hpp"

namespace blogsearch::pipeline {

/// Author dates of commits, in the author's offset.
struct FileHistory {
  time::Timestamp first;  ///< of the commit that made the file, under whatever name
  time::Timestamp last;   ///< of the last that changed it; moving it is no change
};

/// By the path below the repository's top folder, as it is called now.
using History = std::map<std::string, FileHistory, std::less<>>;

/// From what `git log -z --name-status` prints with the format of `read_history`.
[[nodiscard]] History history_in(std::string_view log);

/// Of the repository whose working tree's top is `folder`, with one run of git. Errors:
/// pipeline.no-git-history when there is no git, no repository, a shallow one, or one of an owner
/// git does not trust.
[[nodiscard]] Result<History> read_history(const std::filesystem::path& folder);

/// The histories of the repositories that files lie in, each read once, when first asked for.
class Histories {
 public:
  /// Nothing for a file that was never committed.
  [[nodiscard]] Result<std::optional<FileHistory>> of(const std::filesystem::path& file);

 private:
  std::map<std::filesystem::path, Result<History>> by_folder_;
};

}  // namespace blogsearch::pipeline
