// SPDX-License-Identifier: GPL-2.0-or-later
//
// The arguments of a shortcode.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace blogsearch::markup {

/// `src="a.png" alt: 'b' c, "d"`: named by '=' or ':', or by their place; apart by spaces or
/// commas; quoted by `"`, `'` or backticks.
class Arguments {
 public:
  explicit Arguments(std::string_view text);

  /// The first that has one of the names; or empty.
  [[nodiscard]] std::string named(std::initializer_list<std::string_view> names) const;

  /// The one at `place` among those without a name; or empty.
  [[nodiscard]] std::string at(std::size_t place) const;

 private:
  struct Argument {
    std::string name, value;
  };
  std::vector<Argument> arguments_;
};

}  // namespace blogsearch::markup
