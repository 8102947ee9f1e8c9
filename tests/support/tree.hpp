// SPDX-License-Identifier: GPL-2.0-or-later
//
// Neutral trees as one line, for comparison.
#pragma once

#include <string>

#include "syntax/node.hpp"

namespace blogsearch::support {

/// `{a: "b", c: [d, ~]}`: quoted scalars in quotes, null as `~`.
[[nodiscard]] std::string dump(const syntax::Node& node);

}  // namespace blogsearch::support
