// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/facets.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "index/schema.hpp"
#include "io/pack.hpp"

namespace blogsearch::index {

void FacetCounter::operator()(const Xapian::Document& document, double /*weight*/) {
  const std::string numbers = document.get_value(slot::facets);
  for (io::Unpacker from(numbers); !from.at_end();)
    if (const std::uint64_t number = from.number(); number < counts_.size()) ++counts_[number];
}

Facets FacetCounter::facets() const {
  Facets facets;
  const std::array<Facet*, 5> by_kind{&facets.tag, &facets.year, &facets.author, &facets.lang,
                                      &facets.section};
  for (std::size_t i = 0; i < counts_.size(); ++i)
    if (counts_[i] > 0)
      by_kind.at(static_cast<std::size_t>(values_[i].kind))
          ->emplace_back(values_[i].text, counts_[i]);
  for (Facet* facet : by_kind)
    std::sort(facet->begin(), facet->end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
  return facets;
}

}  // namespace blogsearch::index
