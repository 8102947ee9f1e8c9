// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the index stores of a post to show it in an answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "blogsearch/time/timestamp.hpp"

namespace blogsearch::index {

struct Record {
  std::string url;
  std::string path;
  std::string title;
  time::Timestamp published;
  time::Timestamp updated;
  std::vector<std::string> tags;
  std::vector<std::string> authors;
  std::string lang;
  std::string text;  ///< the body, single spaces

  bool operator==(const Record&) const = default;
};

/// A version byte and the members in their order (pack.hpp).
[[nodiscard]] std::string encode(const Record& record);

/// Nothing when `bytes` are not what `encode` made, whole.
[[nodiscard]] std::optional<Record> decode(std::string_view bytes);

}  // namespace blogsearch::index
