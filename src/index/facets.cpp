// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/facets.hpp"

#include <algorithm>

#include "index/pack.hpp"

namespace blogsearch::index {
namespace {

Facet sorted(Facet facet) {
  std::sort(facet.begin(), facet.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  return facet;
}

Facet facet_of(const ListCountSpy& spy) {
  return sorted(Facet(spy.counts().begin(), spy.counts().end()));
}

Facet facet_of(const Xapian::ValueCountMatchSpy& spy) {
  Facet facet;
  for (auto value = spy.values_begin(); value != spy.values_end(); ++value)
    if (!(*value).empty()) facet.emplace_back(*value, value.get_termfreq());
  return sorted(std::move(facet));
}

Facet years_of(const Xapian::ValueCountMatchSpy& months) {
  std::map<std::string, std::size_t> years;
  for (auto value = months.values_begin(); value != months.values_end(); ++value)
    years[(*value).substr(0, (*value).rfind('-'))] += value.get_termfreq();
  return sorted(Facet(years.begin(), years.end()));
}

}  // namespace

void ListCountSpy::operator()(const Xapian::Document& document, double /*weight*/) {
  const std::string packed = document.get_value(slot_);
  for (Unpacker from(packed); !from.at_end();) ++counts_[std::string(from.text())];
}

FacetCounter::FacetCounter(Xapian::Enquire& enquire) {
  for (Xapian::MatchSpy* const spy :
       std::initializer_list<Xapian::MatchSpy*>{&tags_, &months_, &authors_, &langs_, &sections_})
    enquire.add_matchspy(spy);
}

Facets FacetCounter::facets() const {
  return {facet_of(tags_), years_of(months_), facet_of(authors_), facet_of(langs_),
          facet_of(sections_)};
}

}  // namespace blogsearch::index
