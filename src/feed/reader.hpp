// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the readers of XML and JSON feeds have in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "blogsearch/feed/reader.hpp"
#include "core/source_text.hpp"

namespace blogsearch::feed {

[[nodiscard]] std::optional<std::vector<OldEntry>> read_xml(const SourceText& source,
                                                            Diagnostics& findings);
[[nodiscard]] std::optional<std::vector<OldEntry>> read_json(const SourceText& source,
                                                             Diagnostics& findings);

/// Takes `entry` in, its id without white space around it, or its URL in place of a missing one.
void take(OldEntry entry, const SourceText& source, std::size_t at, std::vector<OldEntry>& entries,
          Diagnostics& findings);

/// A date as any generator writes one; without an offset it is UTC.
[[nodiscard]] std::optional<time::Timestamp> read_date(std::string_view text);

/// `title` as plain text: tags go, character references become characters. A lone `<` stays.
[[nodiscard]] std::string plain_title(std::string_view title);

[[nodiscard]] Diagnostic not_a_feed(std::string message, std::string hint, Span span = {});

}  // namespace blogsearch::feed
