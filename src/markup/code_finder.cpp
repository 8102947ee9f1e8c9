// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/code_finder.hpp"

#include <algorithm>

namespace blogsearch::markup {
namespace {

constexpr std::size_t npos = std::string_view::npos;

struct Fence {
  char mark = '`';
  std::size_t length = 0;
  bool is_quoted = false;
};

/// The fence that a line opens, behind whatever containers begin in that line.
std::optional<Fence> fence_of(std::string_view line) {
  Fence fence;
  std::size_t at = skip_blanks(line, 0);
  while (at < line.size() && line[at] != '`' && line[at] != '~') {
    if (line[at] == '>') {
      fence.is_quoted = true;
      ++at;
    } else if (const auto behind = list_marker_end(line, at)) {
      at = *behind;
    } else {
      return std::nullopt;
    }
    at = skip_blanks(line, at);
  }
  if (at >= line.size()) return std::nullopt;
  fence.mark = line[at];
  const std::size_t end = std::min(line.find_first_not_of(fence.mark, at), line.size());
  fence.length = end - at;
  if (fence.length < 3) return std::nullopt;
  if (fence.mark == '`' && line.find('`', end) != npos) return std::nullopt;
  return fence;
}

bool closes(const Fence& fence, std::string_view line) {
  std::size_t at = skip_blanks(line, 0);
  while (fence.is_quoted && at < line.size() && line[at] == '>') at = skip_blanks(line, at + 1);
  const std::size_t end = std::min(line.find_first_not_of(fence.mark, at), line.size());
  return at < end && end - at >= fence.length && is_blank(line.substr(end));
}

bool is_quoted(std::string_view line) {
  const std::size_t at = skip_blanks(line, 0);
  return at < line.size() && line[at] == '>';
}

}  // namespace

std::size_t line_end(std::string_view text, std::size_t at) {
  const std::size_t newline = text.find('\n', at);
  return newline == npos ? text.size() : newline + 1;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  return std::min(at, text.size());
}

bool is_blank(std::string_view line) {
  for (const char c : line)
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') return false;
  return true;
}

std::optional<std::size_t> list_marker_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end - at < 9 && text[end] >= '0' && text[end] <= '9') ++end;
  const std::string_view marks = end == at ? "-*+" : ".)";
  if (end >= text.size() || marks.find(text[end]) == npos) return std::nullopt;
  ++end;
  const bool is_apart = end >= text.size() || text[end] == ' ' || text[end] == '\t' ||
                        text[end] == '\n' || text[end] == '\r';
  return is_apart ? std::optional(end) : std::nullopt;
}

std::optional<std::size_t> CodeFinder::fence_end(std::size_t line) const {
  std::size_t next = line_end(text_, line);
  const auto fence = fence_of(text_.substr(line, next - line));
  if (!fence) return std::nullopt;
  while (next < text_.size()) {
    const std::size_t begin = next;
    next = line_end(text_, begin);
    const std::string_view row = text_.substr(begin, next - begin);
    if (fence->is_quoted && !is_quoted(row)) return begin;
    if (closes(*fence, row)) return next;
  }
  return text_.size();
}

std::optional<std::size_t> CodeFinder::block_end(std::size_t line) {
  if (const auto fence = fence_end(line)) {
    is_behind_blank_ = false;
    return fence;
  }
  const std::size_t end = line_end(text_, line);
  const std::string_view row = text_.substr(line, end - line);
  if (is_blank(row)) {
    is_behind_blank_ = true;
    return std::nullopt;
  }
  const std::size_t indent = skip_blanks(row, 0);
  const bool is_deep = indent >= 4 || row[0] == '\t';
  if (list_marker_end(row, indent) && !(is_deep && is_behind_blank_ && !is_in_list_))
    is_in_list_ = true;
  else if (indent == 0 && is_behind_blank_)
    is_in_list_ = false;
  is_behind_blank_ = is_behind_blank_ && is_deep && !is_in_list_;
  return is_behind_blank_ ? std::optional(end) : std::nullopt;
}

std::size_t CodeFinder::run_end(std::size_t at) const {
  return std::min(text_.find_first_not_of(text_[at], at), text_.size());
}

std::optional<std::size_t> CodeFinder::span_end(std::size_t at) {
  const std::size_t behind = run_end(at);
  const std::size_t length = behind - at;
  if (length > longest_run || at < none_before_[length]) return std::nullopt;
  for (std::size_t i = text_.find_first_of("`\n", behind); i != npos;
       i = text_.find_first_of("`\n", i)) {
    if (text_[i] == '`') {
      const std::size_t end = run_end(i);
      if (end - i == length) return end;
      i = end;
    } else {
      const std::size_t end = line_end(text_, ++i);
      if (!is_blank(text_.substr(i, end - i))) continue;
      none_before_[length] = i;
      return std::nullopt;
    }
  }
  none_before_[length] = text_.size();
  return std::nullopt;
}

}  // namespace blogsearch::markup
