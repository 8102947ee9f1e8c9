// SPDX-License-Identifier: GPL-2.0-or-later
//
// YAML 1.2 (the first document only) into the neutral tree.
#pragma once

#include <optional>

#include "core/source_text.hpp"
#include "syntax/limits.hpp"
#include "syntax/node.hpp"

namespace blogsearch::syntax {

/// Reads the part `span` of `source`; all spans in the tree and in findings are places of
/// `source`. Empty after an error: syntax.invalid-yaml, syntax.duplicate-key (yaml-cpp itself
/// takes those silently), syntax.too-large (more than `limit` values, aliases counted as often
/// as they are used; more than 100 levels). An empty document is a null node.
[[nodiscard]] std::optional<Node> read_yaml(const SourceText& source, Span span,
                                            Diagnostics& findings, std::size_t limit = node_limit);

}  // namespace blogsearch::syntax
