// SPDX-License-Identifier: GPL-2.0-or-later
//
// Finds and opens the index a command is to answer from.
#pragma once

#include <optional>

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/index/searcher.hpp"
#include "cli/arguments.hpp"

namespace blogsearch::cli {

inline constexpr Option config_option{"--config", "", "FILE",
                                      "the config (the nearest blogsearch.yaml upwards)"};
inline constexpr Option index_option{"--index", "", "DIR", "the index (.blogsearch/index)"};

/// That of --index; else the one the config names. Empty after an error.
[[nodiscard]] std::optional<index::Searcher> open_index(const Arguments& arguments,
                                                        Diagnostics& findings);

}  // namespace blogsearch::cli
