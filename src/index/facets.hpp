// SPDX-License-Identifier: GPL-2.0-or-later
//
// Counts the values of tag, year, author, language and section among all matching posts.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <vector>

#include "blogsearch/index/answer.hpp"
#include "index/facet_values.hpp"

namespace blogsearch::index {

/// Has to outlive the match of the Enquire that it watches. Only numbers of documents are noted:
/// during a match each value of a document costs a look into the index, afterwards all of them are
/// read in a row. Xapian's own spy compares texts besides: ten times slower.
class Matches : public Xapian::MatchSpy {
 public:
  explicit Matches(const Xapian::Database& database) : database_(database) {}

  void operator()(const Xapian::Document& document, double weight) override;

  /// `values` are those that the numbers in slot::facets stand for.
  [[nodiscard]] Facets facets(const std::vector<FacetValue>& values);

 private:
  [[nodiscard]] std::vector<std::size_t> count(std::size_t values);

  const Xapian::Database& database_;
  std::vector<Xapian::docid> documents_;
};

}  // namespace blogsearch::index
