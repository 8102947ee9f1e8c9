// SPDX-License-Identifier: GPL-2.0-or-later
//
// The published index as what the next one is made of, where few posts have changed.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "blogsearch/core/result.hpp"

namespace blogsearch::index {

struct Stored {
  Xapian::docid document = 0;
  std::uint64_t made_of = 0;
};

struct Base {
  std::filesystem::path generation;
  std::map<std::string, Stored> posts;  ///< by id
  std::string languages;                ///< of the metadata, as they are there
  std::string settings;
  std::string facets;
  std::uintmax_t compact_bytes = 0;  ///< of the files when they were written in one go
};

/// Nothing where there is none, or one of another schema, of another version of Xapian or whose
/// words were stemmed in other ways; index.damaged where it cannot be read.
[[nodiscard]] Result<std::optional<Base>> read_base(const std::filesystem::path& folder,
                                                    const std::string& language);

/// Reads all of `generation`, which is in `folder`: index.damaged where a table is not whole.
[[nodiscard]] Result<void> examine(const std::filesystem::path& folder,
                                   const std::filesystem::path& generation);

/// Of the files in `folder`.
[[nodiscard]] std::uintmax_t bytes_in(const std::filesystem::path& folder);

}  // namespace blogsearch::index
