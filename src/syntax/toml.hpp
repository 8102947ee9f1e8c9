// SPDX-License-Identifier: GPL-2.0-or-later
//
// TOML 1.0 into the neutral tree.
#pragma once

#include <optional>

#include "core/source_text.hpp"
#include "syntax/limits.hpp"
#include "syntax/node.hpp"

namespace blogsearch::syntax {

/// Reads the part `span` of `source`; all spans in the tree and in findings are places of
/// `source`. Dates and numbers keep their text. Members are in the order written; a dotted key
/// makes mappings in mappings. Empty after an error: syntax.invalid-toml, syntax.duplicate-key,
/// syntax.too-large (more than `limit` values, more than 100 levels).
[[nodiscard]] std::optional<Node> read_toml(const SourceText& source, Span span,
                                            Diagnostics& findings, std::size_t limit = node_limit);

}  // namespace blogsearch::syntax
