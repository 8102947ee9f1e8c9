// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a page of the docs shows of a terminal, done again.
#pragma once

#include <filesystem>
#include <string>

namespace blogsearch::cli {

/// The page with what is said today below each command of its `console` blocks, when they are given
/// one after the other in the current folder, to a terminal of 80 columns without colours, at the
/// begin of 2025. A `diff` block is an edit: what is behind its `-` becomes, in blogsearch.yaml,
/// what is behind its `+`.
[[nodiscard]] std::string replay(const std::filesystem::path& page);

}  // namespace blogsearch::cli
