// SPDX-License-Identifier: GPL-2.0-or-later
//
// From a request to its answer.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "blogsearch/index/searcher.hpp"
#include "index/compile.hpp"
#include "index/facet_values.hpp"
#include "index/lexicon.hpp"
#include "index/matcher.hpp"
#include "index/query_tree.hpp"
#include "index/recency.hpp"
#include "index/settings.hpp"
#include "index/tiers.hpp"

namespace blogsearch::index {

class Answerer {
 public:
  /// `folder` is the index's, for messages. All have to outlive the Answerer.
  Answerer(const std::filesystem::path& folder, const Xapian::Database& database, Lexicon& lexicon,
           const Settings& settings, const std::vector<FacetValue>& facets, const Request& request);

  [[nodiscard]] Result<Answer> answer();

  /// Posts that have all the words in their titles.
  [[nodiscard]] Result<Answer> answer_titles();

  /// The same for a query of Xapian's own.
  [[nodiscard]] Result<Answer> answer(const Xapian::Query& query);

 private:
  void understand();
  [[nodiscard]] Result<Answer> find();
  [[nodiscard]] Xapian::Query compiled(Joining joining);
  void set_up(Xapian::Enquire& enquire) const;
  [[nodiscard]] Answer count(const Xapian::Query& query) const;
  [[nodiscard]] Result<Answer> ranked(const Xapian::Query& query, Answer counted);
  [[nodiscard]] Tiers tiers();
  [[nodiscard]] Result<std::vector<Hit>> hits_of(const Xapian::MSet& matches);
  [[nodiscard]] Explanation explained(const Xapian::Document& document, const Lifted& lifted);
  [[nodiscard]] std::vector<double> rarity_of(const Matcher& matcher);
  [[nodiscard]] Xapian::doccount clamped(std::size_t number) const;

  const std::filesystem::path& folder_;
  const Xapian::Database& database_;
  Lexicon& lexicon_;
  const Settings& settings_;
  const std::vector<FacetValue>& facets_;
  const Request& request_;

  // How the request was understood.
  ParsedQuery parsed_;  ///< mended
  std::map<std::string, std::string> corrections_;
  Sort sort_ = Sort::relevance;
  Forms forms_ = Forms::all;
  Recency recency_;
};

}  // namespace blogsearch::index
