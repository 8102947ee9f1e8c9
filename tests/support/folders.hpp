// SPDX-License-Identifier: GPL-2.0-or-later
//
// Folders a test works in.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace blogsearch::support {

/// Makes a folder the current one for a while.
class Inside {
 public:
  explicit Inside(const std::filesystem::path& folder) : before_(std::filesystem::current_path()) {
    std::filesystem::current_path(folder);
  }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
  ~Inside() { std::filesystem::current_path(before_); }

 private:
  std::filesystem::path before_;
};

inline void copy_folder(const std::filesystem::path& from, const std::filesystem::path& to) {
  using std::filesystem::copy_options;
  std::filesystem::copy(from, to, copy_options::recursive | copy_options::copy_symlinks);
}

/// The lines of a file; none when it is not there.
inline std::vector<std::string> read_lines(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace blogsearch::support
