// SPDX-License-Identifier: GPL-2.0-or-later
//
// How a mapping grows: the same rule for keys given twice in every syntax.
#pragma once

#include "core/source_text.hpp"
#include "syntax/node.hpp"

namespace blogsearch::syntax {

/// A finding syntax.duplicate-key at `second`, naming both places; both are spans of `source`.
[[nodiscard]] Diagnostic duplicate_key(const SourceText& source, const std::string& key, Span first,
                                       Span second);

/// False, and a finding, when the key is there already; the first value stays.
bool add_member(Node& mapping, Member member, const SourceText& source, Diagnostics& findings);

}  // namespace blogsearch::syntax
