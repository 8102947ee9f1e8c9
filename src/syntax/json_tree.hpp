// SPDX-License-Identifier: GPL-2.0-or-later
//
// JSON (RFC 8259) into the neutral tree. nlohmann-json keeps neither places nor the way numbers
// were written, so this is a reader of our own.
#pragma once

#include <optional>

#include "core/source_text.hpp"
#include "syntax/limits.hpp"
#include "syntax/node.hpp"

namespace blogsearch::syntax {

/// What the text is: a value, or the members of an object without the braces around them.
enum class Shape { value, members };

/// Reads the part `span` of `source`; all spans in the tree and in findings are places of
/// `source`. Empty after an error: syntax.invalid-json, syntax.duplicate-key, or syntax.too-large
/// where there are more than `limit` values.
[[nodiscard]] std::optional<Node> read_json(const SourceText& source, Span span,
                                            Diagnostics& findings, Shape shape = Shape::value,
                                            std::size_t limit = node_limit);

}  // namespace blogsearch::syntax
