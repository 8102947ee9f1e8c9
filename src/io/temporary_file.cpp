// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/temporary_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>

namespace blogsearch::io {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".blogsearch";

/// Takes `.123` off the end of `name`.
bool drop_number(std::string_view& name) {
  const std::size_t dot = name.find_last_not_of("0123456789");
  if (dot == std::string_view::npos || name[dot] != '.' || dot + 1 == name.size()) return false;
  name = name.substr(0, dot);
  return true;
}

bool is_temporary(std::string_view name) {
  if (!name.starts_with('.') || !name.ends_with(ending)) return false;
  name.remove_suffix(ending.size());
  return drop_number(name) && drop_number(name) && name.size() > 1;
}

bool is_temporary(const fs::directory_entry& entry) {
  std::error_code ignored;
  return is_temporary(entry.path().filename().string()) &&
         fs::is_regular_file(entry.symlink_status(ignored));
}

template <class Iterator>
std::vector<fs::path> sweep(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  Iterator entry(folder, fs::directory_options::skip_permission_denied, error);
  for (; !error && entry != Iterator(); entry.increment(error))
    if (is_temporary(*entry)) found.push_back(entry->path());
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

fs::path temporary_beside(const fs::path& target, int attempt) {
  const std::string name = "." + target.filename().string() + "." + std::to_string(::getpid()) +
                           "." + std::to_string(attempt) + std::string(ending);
  return target.parent_path() / name;
}

File open_beside(const fs::path& target, fs::path& temporary) {
  for (int attempt = 0; attempt < 100; ++attempt) {
    temporary = temporary_beside(target, attempt);
    File file(::open(temporary.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (file || errno != EEXIST) return file;
  }
  return File(-1);
}

std::vector<fs::path> find_temporaries(const fs::path& folder, Depth depth) {
  const fs::path place = folder.empty() ? fs::path(".") : folder;
  return depth == Depth::tree ? sweep<fs::recursive_directory_iterator>(place)
                              : sweep<fs::directory_iterator>(place);
}

}  // namespace blogsearch::io
