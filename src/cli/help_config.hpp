// SPDX-License-Identifier: GPL-2.0-or-later
//
// The keys of blogsearch.yaml, as the terminal shows them.
#pragma once

#include <string>
#include <string_view>

#include "blogsearch/core/result.hpp"

namespace blogsearch::cli {

/// What stands before the keys, wherever they are listed.
[[nodiscard]] std::string_view about_config();

[[nodiscard]] std::string help_of_config();

/// Of `feeds.limit`, or of a part such as `feeds.built.root`.
[[nodiscard]] Result<std::string> help_of_key(std::string_view key);

}  // namespace blogsearch::cli
