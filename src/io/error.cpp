// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/error.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace blogsearch::io {

std::string reason(int error) {
  constexpr std::array<std::pair<int, std::string_view>, 14> reasons{{
      {ENOENT, "no such file or folder"},
      {EACCES, "permission denied"},
      {EPERM, "not permitted"},
      {EISDIR, "is a folder"},
      {ENOTDIR, "a part of the path is not a folder"},
      {ENOSPC, "no space left on the disk"},
      {EDQUOT, "disk quota exceeded"},
      {EROFS, "read-only file system"},
      {EFBIG, "file size limit reached"},
      {EIO, "input/output error"},
      {ELOOP, "too many symbolic links"},
      {EMFILE, "too many open files"},
      {ENAMETOOLONG, "file name too long"},
      {EEXIST, "exists already"},
  }};
  const auto* row = std::find_if(reasons.begin(), reasons.end(),
                                 [error](const auto& r) { return r.first == error; });
  return row == reasons.end() ? "system error " + std::to_string(error) : std::string(row->second);
}

Diagnostic failure(Code code, std::string_view deed, const std::filesystem::path& path, int error) {
  Diagnostic finding;
  finding.code = code;
  finding.message = std::string(deed).append(": ").append(reason(error));
  finding.file = shown(path);
  return finding;
}

}  // namespace blogsearch::io
