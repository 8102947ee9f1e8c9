// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/source_text.hpp"

#include <algorithm>

#include "core/characters.hpp"

namespace blogsearch {
inline namespace core {
namespace {

constexpr std::size_t excerpt_limit = 160;  // bytes; a minified line can be 58 KB long

/// Bytes [begin, end) of the line that contains `offset`, without its line ending.
Span line_around(std::string_view text, std::size_t offset) {
  const std::size_t before = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  std::size_t end = std::min(text.find('\n', offset), text.size());
  if (end > begin && text[end - 1] == '\r') --end;
  return {begin, end};
}

/// The part of `line` to show so that `place` is in it, cut between characters.
Span window(std::string_view text, Span line, Span place) {
  if (line.size() <= excerpt_limit) return line;
  const std::size_t lead = excerpt_limit / 2;
  std::size_t begin = place.begin > line.begin + lead ? place.begin - lead : line.begin;
  std::size_t end = std::min(begin + excerpt_limit, line.end);
  begin = std::min(begin, std::max(line.begin, end > excerpt_limit ? end - excerpt_limit : 0));
  while (begin > line.begin && continues_character(text[begin])) --begin;
  while (end < line.end && continues_character(text[end])) ++end;
  return {begin, end};
}

}  // namespace

Location SourceText::locate(Span span) const {
  const std::string_view text = bytes_;
  const std::size_t offset = std::min(span.begin, text.size());
  const Span line = line_around(text, offset);
  const std::size_t begin = std::min(offset, line.end);
  const std::size_t end = std::clamp(std::min(span.end, line.end), begin, line.end);
  const Span shown = window(text, line, {begin, end});

  Location location;
  location.line = 1 + static_cast<std::size_t>(
                          std::count(text.begin(), text.begin() + static_cast<long>(offset), '\n'));
  location.column = 1 + count_characters(text.substr(line.begin, begin - line.begin));
  location.excerpt = std::string(text.substr(shown.begin, shown.size()));
  std::replace(location.excerpt.begin(), location.excerpt.end(), '\t', ' ');
  location.caret = {begin - shown.begin, std::min(end, shown.end) - shown.begin};
  if (location.caret.empty()) ++location.caret.end;
  return location;
}

Diagnostic SourceText::place(Diagnostic finding, std::size_t offset) const {
  finding.span = finding.span.shifted(offset);
  finding.file = name_;
  finding.location = locate(finding.span);
  return finding;
}

}  // namespace core
}  // namespace blogsearch
