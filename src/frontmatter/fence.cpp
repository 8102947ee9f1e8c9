// SPDX-License-Identifier: GPL-2.0-or-later
#include "frontmatter/fence.hpp"

#include <algorithm>

namespace blogsearch::frontmatter {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct Line {
  std::string_view text;  ///< without its ending and trailing blanks
  Span span;              ///< with its ending
};

Line line_at(std::string_view bytes, std::size_t begin) {
  const std::size_t newline = bytes.find('\n', begin);
  const std::size_t end = newline == std::string_view::npos ? bytes.size() : newline + 1;
  std::string_view text = bytes.substr(begin, end - begin);
  const std::size_t last = text.find_last_not_of(" \t\r\n");
  return {text.substr(0, last == std::string_view::npos ? 0 : last + 1), {begin, end}};
}

Diagnostic unclosed(const SourceText& source, Span fence) {
  Diagnostic finding;
  finding.code = Code::frontmatter_unclosed;
  finding.message = "the front matter that begins here is never closed";
  finding.hint = "put a line `---` behind its last line";
  finding.span = fence;
  return source.place(std::move(finding));
}

Diagnostic too_large(const SourceText& source, Span fence) {
  Diagnostic finding;
  finding.code = Code::frontmatter_too_large;
  finding.message = "the front matter is larger than 64 KiB";
  finding.hint = "close it with a line `---`, or move its data out of the post";
  finding.span = fence;
  return source.place(std::move(finding));
}

}  // namespace

Result<Parts> split(const SourceText& source) {
  const std::string_view bytes = source.bytes();
  const std::size_t start = bytes.substr(0, 3) == byte_order_mark ? 3 : 0;
  const Span whole{start, bytes.size()};
  const std::size_t first = std::min(bytes.find_first_not_of(" \t\r\n", start), bytes.size());
  const std::size_t first_line = first == 0 ? 0 : bytes.rfind('\n', first - 1) + 1;
  const Line fence = line_at(bytes, std::max(first_line, start));
  if (fence.text != "---") return Parts{std::nullopt, whole};

  const std::size_t begin = fence.span.end;
  const Span opening{fence.span.begin, fence.span.begin + 3};
  for (Line line = line_at(bytes, begin); line.span.begin < bytes.size();
       line = line_at(bytes, line.span.end)) {
    if (line.span.begin - begin > size_limit) return too_large(source, opening);
    if (line.text == "---" || line.text == "...")
      return Parts{Span{begin, line.span.begin}, {line.span.end, bytes.size()}};
  }
  return unclosed(source, opening);
}

}  // namespace blogsearch::frontmatter
