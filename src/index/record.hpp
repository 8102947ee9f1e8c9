// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the index stores of a post to show it in an answer.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "blogsearch/time/timestamp.hpp"

namespace blogsearch::index {

/// What stands below a heading.
struct Section {
  std::size_t begin = 0;  ///< in Record::text
  std::string title;
  std::string anchor;  ///< may be empty

  bool operator==(const Section&) const = default;
};

struct Record {
  std::string url;
  std::string path;
  std::string title;
  time::Timestamp published;
  time::Timestamp updated;
  std::vector<std::string> tags;
  std::vector<std::string> authors;
  std::string lang;
  std::string section;
  std::string text;  ///< the body without its headings: a line a block, single spaces
  std::vector<Section> sections;

  bool operator==(const Record&) const = default;
};

/// A version byte and the members in their order (pack.hpp).
[[nodiscard]] std::string encode(const Record& record);

/// Nothing when `bytes` are not what `encode` made, whole.
[[nodiscard]] std::optional<Record> decode(std::string_view bytes);

}  // namespace blogsearch::index
