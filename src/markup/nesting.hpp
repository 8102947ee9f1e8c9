// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which elements are open, and whether they stand in each other so that a tree's parser would leave
// them where they are.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace blogsearch::markup {

/// HTML's rules for building a tree (13.2.6) move, close and add elements. Each of these tells
/// whether they certainly do not: each end tag closes what was opened last, nothing closes a
/// paragraph by beginning, rows, cells, items and terms stand in what they belong to, and tables
/// hold nothing else.
class Nesting {
 public:
  /// Takes no more than `most_open` elements that are open at once.
  explicit Nesting(std::size_t most_open) : most_open_(most_open) {}

  /// `name`, in lower case, is that of an element that feeds keep; it is seen until it is closed.
  [[nodiscard]] bool open(std::string_view name);
  [[nodiscard]] bool close(std::string_view name);
  [[nodiscard]] bool text(std::string_view text) const;
  /// At the end.
  [[nodiscard]] bool is_closed() const { return open_.empty(); }

 private:
  /// What an element is to those around it.
  struct Role {
    bool is_block = false;  ///< it would close a paragraph
    unsigned group = 0;     ///< of a group no element stands in another: `p`, `a`, headings
    unsigned holds = 0;     ///< a kind of part, which stands nowhere else
    unsigned part = 0;      ///< of what holds that kind
    bool is_pure = false;   ///< it holds nothing but its parts
  };
  struct Open {
    std::string_view name;
    Role role;
  };
  [[nodiscard]] static Role role_of(std::string_view name);
  [[nodiscard]] bool fits(const Role& role) const;

  std::size_t most_open_;
  std::vector<Open> open_;  ///< outermost first
};

}  // namespace blogsearch::markup
