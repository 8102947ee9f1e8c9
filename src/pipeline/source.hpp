// SPDX-License-Identifier: GPL-2.0-or-later
//
// A post's file as text. Both passes of a build read it through here, so that a span found in the
// first means the same bytes in the second.
#pragma once

#include <cstdint>
#include <filesystem>

#include "blogsearch/core/result.hpp"
#include "blogsearch/model/limits.hpp"
#include "core/source_text.hpp"

namespace blogsearch::pipeline {

struct Source {
  SourceText text;           ///< UTF-8 without byte order mark
  std::uint64_t digest = 0;  ///< of the file's bytes
};

/// Errors: io.not-found, io.unreadable, io.too-large.
[[nodiscard]] Result<Source> read_source(const std::filesystem::path& file,
                                         const model::Limits& limits = {});

}  // namespace blogsearch::pipeline
