// SPDX-License-Identifier: GPL-2.0-or-later
//
// A text line by line.
#pragma once

#include <algorithm>
#include <string_view>

#include "blogsearch/core/span.hpp"

namespace blogsearch::frontmatter {

struct Line {
  std::string_view text;  ///< without its ending and trailing blanks
  Span span;              ///< with its ending
};

[[nodiscard]] inline Line line_at(std::string_view bytes, std::size_t begin) {
  const std::size_t newline = bytes.find('\n', begin);
  const std::size_t end = newline == std::string_view::npos ? bytes.size() : newline + 1;
  std::string_view text = bytes.substr(begin, end - begin);
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  return {text.substr(0, last == std::string_view::npos ? 0 : last + 1), {begin, end}};
}

}  // namespace blogsearch::frontmatter
