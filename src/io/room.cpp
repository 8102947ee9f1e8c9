// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/room.hpp"

#include <cerrno>
#include <system_error>

#include "io/error.hpp"

namespace blogsearch::io {

Result<void> require_room(const std::filesystem::path& path, std::uintmax_t bytes) {
  std::error_code error;
  const std::filesystem::space_info space = std::filesystem::space(path, error);
  if (error || space.available >= bytes) return {};  // whoever writes will see what is wrong
  return failure(Code::io_unwritable, "cannot write", path, ENOSPC);
}

}  // namespace blogsearch::io
