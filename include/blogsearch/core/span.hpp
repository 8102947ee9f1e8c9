// SPDX-License-Identifier: GPL-2.0-or-later
//
// A place in a text, in bytes.
#pragma once

#include <cstddef>

namespace blogsearch {
inline namespace core {

/// Half-open range of bytes [begin, end) within one text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return end == begin; }
  /// The same place in a text that contains this one at `offset`.
  [[nodiscard]] Span shifted(std::size_t offset) const { return {begin + offset, end + offset}; }

  bool operator==(const Span&) const = default;
};

}  // namespace core
}  // namespace blogsearch
