// SPDX-License-Identifier: GPL-2.0-or-later
//
// Pieces of files, many of one file and in any order.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "blogsearch/core/span.hpp"
#include "io/file.hpp"

namespace blogsearch::io {

class Pieces {
 public:
  /// Nothing where the file cannot be read, or ends before.
  [[nodiscard]] std::optional<std::string> read(const std::filesystem::path& file, Span place);

 private:
  std::map<std::filesystem::path, File> open_;
};

}  // namespace blogsearch::io
