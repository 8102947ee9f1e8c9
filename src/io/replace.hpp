// SPDX-License-Identifier: GPL-2.0-or-later
//
// Writes a file so that nobody ever sees a half of it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "blogsearch/core/result.hpp"
#include "io/file.hpp"

namespace blogsearch::io {

enum class Change { written, unchanged };

/// The next version of a file, written to a temporary beside it. Until `commit` the old version
/// stands; a Replacement that is destroyed before removes its temporary. Missing folders are
/// made. The first failure is kept and told by `commit`.
class Replacement {
 public:
  [[nodiscard]] static Result<Replacement> begin(const std::filesystem::path& target);

  /// The same, but written inside `scratch`: `commit` tells what would change and changes nothing.
  [[nodiscard]] static Result<Replacement> rehearse(const std::filesystem::path& target,
                                                    const std::filesystem::path& scratch);
  Replacement(Replacement&& other) noexcept;
  Replacement& operator=(Replacement&&) noexcept = delete;
  ~Replacement();

  void write(std::string_view bytes);

  /// A target that holds the same bytes already is not touched. Otherwise: fsync, rename, fsync
  /// of the folder. Afterwards only the destructor may be called.
  [[nodiscard]] Result<Change> commit();

 private:
  Replacement(std::filesystem::path target, std::filesystem::path temporary, File file);

  static Result<Replacement> open(const std::filesystem::path& target,
                                  const std::filesystem::path& folder);
  void flush();
  [[nodiscard]] Diagnostic failed(int error) const;

  std::filesystem::path target_;
  std::filesystem::path temporary_;  ///< empty once committed
  File file_;
  std::string buffer_;
  int error_ = 0;
  bool is_rehearsal_ = false;
};

/// All at once.
[[nodiscard]] Result<Change> replace(const std::filesystem::path& target, std::string_view bytes);

/// Makes the renames and new files inside `folder` durable.
[[nodiscard]] Result<void> sync_folder(const std::filesystem::path& folder);

}  // namespace blogsearch::io
