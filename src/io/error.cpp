// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/error.hpp"

#include <algorithm>
#include <array>

namespace blogsearch::io {
namespace {

struct Failure {
  int error;
  std::string_view reason, remedy;
};
constexpr std::array<Failure, 14> failures{{
    {ENOENT, "no such file or folder", "check the spelling of the path"},
    {EACCES, "permission denied", "give the user who runs blogsearch the right to it"},
    {EPERM, "not permitted", "give the user who runs blogsearch the right to it"},
    {EISDIR, "is a folder", "name a file"},
    {ENOTDIR, "a part of the path is not a folder",
     "choose a path that leads through folders only"},
    {ENOSPC, "no space left on the disk", "make space and run the command again"},
    {EDQUOT, "disk quota exceeded", "make space and run the command again"},
    {EROFS, "read-only file system", "choose a place that can be written to"},
    {EFBIG, "file size limit reached", "raise the limit (ulimit -f)"},
    {EIO, "input/output error", "look for a failing disk in the system's log"},
    {ELOOP, "too many symbolic links", "remove the link that leads back to itself"},
    {EMFILE, "too many open files", "raise the limit (ulimit -n)"},
    {ENAMETOOLONG, "file name too long", "choose a shorter name"},
    {EEXIST, "exists already", "remove it, or choose another name"},
}};

const Failure* find(int error) {
  const auto* row = std::find_if(failures.begin(), failures.end(),
                                 [error](const Failure& r) { return r.error == error; });
  return row == failures.end() ? nullptr : row;
}

}  // namespace

std::string reason(int error) {
  const Failure* known = find(error);
  return known == nullptr ? "system error " + std::to_string(error) : std::string(known->reason);
}

std::string remedy(int error) {
  const Failure* known = find(error);
  return std::string(known == nullptr ? "errno(3) of the system's manual has the numbers"
                                      : known->remedy);
}

Diagnostic failure(Code code, std::string_view deed, const std::filesystem::path& path, int error) {
  Diagnostic finding;
  finding.code = code;
  finding.message = std::string(deed).append(": ").append(reason(error));
  finding.hint = remedy(error);
  finding.file = shown(path);
  return finding;
}

}  // namespace blogsearch::io
