// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/answerer.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "index/explain.hpp"
#include "index/facets.hpp"
#include "index/fields.hpp"
#include "index/guard.hpp"
#include "index/mend.hpp"
#include "index/query_parser.hpp"
#include "index/record.hpp"
#include "index/schema.hpp"
#include "index/snippet.hpp"
#include "index/synonyms.hpp"
#include "index/weights.hpp"
#include "text/uri.hpp"

namespace blogsearch::index {
namespace {

Hit make_hit(Record record, const Snippet& snippet) {
  Hit hit;
  if (snippet.section) {
    const Section& section = record.sections[*snippet.section];
    const bool has_place = !section.anchor.empty();
    hit.section =
        Place{section.title,
              has_place ? record.url + '#' + text::encode_fragment(section.anchor) : record.url};
  }
  hit.url = std::move(record.url);
  hit.path = std::move(record.path);
  hit.title = std::move(record.title);
  hit.published = record.published;
  hit.updated = record.updated;
  hit.tags = std::move(record.tags);
  hit.lang = std::move(record.lang);
  hit.snippet = snippet.fragments;
  return hit;
}

/// A query that names no field, no date and nothing to be left out may be a title.
bool names_no_filter(const Node& node) {
  const bool is_plain = node.sign != Node::Sign::must_not && node.field == Field::any &&
                        node.kind != Node::Kind::dates && node.kind != Node::Kind::nothing;
  return is_plain && std::all_of(node.members.begin(), node.members.end(), names_no_filter);
}

}  // namespace

Answerer::Answerer(const std::filesystem::path& folder, const Xapian::Database& database,
                   Lexicon& lexicon, const Settings& settings,
                   const std::vector<FacetValue>& facets, const Request& request)
    : folder_(folder),
      database_(database),
      lexicon_(lexicon),
      settings_(settings),
      facets_(facets),
      request_(request),
      sort_(request.sort),
      forms_(request.exact ? Forms::typed : Forms::all),
      recency_(request.today, settings.half_life_days) {}

void Answerer::understand() {
  parsed_ = parse_query(request_.words, request_.today);
  sort_ = parsed_.sort.value_or(request_.sort);
  if (request_.exact) return;
  const Typing typing = request_.as_you_type ? Typing::going_on : Typing::done;
  corrections_ = mend(parsed_.root, typing, lexicon_);
  add_synonyms(parsed_.root, settings_.synonyms);
}

Result<Answer> Answerer::answer() {
  understand();
  Result<Answer> answer = find();
  if (!answer) return answer;
  if (!corrections_.empty()) answer->corrected = with_corrections(request_.words, corrections_);
  answer->hints = parsed_.hints;
  if (request_.explain) answer->parsed = show(parsed_);
  return answer;
}

Result<Answer> Answerer::answer_titles() {
  understand();
  const Tiers tiers = this->tiers();
  return ranked(lift(tiers.title_words, tiers), count(tiers.title_words));
}

Result<Answer> Answerer::answer(const Xapian::Query& query) { return ranked(query, count(query)); }

/// Posts with all words; where they are few (by date: none), those with some behind them.
Result<Answer> Answerer::find() {
  const Xapian::Query all = compiled(Joining::all);
  const std::size_t enough = sort_ == Sort::relevance ? weights::enough_posts : 1;
  Tiers tiers = this->tiers();
  Answer complete = count(all);
  if (all.empty() || complete.total >= enough) return ranked(lift(all, tiers), std::move(complete));
  tiers.all_words = all;
  const Xapian::Query some = compiled(Joining::any);
  Answer answer = count(some);
  answer.complete = complete.total;
  answer.relaxed = answer.total > complete.total;
  return ranked(lift(some, tiers), std::move(answer));
}

Xapian::Query Answerer::compiled(Joining joining) {
  const Xapian::Query query = compile(parsed_.root, joining, forms_, lexicon_);
  return sort_ == Sort::relevance ? recency_.add_to(query, database_) : query;
}

Tiers Answerer::tiers() {
  Tiers tiers;
  if (sort_ != Sort::relevance) return tiers;
  tiers.words = parsed_.root.members.size();
  tiers.title_words = compile_title(parsed_.root, forms_, lexicon_);
  const Border border = request_.as_you_type ? Border::anywhere : Border::word;
  if (names_no_filter(parsed_.root))
    set_titles(tiers, with_corrections(request_.words, corrections_), border, lexicon_);
  return tiers;
}

void Answerer::set_up(Xapian::Enquire& enquire) const {
  if (sort_ == Sort::relevance)
    enquire.set_sort_by_relevance_then_value(slot::order, false);
  else
    enquire.set_sort_by_value(slot::order, sort_ == Sort::oldest);
  if (request_.translations == Translations::one) enquire.set_collapse_key(slot::translation);
}

/// All posts are looked at, so that the total and the facets are exact, and none is weighed.
Answer Answerer::count(const Xapian::Query& query) const {
  Answer answer;
  if (query.empty()) return answer;
  Xapian::Enquire enquire(database_);
  enquire.set_query({Xapian::Query::OP_SCALE_WEIGHT, query, 0});
  // Only the choice between translations goes by the order, which is a value to be looked up.
  if (request_.translations == Translations::one) set_up(enquire);
  Matches matches(database_);
  enquire.add_matchspy(&matches);
  const Xapian::MSet none = enquire.get_mset(0, 0, database_.get_doccount());
  answer.total = answer.complete = none.get_matches_estimated();
  answer.facets = matches.facets(facets_);
  return answer;
}

/// Of all posts only those are weighed that may be among the first.
Result<Answer> Answerer::ranked(const Xapian::Query& query, Answer counted) {
  Xapian::Enquire enquire(database_);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::IneB2Weight(weights::length));
  set_up(enquire);
  auto hits = hits_of(enquire.get_mset(clamped(request_.offset), clamped(request_.limit)));
  if (!hits) return hits.error();
  counted.hits = std::move(*hits);
  return counted;
}

Result<std::vector<Hit>> Answerer::hits_of(const Xapian::MSet& matches) {
  Matcher matcher(parsed_.root, request_.exact, lexicon_);
  const std::vector<double> rarity = rarity_of(matcher);
  std::vector<Hit> hits;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    const Xapian::Document document = match.get_document();
    auto record = decode(document.get_data());
    if (!record) return damaged(folder_, "a stored post cannot be read");
    const Snippet snippet = make_snippet(*record, matcher, rarity);
    const Lifted lifted = take_apart(sort_ == Sort::relevance ? match.get_weight() : 0);
    Hit& hit = hits.emplace_back(make_hit(*std::move(record), snippet));
    hit.rank = match.get_rank() + 1;
    hit.score = lifted.rest;
    if (request_.explain) hit.explanation = explained(document, lifted);
  }
  return hits;
}

Explanation Answerer::explained(const Xapian::Document& document, const Lifted& lifted) {
  Explanation explanation = explain(parsed_.root, document, corrections_, lexicon_);
  explanation.tier = lifted.tier;
  if (explanation.missing.empty() && lifted.tier == Tier::some_words)
    explanation.tier = Tier::all_words;
  if (sort_ != Sort::relevance) return explanation;
  if (lifted.tier >= Tier::title_words)
    explanation.title = title_share(parsed_.root.members.size(), document);
  explanation.recency = recency_.of(document);
  explanation.words = lifted.rest - explanation.title - explanation.recency;
  return explanation;
}

std::vector<double> Answerer::rarity_of(const Matcher& matcher) {
  std::vector<double> rarity;
  for (std::size_t i = 0; i < matcher.words(); ++i) {
    Xapian::doccount posts = 0;
    for (const std::string& stem : lexicon_.stems(matcher.word(i)))
      posts = std::max(posts, database_.get_termfreq(stem_term({}, stem)));
    rarity.push_back(std::log(1 + (database_.get_doccount() + 1.0) / (posts + 1.0)));
  }
  return rarity;
}

Xapian::doccount Answerer::clamped(std::size_t number) const {
  return static_cast<Xapian::doccount>(std::min<std::size_t>(number, database_.get_doccount()));
}

}  // namespace blogsearch::index
