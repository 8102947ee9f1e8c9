// SPDX-License-Identifier: GPL-2.0-or-later
//
// What no post may exceed. A post comes from anybody, and a build must end whatever is in it: what
// is over a limit is told of that post, and the others are published.
#pragma once

#include <cstddef>

namespace blogsearch::model {

struct Limits {
  std::size_t file_size = std::size_t{2} << 20U;  ///< bytes
  std::size_t front_matter_size = 64U << 10U;     ///< bytes between its fences
  std::size_t front_matter_values = 10'000;       ///< aliases as often as they are used
  std::size_t nesting = 256;                      ///< HTML elements of a body open at once
  std::size_t markup = 100'000;  ///< lines and signs of markup in a body: markup/burden.hpp
  std::size_t search_size = std::size_t{1} << 20U;  ///< bytes of a post's text that are searched
  std::size_t tags = 200;  ///< tags of a post; categories, authors and series, too
};

}  // namespace blogsearch::model
