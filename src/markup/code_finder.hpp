// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where code stands in Markdown: between fences and between backticks.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace blogsearch::markup {

/// Offsets into one text. To be asked from left to right; all answers together take linear time.
class CodeFinder {
 public:
  explicit CodeFinder(std::string_view text) : text_(text) {}

  /// Behind the last line of the fenced block that the line at `line` opens. A fence may stand
  /// behind indentation, list markers and '>'; one that is never closed runs to the end of its
  /// quotation, or of the text.
  [[nodiscard]] std::optional<std::size_t> fence_end(std::size_t line) const;

  /// Behind the fenced block that the line at `line` opens, or behind that line if it belongs to an
  /// indented block: four columns, behind a blank line, in no list. To be asked for every line that
  /// no earlier answer covers.
  [[nodiscard]] std::optional<std::size_t> block_end(std::size_t line);

  /// Behind the code span that the run of backticks at `at` opens; it ends in its paragraph.
  [[nodiscard]] std::optional<std::size_t> span_end(std::size_t at);

  /// Behind the run of one character at `at`.
  [[nodiscard]] std::size_t run_end(std::size_t at) const;

 private:
  static constexpr std::size_t longest_run = 80;  // cmark knows no longer ones

  std::string_view text_;
  /// By the length of a run: in front of this offset no such run closes a span.
  std::array<std::size_t, longest_run + 1> none_before_{};
  bool is_behind_blank_ = true;  ///< or behind a line of an indented block
  bool is_in_list_ = false;
};

/// Behind the newline that ends the line at `at`, or the end of `text`.
[[nodiscard]] std::size_t line_end(std::string_view text, std::size_t at);

/// The first offset from `at` on that holds neither space nor tab.
[[nodiscard]] std::size_t skip_blanks(std::string_view text, std::size_t at);

[[nodiscard]] bool is_blank(std::string_view line);

/// Behind a list marker (`- `, `12. `) at `at`; nullopt when there is none.
[[nodiscard]] std::optional<std::size_t> list_marker_end(std::string_view text, std::size_t at);

}  // namespace blogsearch::markup
