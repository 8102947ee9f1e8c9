// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/inside.hpp"

#include <algorithm>
#include <system_error>
#include <utility>

namespace blogsearch::io {

namespace fs = std::filesystem;

std::optional<fs::path> find_inside(const fs::path& root, const fs::path& path) {
  std::error_code error;
  fs::path real = fs::canonical(path, error);
  if (error || root.empty()) return std::nullopt;
  const auto [end, at] = std::mismatch(root.begin(), root.end(), real.begin(), real.end());
  return end == root.end() ? std::optional(std::move(real)) : std::nullopt;
}

fs::path canonical_folder(const fs::path& folder) {
  std::error_code error;
  fs::path real = fs::canonical(folder.empty() ? fs::path(".") : folder, error);
  return error ? fs::path() : real;
}

}  // namespace blogsearch::io
