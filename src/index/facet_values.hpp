// SPDX-License-Identifier: GPL-2.0-or-later
//
// The values of all facets by number: a post carries a few small numbers, so that counting the
// values of thousands of posts compares no texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "index/record.hpp"

namespace blogsearch::index {

enum class FacetKind : std::uint8_t { tag, year, author, lang, section };

struct FacetValue {
  FacetKind kind = FacetKind::tag;
  std::string text;

  friend bool operator<(const FacetValue& a, const FacetValue& b) {
    return std::tie(a.kind, a.text) < std::tie(b.kind, b.text);
  }
};

/// Numbers in the order in which values come first.
class FacetValues {
 public:
  FacetValues() = default;

  /// `values` keep their numbers.
  explicit FacetValues(const std::vector<FacetValue>& values) {
    for (const FacetValue& value : values) numbers_.try_emplace(value, numbers_.size());
  }

  /// Gives numbers to a post's values.
  void note(const Record& record);

  /// The numbers of a post's values, which were noted, packed.
  [[nodiscard]] std::string numbers_of(const Record& record) const;

  /// For the index's metadata.
  [[nodiscard]] std::string encode() const;

 private:
  std::map<FacetValue, std::size_t> numbers_;
};

/// By their numbers; those behind a place that makes no sense are missing.
[[nodiscard]] std::vector<FacetValue> decode_facet_values(std::string_view bytes);

}  // namespace blogsearch::index
