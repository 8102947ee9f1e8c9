// SPDX-License-Identifier: GPL-2.0-or-later
//
// The files of a test collection of retrieval.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "blogsearch/core/diagnostic.hpp"
#include "pipeline/measures.hpp"

namespace blogsearch::pipeline {

struct CollectionText {
  std::string id, title, text;
};

struct Collection {
  std::vector<CollectionText> documents, queries;  ///< as the files have them
  std::map<std::string, Judgements> judgements;    ///< by query
};

/// Empty after an error, which names the file and, where there is one, the line.
[[nodiscard]] std::optional<Collection> read_collection(const std::filesystem::path& folder,
                                                        Diagnostics& findings);

}  // namespace blogsearch::pipeline
