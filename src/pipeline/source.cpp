// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/source.hpp"

#include <utility>

#include "io/read.hpp"
#include "text/encoding.hpp"

namespace blogsearch::pipeline {

Result<Source> read_source(const std::filesystem::path& file, const model::Limits& limits) {
  Result<std::string> bytes = io::read(file, limits.file_size);
  if (!bytes) {
    Diagnostic finding = std::move(bytes).error();
    if (finding.code == Code::io_too_large)
      finding.hint = "exclude it with posts.exclude if it is not a post, or raise limits.file_size";
    return finding;
  }
  const std::uint64_t digest = io::digest(*bytes);
  return Source{SourceText(io::shown(file), text::to_utf8(std::move(*bytes))), digest};
}

}  // namespace blogsearch::pipeline
