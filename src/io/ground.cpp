// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/ground.hpp"

#include <system_error>

namespace blogsearch::io {
namespace {

namespace fs = std::filesystem;

fs::path complete(const fs::path& path) {
  std::error_code ignored;
  fs::path normal = fs::absolute(path.empty() ? fs::path(".") : path, ignored).lexically_normal();
  return normal.has_filename() ? normal : normal.parent_path();  // `/site/` → `/site`
}

/// Names between single slashes, none of them `.` or `..`.
bool is_plain(std::string_view path) {
  if (path.empty()) return false;
  for (;;) {
    const std::string_view name = path.substr(0, path.find('/'));
    if (name.empty() || name == "." || name == "..") return false;
    if (name.size() == path.size()) return true;
    path.remove_prefix(name.size() + 1);
  }
}

bool leads_out(std::string_view relative) {
  return relative == ".." || relative.starts_with("../");
}

}  // namespace

Ground::Ground(const fs::path& folder) : folder_(complete(folder)) {
  if (folder_ == complete({})) return;
  prefix_ = folder.lexically_normal().generic_string();
  if (!prefix_.ends_with('/')) prefix_ += '/';
}

std::string Ground::inward(const std::string& path) const {
  if (path.empty()) return path;
  // Most paths are made of the folder's: nothing has to be worked out.
  if (path.starts_with(prefix_))
    if (const auto rest = std::string_view(path).substr(prefix_.size()); is_plain(rest))
      return std::string(rest);
  const fs::path whole = complete(path);
  std::string relative = whole.lexically_relative(folder_).generic_string();
  return path.front() == '/' && leads_out(relative) ? whole.generic_string() : relative;
}

std::string Ground::outward(std::string_view inward) const {
  if (inward.empty() || inward.front() == '/') return std::string(inward);
  if (inward == "." || leads_out(inward))
    return (fs::path(prefix_) / inward).lexically_normal().native();
  return prefix_ + std::string(inward);
}

}  // namespace blogsearch::io
