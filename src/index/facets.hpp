// SPDX-License-Identifier: GPL-2.0-or-later
//
// Counts the values of tag, year, author, language and section among all matching posts.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <map>
#include <string>

#include "blogsearch/index/searcher.hpp"
#include "index/schema.hpp"

namespace blogsearch::index {

/// Counts each text of a slot that holds several (Xapian's own spy takes a slot as one value).
class ListCountSpy : public Xapian::MatchSpy {
 public:
  explicit ListCountSpy(Xapian::valueno slot) : slot_(slot) {}
  void operator()(const Xapian::Document& document, double weight) override;
  [[nodiscard]] const std::map<std::string, std::size_t>& counts() const { return counts_; }

 private:
  Xapian::valueno slot_;
  std::map<std::string, std::size_t> counts_;
};

/// Has to outlive the match of the Enquire it watches.
class FacetCounter {
 public:
  explicit FacetCounter(Xapian::Enquire& enquire);

  [[nodiscard]] Facets facets() const;

 private:
  ListCountSpy tags_{slot::tags};
  Xapian::ValueCountMatchSpy months_{slot::month};
  ListCountSpy authors_{slot::authors};
  Xapian::ValueCountMatchSpy langs_{slot::lang};
  Xapian::ValueCountMatchSpy sections_{slot::section};
};

}  // namespace blogsearch::index
