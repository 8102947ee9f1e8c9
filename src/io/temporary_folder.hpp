// SPDX-License-Identifier: GPL-2.0-or-later
//
// A folder of its own that goes when its owner goes.
#pragma once

#include <filesystem>
#include <utility>

#include "blogsearch/core/result.hpp"

namespace blogsearch::io {

class TemporaryFolder {
 public:
  /// Below TMPDIR, or /tmp.
  [[nodiscard]] static Result<TemporaryFolder> make();
  TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  TemporaryFolder& operator=(TemporaryFolder&&) noexcept = delete;
  ~TemporaryFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  explicit TemporaryFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

}  // namespace blogsearch::io
