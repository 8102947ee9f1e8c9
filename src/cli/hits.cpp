// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/hits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

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

/// A snippet in one text with the places of its matches.
struct Marked {
  std::string text;
  std::vector<Span> matches;
};

Marked join(const std::vector<Fragment>& fragments) {
  Marked snippet;
  for (const Fragment& fragment : fragments) {
    const std::size_t begin = snippet.text.size();
    snippet.text += printable(fragment.text);
    if (fragment.is_match) snippet.matches.push_back({begin, snippet.text.size()});
  }
  return snippet;
}

/// The bytes `line` of the snippet with the matches painted, also those cut by the line's ends.
std::string paint_line(const Marked& snippet, Span line, Colour colour) {
  const std::string_view text = snippet.text;
  std::string out;
  std::size_t at = line.begin;
  for (const Span match : snippet.matches) {
    const std::size_t begin = std::clamp(match.begin, at, line.end);
    const std::size_t end = std::clamp(match.end, begin, line.end);
    out += text.substr(at, begin - at);
    out += paint(text.substr(begin, end - begin), Style::match, colour);
    at = end;
  }
  return out.append(text.substr(at, line.end - at));
}

std::string show_hit(const Hit& hit, std::size_t margin, std::size_t width, Colour colour) {
  const std::size_t room = width - std::min(width, margin);
  const std::string indent(margin, ' ');
  const std::string title = printable(hit.title);
  std::string out;
  std::string lead = fmt::format("{:>{}}. ", hit.rank, margin - 2);
  for (const Span line : wrap(title, std::max<std::size_t>(room, 20))) {
    out += fmt::format("{}{}\n", lead,
                       paint(title.substr(line.begin, line.size()), Style::title, colour));
    lead = indent;
  }
  out += fmt::format("{}{}  {}\n", indent,
                     paint(time::calendar_day(hit.published), Style::faint, colour),
                     paint(printable(hit.url), Style::address, colour));
  const Marked snippet = join(hit.snippet);
  for (const Span line : wrap(snippet.text, std::max<std::size_t>(room, 20)))
    out += indent + paint_line(snippet, line, colour) + '\n';
  return out;
}

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
  return Json::Object{{"rank", hit.rank},
                      {"score", std::round(hit.score * 1e4) / 1e4},
                      {"url", hit.url},
                      {"path", hit.path},
                      {"title", hit.title},
                      {"published", time::rfc3339_utc(hit.published)},
                      {"updated", time::rfc3339_utc(hit.updated)},
                      {"tags", std::move(tags)},
                      {"lang", hit.lang},
                      {"snippet", html_of(hit.snippet)},
                      {"section", json_of(hit.section)}};
}

Json json_of(const Facet& facet) {
  Json::Array rows;
  for (const auto& row : facet) rows.emplace_back(Json::Array{row.first, row.second});
  return rows;
}

}  // namespace

std::string show_hits(const Answer& answer, std::size_t width, Colour colour) {
  const std::size_t last = answer.hits.empty() ? 0 : answer.hits.back().rank;
  const std::size_t margin = std::to_string(last).size() + 2;
  std::string out;
  for (const Hit& hit : answer.hits) {
    if (!out.empty()) out += '\n';
    out += show_hit(hit, margin, width, colour);
  }
  return out;
}

std::string remark(const Answer& answer, const Request& request) {
  const std::string words = printable(request.words);
  if (answer.total == 0) return fmt::format("no post matches: {}\n", words);
  std::string out;
  if (answer.corrected)
    out +=
        fmt::format("these match: {} (no post matches: {})\n", printable(*answer.corrected), words);
  if (answer.relaxed) out += "no post has all the words; these have some\n";
  if (answer.hits.empty())
    out += fmt::format("{} in all\n", counted(answer.total, "post"));
  else if (answer.hits.size() == 1 && answer.total > 1)
    out += fmt::format("post {} of {}\n", answer.hits.front().rank, answer.total);
  else if (answer.hits.size() < answer.total)
    out += fmt::format("posts {} to {} of {}\n", answer.hits.front().rank, answer.hits.back().rank,
                       answer.total);
  return out;
}

Json json_of(const index::Facets& facets) {
  return Json::Object{{"tag", json_of(facets.tag)},
                      {"year", json_of(facets.year)},
                      {"author", json_of(facets.author)},
                      {"lang", json_of(facets.lang)},
                      {"section", json_of(facets.section)}};
}

Json json_of(const Answer& answer, const Request& request) {
  Json::Array hits;
  for (const Hit& hit : answer.hits) hits.push_back(json_of(hit));
  return Json::Object{{"query", request.words},
                      {"total", answer.total},
                      {"offset", request.offset},
                      {"limit", request.limit},
                      {"corrected", answer.corrected ? Json(*answer.corrected) : Json()},
                      {"relaxed", answer.relaxed},
                      {"hits", std::move(hits)},
                      {"facets", json_of(answer.facets)}};
}

}  // namespace blogsearch::cli
