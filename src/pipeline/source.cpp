// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/source.hpp"

#include <utility>

#include "io/read.hpp"
#include "text/encoding.hpp"

namespace blogsearch::pipeline {

Result<Source> read_source(const std::filesystem::path& file) {
  Result<std::string> bytes = io::read(file);
  if (!bytes) return std::move(bytes).error();
  const std::uint64_t digest = io::digest(*bytes);
  return Source{SourceText(io::shown(file), text::to_utf8(std::move(*bytes))), digest};
}

}  // namespace blogsearch::pipeline
