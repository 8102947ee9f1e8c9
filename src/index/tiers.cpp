// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/tiers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "index/schema.hpp"
#include "index/weights.hpp"

namespace blogsearch::index {
namespace {

using Xapian::Query;

/// Higher tiers need not be part of lower ones, so each is worth more than all below together.
constexpr double all_words = 1, title_words = 2, title_beginning = 4, exact_title = 8;

/// Of a site whose titles all begin alike they say nothing.
constexpr std::size_t max_titles = 500;

/// Xapian deletes what was released when its last query is gone.
Query constant(double weight) {
  return Query((new Xapian::FixedWeightPostingSource(weight))->release());
}

Query value(Xapian::valueno slot) {
  return Query((new Xapian::ValueWeightPostingSource(slot))->release());
}

Query liked(const Query& query, const Query& weights, const Query& where) {
  return {Query::OP_AND_MAYBE, query, Query(Query::OP_FILTER, weights, where)};
}

double share_factor(std::size_t words) {
  return static_cast<double>(std::min(words, weights::max_title_words)) * weights::title_share;
}

}  // namespace

double title_share(std::size_t words, const Xapian::Document& document) {
  return share_factor(words) * Xapian::sortable_unserialise(document.get_value(slot::title_share));
}

Query lift(Query query, const Tiers& tiers) {
  const std::array<std::pair<const Query*, double>, 4> rows{
      {{&tiers.all_words, all_words},
       {&tiers.title_words, title_words},
       {&tiers.title_beginning, title_beginning},
       {&tiers.exact_title, exact_title}}};
  for (const auto& [posts, factor] : rows)
    if (!posts->empty()) query = liked(query, constant(factor * weights::tier), *posts);
  if (tiers.title_words.empty()) return query;
  const Query share(Query::OP_SCALE_WEIGHT, value(slot::title_share), share_factor(tiers.words));
  return liked(query, share, tiers.title_words);
}

Lifted take_apart(double weight) {
  const double tiers = std::floor(weight / weights::tier);
  Lifted lifted;
  lifted.rest = weight - tiers * weights::tier;
  lifted.tier = tiers >= exact_title       ? Tier::exact_title
                : tiers >= title_beginning ? Tier::title_beginning
                : tiers >= title_words     ? Tier::title_words
                : tiers >= all_words       ? Tier::all_words
                                           : Tier::some_words;
  return lifted;
}

void set_titles(Tiers& tiers, const std::string& query, Border border, const Lexicon& lexicon) {
  const std::string words = plain_words(query);
  if (words.empty()) return;
  tiers.exact_title = Query(exact_term(prefix::whole_title, words));
  std::vector<Query> titles;
  for (const std::string& title : lexicon.titles(words, max_titles + 1)) {
    const bool is_border = title.size() == words.size() || title[words.size()] == ' ';
    if (is_border || border == Border::anywhere) titles.emplace_back(prefix::whole_title + title);
  }
  if (!titles.empty() && titles.size() <= max_titles)
    tiers.title_beginning = Query(Query::OP_OR, titles.begin(), titles.end());
}

}  // namespace blogsearch::index
