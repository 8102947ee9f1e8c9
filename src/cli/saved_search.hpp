// SPDX-License-Identifier: GPL-2.0-or-later
//
// `query @name`: a query that the config has a name for.
#pragma once

#include <map>
#include <string>

#include "blogsearch/core/result.hpp"

namespace blogsearch::cli {

/// `words` with the name at their beginning, if there is one, replaced by what it stands for. What
/// cannot be a name, such as `@astrojs/rss`, is a word, and so is everything on a site without
/// saved searches; where there are some, a name that nobody gave is an error.
[[nodiscard]] Result<std::string> expand_saved(const std::string& words,
                                               const std::map<std::string, std::string>& saved);

}  // namespace blogsearch::cli
