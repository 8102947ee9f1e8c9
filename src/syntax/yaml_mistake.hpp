// SPDX-License-Identifier: GPL-2.0-or-later
//
// What yaml-cpp says of a mistake, in words that help; and the mistakes it does not see.
// All spans are relative to `text`, the YAML that was read.
#pragma once

#include <optional>
#include <string_view>

#include "blogsearch/core/diagnostic.hpp"

namespace blogsearch::syntax {

/// A finding syntax.invalid-yaml. `theirs` is the library's message, `at` the place it noticed.
[[nodiscard]] Diagnostic yaml_mistake(std::string_view text, std::string_view theirs,
                                      std::size_t at);

/// A line of a mapping that has no `: `; yaml-cpp takes it for a key.
[[nodiscard]] Diagnostic line_without_colon(std::string_view text, Span line);

/// The quote at `opening` is never closed, or only behind the beginning of another key.
[[nodiscard]] std::optional<Diagnostic> find_unclosed_quote(std::string_view text,
                                                            std::size_t opening);

[[nodiscard]] Diagnostic nul_byte(std::size_t at);

/// A line, at `at`, that does not belong to what is above it.
[[nodiscard]] Diagnostic text_behind(std::string_view text, std::size_t at);

/// A line that begins with `%`: yaml-cpp takes it for the end of the document, and of all it reads.
[[nodiscard]] std::optional<Diagnostic> find_directive(std::string_view text);

/// The brackets of flow collections, outside quotes and comments.
struct Brackets {
  std::optional<std::size_t> too_deep;  ///< where the limit is passed
  std::optional<std::size_t> unclosed;  ///< the outermost that is never closed
};
[[nodiscard]] Brackets scan_brackets(std::string_view text);

}  // namespace blogsearch::syntax
