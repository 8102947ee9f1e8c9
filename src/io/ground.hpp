// SPDX-License-Identifier: GPL-2.0-or-later
//
// Paths as they are written down from a folder, so that neither the current folder nor the place
// of that folder on a disk is in what is kept.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace blogsearch::io {

class Ground {
 public:
  /// `folder` as it was given, absolute or from the current folder.
  explicit Ground(const std::filesystem::path& folder);

  /// From the folder, with '/' between names; "." is the folder itself. A path that was given
  /// whole and leads elsewhere stays whole; what is empty stays empty.
  [[nodiscard]] std::string inward(const std::string& path) const;

  /// A path to be opened and to be shown. The inverse of `inward`: of all ways to write a path
  /// there is one.
  [[nodiscard]] std::string outward(std::string_view inward) const;

  [[nodiscard]] std::string settled(const std::string& path) const { return outward(inward(path)); }

 private:
  std::string prefix_;  ///< of the folder as it was given; empty: the current one
  std::filesystem::path folder_;
};

}  // namespace blogsearch::io
