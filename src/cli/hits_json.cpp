// SPDX-License-Identifier: GPL-2.0-or-later
#include <cmath>

#include "cli/explanation.hpp"
#include "cli/hits.hpp"
#include "text/words.hpp"
#include "time/write.hpp"

namespace blogsearch::cli {
namespace {

using index::Answer;
using index::Facet;
using index::Fragment;
using index::Hit;
using index::Request;
using syntax::Json;

std::string html_of(const std::vector<Fragment>& snippet) {
  std::string html;
  for (const Fragment& fragment : snippet) {
    const std::string escaped = text::escape_html(fragment.text);
    html += fragment.is_match ? "<mark>" + escaped + "</mark>" : escaped;
  }
  return html;
}

Json json_of(const std::optional<index::Place>& section) {
  if (!section) return nullptr;
  return Json::Object{{"title", section->title}, {"url", section->url}};
}

Json json_of(const Hit& hit) {
  Json::Array tags(hit.tags.begin(), hit.tags.end());
  Json::Object out{{"rank", hit.rank},
                   {"score", short_score(hit.score)},
                   {"url", hit.url},
                   {"path", hit.path},
                   {"title", hit.title},
                   {"published", time::rfc3339_utc(hit.published)},
                   {"updated", time::rfc3339_utc(hit.updated)},
                   {"tags", std::move(tags)},
                   {"lang", hit.lang},
                   {"snippet", html_of(hit.snippet)},
                   {"section", json_of(hit.section)}};
  if (hit.explanation) out.emplace_back("explanation", cli::json_of(*hit.explanation));
  return out;
}

Json json_of_hint(const Diagnostic& hint) {
  return Json::Object{{"message", hint.message},
                      {"hint", hint.hint},
                      {"column", hint.location ? Json(hint.location->column) : Json()}};
}

Json json_of(const Facet& facet) {
  Json::Array rows;
  for (const auto& row : facet) rows.emplace_back(Json::Array{row.first, row.second});
  return rows;
}

}  // namespace

double short_score(double score) { return std::round(score * 1e4) / 1e4; }

Json json_of(const index::Facets& facets) {
  return Json::Object{{"tag", json_of(facets.tag)},
                      {"year", json_of(facets.year)},
                      {"author", json_of(facets.author)},
                      {"lang", json_of(facets.lang)},
                      {"section", json_of(facets.section)}};
}

Json json_of(const Answer& answer, const Request& request) {
  Json::Array hints, hits;
  for (const Diagnostic& hint : answer.hints) hints.push_back(json_of_hint(hint));
  for (const Hit& hit : answer.hits) hits.push_back(json_of(hit));
  Json::Object out{{"query", request.words},
                   {"total", answer.total},
                   {"offset", request.offset},
                   {"limit", request.limit},
                   {"corrected", answer.corrected ? Json(*answer.corrected) : Json()},
                   {"relaxed", answer.relaxed},
                   {"complete", answer.complete}};
  if (request.explain) out.emplace_back("parsed", answer.parsed);
  out.emplace_back("hints", std::move(hints));
  out.emplace_back("hits", std::move(hits));
  out.emplace_back("facets", json_of(answer.facets));
  return out;
}

}  // namespace blogsearch::cli
