// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/temporary_folder.hpp"

#include <cstdlib>
#include <string>
#include <system_error>

#include "io/error.hpp"

namespace blogsearch::io {

Result<TemporaryFolder> TemporaryFolder::make() {
  std::error_code error;
  std::filesystem::path parent = std::filesystem::temp_directory_path(error);
  if (error) parent = "/tmp";
  std::string name = (parent / "blogsearch-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr)
    return failure(Code::io_unwritable, "cannot make a temporary folder", parent, errno);
  return TemporaryFolder(name);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace blogsearch::io
