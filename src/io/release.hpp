// SPDX-License-Identifier: GPL-2.0-or-later
//
// Files that appear together and whole: nobody ever sees a half of one.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

#include "blogsearch/core/result.hpp"

namespace blogsearch::io {

enum class Change { written, unchanged };

using Sink = std::function<void(std::string_view bytes)>;

/// Gives a file's bytes to a sink, in pieces; the same ones each time it is asked.
using Content = std::function<Result<void>(const Sink& sink)>;

/// One piece; `bytes` outlive it.
[[nodiscard]] Content content_of(std::string_view bytes);

/// New versions of files, written to temporaries beside them. Until `commit` the old versions
/// stand; a Release that is destroyed before removes its temporaries. No file stays open.
class Release {
 public:
  /// Of a rehearsal nothing is written: it tells what would change.
  enum class Kind { real, rehearsal };

  explicit Release(Kind kind = Kind::real) : kind_(kind) {}
  Release(Release&&) noexcept = default;
  Release& operator=(Release&&) noexcept = delete;
  ~Release();

  /// A target that holds the same bytes already is not touched. Missing folders are made.
  [[nodiscard]] Result<Change> add(const std::filesystem::path& target, const Content& content);
  [[nodiscard]] Result<Change> add(const std::filesystem::path& target, std::string_view bytes);

  /// The file goes with the others' renames, and its folder with it where nothing else is there.
  void remove(const std::filesystem::path& target) {
    if (kind_ == Kind::real) removed_.push_back(target);
  }

  /// fsync of all that has been added: the slow part of `commit`, for who has to wait anyway, and
  /// what may fail of it fails before anything is to be seen.
  [[nodiscard]] Result<void> sync();

  /// fsync of all, rename of all, fsync of their folders. Nothing can be added afterwards.
  [[nodiscard]] Result<void> commit();

 private:
  struct Staged {
    std::filesystem::path temporary;  ///< empty once it has become the target
    std::filesystem::path target;
    bool is_synced = false;
  };

  [[nodiscard]] Result<void> stage(const std::filesystem::path& target, const Content& content);

  Kind kind_;
  std::vector<Staged> staged_;
  std::vector<std::filesystem::path> removed_;
};

/// One file, all at once.
[[nodiscard]] Result<Change> replace(const std::filesystem::path& target, const Content& content);
[[nodiscard]] Result<Change> replace(const std::filesystem::path& target, std::string_view bytes);

/// Makes the files in `folder`, and `folder` itself, durable.
[[nodiscard]] Result<void> sync_files(const std::filesystem::path& folder);

/// Makes the renames and new files inside `folder` durable.
[[nodiscard]] Result<void> sync_folder(const std::filesystem::path& folder);

}  // namespace blogsearch::io
