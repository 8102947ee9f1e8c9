// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/facets.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "index/schema.hpp"
#include "io/pack.hpp"

namespace blogsearch::index {

void Matches::operator()(const Xapian::Document& document, double /*weight*/) {
  documents_.push_back(document.get_docid());
}

std::vector<std::size_t> Matches::count(std::size_t values) {
  std::vector<std::size_t> counts(values);
  if (!std::is_sorted(documents_.begin(), documents_.end()))
    std::sort(documents_.begin(), documents_.end());
  auto numbers = database_.valuestream_begin(slot::facets);
  const auto end = database_.valuestream_end(slot::facets);
  for (const Xapian::docid document : documents_) {
    if (numbers == end) break;
    numbers.skip_to(document);
    if (numbers == end || numbers.get_docid() != document) continue;
    const std::string packed = *numbers;
    for (io::Unpacker from(packed); !from.at_end();)
      if (const std::uint64_t number = from.number(); number < values) ++counts[number];
  }
  return counts;
}

Facets Matches::facets(const std::vector<FacetValue>& values) {
  const std::vector<std::size_t> counts = count(values.size());
  Facets facets;
  const std::array<Facet*, 5> by_kind{&facets.tag, &facets.year, &facets.author, &facets.lang,
                                      &facets.section};
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > 0)
      by_kind.at(static_cast<std::size_t>(values[i].kind))->emplace_back(values[i].text, counts[i]);
  for (Facet* facet : by_kind)
    std::sort(facet->begin(), facet->end(), [](const auto& a, const auto& b) {
      return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
  return facets;
}

}  // namespace blogsearch::index
