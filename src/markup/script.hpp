// SPDX-License-Identifier: GPL-2.0-or-later
//
// JavaScript inside MDX, as far as one must know it to find where it ends.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace blogsearch::markup {

/// Offsets into one text. Strings, templates, comments and brackets are tracked; what looks like
/// script but is never closed is found out at a cost that stays linear in the text.
class Script {
 public:
  explicit Script(std::string_view text) : text_(text), patience_(4 * text.size() + 4096) {}

  /// Behind the '}' that belongs to the '{' at `open`.
  [[nodiscard]] std::optional<std::size_t> expression_end(std::size_t open);

  /// Behind the last line of the import or export that begins at `begin`: it goes on while
  /// brackets are open and while its lines are neither complete nor followed by a blank one.
  [[nodiscard]] std::size_t module_end(std::size_t begin);

  /// Behind the JSX tag whose '<' is at `begin`.
  [[nodiscard]] std::optional<std::size_t> tag_end(std::size_t begin);

 private:
  std::optional<std::size_t> give_up(std::size_t begin, std::size_t end);

  std::string_view text_;
  std::size_t patience_;  ///< bytes that may still be read in vain
};

}  // namespace blogsearch::markup
