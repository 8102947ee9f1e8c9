// SPDX-License-Identifier: GPL-2.0-or-later
//
// A hit in a form of the user's own: `{title}\t{url}`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "blogsearch/core/result.hpp"
#include "blogsearch/index/searcher.hpp"

namespace blogsearch::cli {

struct TemplatePiece {
  std::string text;
  std::string (*field)(const index::Hit& hit) = nullptr;  ///< behind the text; null at the end
};
using Template = std::vector<TemplatePiece>;

/// Text with the names of a hit's fields between braces; `\t`, `\n`, `\\`, `{{` and `}}` stand for
/// tab, line end, backslash and braces. An error points at its place in `text`.
[[nodiscard]] Result<Template> read_template(std::string_view text);

/// Each value is printable text on one line. Ends with a line end.
[[nodiscard]] std::string fill(const Template& form, const index::Hit& hit);

}  // namespace blogsearch::cli
