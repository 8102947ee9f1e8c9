// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/related.hpp"

#include <vector>

#include "index/schema.hpp"
#include "index/terms.hpp"
#include "index/weights.hpp"

namespace blogsearch::index {
namespace {

using Xapian::Query;

/// More words make it slower and the answer no better.
constexpr Xapian::termcount telling_words = 30;

/// Stems of any field; words of one post alone lead nowhere.
class Telling : public Xapian::ExpandDecider {
 public:
  explicit Telling(const Xapian::Database& database) : database_(database) {}
  bool operator()(const std::string& term) const override {
    const bool is_stem =
        term.size() > 3 && term[0] == stem_prefix && (term[1] < 'A' || term[1] > 'Z');
    return is_stem && database_.get_termfreq(term) > 1;
  }

 private:
  const Xapian::Database& database_;
};

Query likeness(const Xapian::ESet& words) {
  std::vector<Query> all;
  for (auto word = words.begin(); word != words.end(); ++word) {
    const std::string stem = (*word).substr(1);
    all.emplace_back(*word);
    all.emplace_back(Query::OP_SCALE_WEIGHT, Query(stem_term(prefix::title, stem)), weights::title);
    all.emplace_back(Query::OP_SCALE_WEIGHT, Query(stem_term(prefix::tag_words, stem)),
                     weights::title);
  }
  return {Query::OP_OR, all.begin(), all.end()};
}

}  // namespace

std::optional<Xapian::docid> find_post(const Xapian::Database& database, const std::string& post) {
  for (const char* prefix : {prefix::whole_url, prefix::whole_path}) {
    const std::string term = exact_term(prefix, post);
    const auto found = database.postlist_begin(term);
    if (found != database.postlist_end(term)) return *found;
  }
  return std::nullopt;
}

Xapian::MSet find_related(const Xapian::Database& database, Xapian::docid post, std::size_t limit) {
  Xapian::RSet self;
  self.add_document(post);
  Xapian::Enquire enquire(database);
  enquire.set_query(Query(std::string()));
  const Telling telling(database);
  const Xapian::ESet words = enquire.get_eset(telling_words, self, &telling);
  if (words.empty()) return {};
  const Xapian::Document document = database.get_document(post);
  const Query same_language(value_term(prefix::lang, document.get_value(slot::lang)));
  const std::string translation = document.get_value(slot::translation);
  const Query itself(Query::OP_VALUE_RANGE, slot::translation, translation, translation);
  enquire.set_query(
      {Query::OP_AND_NOT, Query(Query::OP_FILTER, likeness(words), same_language), itself});
  enquire.set_weighting_scheme(Xapian::IneB2Weight(weights::length));
  enquire.set_sort_by_relevance_then_value(slot::order, false);
  return enquire.get_mset(0, static_cast<Xapian::doccount>(limit));
}

}  // namespace blogsearch::index
