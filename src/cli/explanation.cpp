// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/explanation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

#include "cli/hits.hpp"

namespace blogsearch::cli {
namespace {

using index::Explanation;
using index::Hit;
using index::Match;
using syntax::Json;

struct TierName {
  std::string_view id;     ///< in JSON
  std::string_view words;  ///< of a post
};

/// In the order of index::Tier.
constexpr std::array<TierName, 5> tiers{
    {{"some_words", "has some of the words"},
     {"all_words", "has all the words"},
     {"title_words", "has all the words in its title"},
     {"title_beginning", "has a title that begins with the query"},
     {"exact_title", "has the query as its title"}}};

const TierName& name_of(index::Tier tier) { return tiers[static_cast<std::size_t>(tier)]; }

struct Part {
  std::string_view name;
  double points = 0;
};

std::array<Part, 3> parts_of(const Explanation& explanation) {
  return {{{"words", explanation.words},
           {"title", explanation.title},
           {"recency", explanation.recency}}};
}

/// Answers by date and those to filters alone know no scores.
bool is_scored(const Explanation& explanation) {
  const auto parts = parts_of(explanation);
  return std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.points > 0; });
}

/// `a`, `a and b`, `a, b and c`.
std::string listed(const std::vector<std::string>& items) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i)
    out += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + items[i];
  return out;
}

std::string described(const Match& match) {
  const std::string typed =
      match.instead_of.empty() ? "" : fmt::format(" (for {})", match.instead_of);
  return fmt::format("{}{}: in {}, {}", match.word, typed, listed(match.places),
                     match.is_typed_form ? "in this form" : "in other forms");
}

/// `score 12.35: words 11.20, title 1.15`.
std::string described_score(const Hit& hit) {
  std::string out;
  for (const Part& part : parts_of(*hit.explanation))
    if (part.points > 0)
      out += fmt::format("{}{} {:.2f}", out.empty() ? "" : ", ", part.name, part.points);
  return fmt::format("score {:.2f}: {}", hit.score, out);
}

/// The part of the score that takes the hit behind the one before; the greatest of several.
std::string lesser_part(const Explanation& here, const Explanation& before) {
  const auto mine = parts_of(here), theirs = parts_of(before);
  std::size_t worst = 0;
  for (std::size_t i = 1; i < mine.size(); ++i)
    if (theirs[i].points - mine[i].points > theirs[worst].points - mine[worst].points) worst = i;
  return fmt::format("{} {:.2f} is less than {:.2f}", mine[worst].name, mine[worst].points,
                     theirs[worst].points);
}

std::string by_date(const Hit& hit, const Hit& before) {
  if (hit.published.instant == before.published.instant) return "of the same time, by address";
  return hit.published.instant < before.published.instant ? "it is older" : "it is newer";
}

std::string why_behind(const Hit& hit, const Hit& before) {
  constexpr double close = 0.005;  // what two decimal places cannot show
  const Explanation &here = *hit.explanation, &there = *before.explanation;
  const std::string lead = fmt::format("behind {}: ", before.rank);
  if (!is_scored(here) && !is_scored(there)) return lead + by_date(hit, before);
  if (here.tier != there.tier)
    return fmt::format("behind {}, which {}", before.rank, name_of(there.tier).words);
  if (before.score - hit.score > close) return lead + lesser_part(here, there);
  return lead + "as good, " + by_date(hit, before);
}

}  // namespace

std::vector<std::string> reasons(const Hit& hit, const Hit* before) {
  if (!hit.explanation) return {};
  const Explanation& here = *hit.explanation;
  std::vector<std::string> lines;
  if (!here.matches.empty() || !here.missing.empty()) lines.emplace_back(name_of(here.tier).words);
  for (const Match& match : here.matches) lines.push_back(described(match));
  if (!here.missing.empty()) lines.push_back("missing: " + listed(here.missing));
  if (is_scored(here)) lines.push_back(described_score(hit));
  if (before != nullptr && before->explanation) lines.push_back(why_behind(hit, *before));
  return lines;
}

Json json_of(const Explanation& explanation) {
  Json::Array matches;
  for (const Match& match : explanation.matches)
    matches.emplace_back(
        Json::Object{{"word", match.word},
                     {"instead_of", match.instead_of.empty() ? Json() : Json(match.instead_of)},
                     {"places", Json::Array(match.places.begin(), match.places.end())},
                     {"as_typed", match.is_typed_form}});
  Json::Object score;
  for (const Part& part : parts_of(explanation))
    score.emplace_back(std::string(part.name), short_score(part.points));
  return Json::Object{
      {"tier", name_of(explanation.tier).id},
      {"matches", std::move(matches)},
      {"missing", Json::Array(explanation.missing.begin(), explanation.missing.end())},
      {"score", std::move(score)}};
}

}  // namespace blogsearch::cli
