// SPDX-License-Identifier: GPL-2.0-or-later
//
// Finds the files of a folder.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "blogsearch/core/diagnostic.hpp"
#include "io/inside.hpp"

namespace blogsearch::io {

/// Whether `path` (with '/' separators) matches a pattern of `?`, `*` (within one segment),
/// `**` (any number of whole segments) and `{a,b}`.
[[nodiscard]] bool matches(std::string_view pattern, std::string_view path);

struct Found {
  std::string file;  ///< to be opened
  std::string path;  ///< relative to the walked folder, '/' separators
};

struct Patterns {
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  std::vector<std::filesystem::path> without = {};  ///< folders that are passed over
  Links links = Links::inside;
};

/// Files below `folder` whose path matches one of `include` and none of `exclude`, in byte order
/// of their paths whatever order the file system lists them in. Names that begin with '.' are
/// passed over, and so are symbolic links to folders; of links to files those that lead out of
/// `folder` are refused (io.leads-out). With Links::anywhere all are followed, each folder once: by
/// the path without links, else by the first in the order of paths. A `folder` that is a file is
/// itself the one file found. What cannot be listed is reported and the walk goes on.
[[nodiscard]] std::vector<Found> walk(const std::filesystem::path& folder, const Patterns& patterns,
                                      Diagnostics& findings);

}  // namespace blogsearch::io
