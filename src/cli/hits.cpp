// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/hits.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/explanation.hpp"
#include "text/words.hpp"
#include "time/write.hpp"

namespace blogsearch::cli {
namespace {

using index::Answer;
using index::Facet;
using index::Fragment;
using index::Hit;
using index::Request;

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

std::size_t room_of(std::size_t margin, const Look& look) {
  constexpr std::size_t narrowest = 20;
  return std::max(narrowest, look.width - std::min(look.width, margin));
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

/// `text` in lines behind `lead` and below it, each in its style and leading to `url`.
std::string show_lines(const std::string& lead, std::size_t margin, const std::string& text,
                       Style style, const std::string& url, const Look& look) {
  std::string out;
  for (const Span line : wrap(text, room_of(margin, look))) {
    const std::string part = paint(text.substr(line.begin, line.size()), style, look.colour);
    out += (out.empty() ? lead : std::string(margin, ' ')) + link(part, url, look.links) + '\n';
  }
  return out;
}

std::string show_hit(const Hit& hit, const Hit* before, std::size_t margin, const Look& look) {
  const std::string indent(margin, ' ');
  std::string out = show_headline({hit.rank, hit.title, hit.published, hit.url}, margin, look);
  if (hit.section)
    out += show_lines(indent + "› ", margin + 2, printable(hit.section->title), Style::plain,
                      hit.section->url, look);
  const Marked snippet = join(hit.snippet);
  for (const Span line : wrap(snippet.text, room_of(margin, look)))
    out += indent + paint_line(snippet, line, look.colour) + '\n';
  for (const std::string& reason : reasons(hit, before))
    out += show_lines(indent + "· ", margin + 2, printable(reason), Style::faint, "", look);
  return out;
}

/// The words of `typed` that are not in `corrected`; all of it where none can be told.
std::string mistyped(std::string_view typed, std::string_view corrected) {
  std::string out;
  for (std::size_t at = 0; at < typed.size();) {
    const std::size_t end = std::min(typed.find(' ', at), typed.size());
    const std::string_view word = typed.substr(at, end - at);
    if (corrected.find(word) == std::string_view::npos)
      out += (out.empty() ? "" : " or ") + std::string(word);
    at = end + 1;
  }
  return out.empty() ? std::string(typed) : out;
}

/// `tags: rust 12 · async 4`: as many of the first values as fit. Empty where there is no choice.
std::string show_facet(std::string_view name, const Facet& facet, std::size_t width) {
  constexpr std::size_t most = 5;
  if (facet.size() < 2) return {};
  std::string out;
  for (std::size_t i = 0; i < std::min(facet.size(), most); ++i) {
    const std::string value = fmt::format("{}{} {}", i == 0 ? fmt::format("{}: ", name) : " · ",
                                          printable(facet[i].first), facet[i].second);
    if (text::display_width(out + value) > width) break;
    out += value;
  }
  return out;
}

}  // namespace

std::size_t margin_of(std::size_t last_rank) { return std::to_string(last_rank).size() + 2; }

std::string show_headline(const Headline& headline, std::size_t margin, const Look& look) {
  const std::string lead = fmt::format("{:>{}}. ", headline.rank, margin - 2);
  const std::string day = time::calendar_day(headline.published);
  const std::string url = printable(headline.url);
  const bool fits = margin + day.size() + 2 + text::display_width(url) <= look.width;
  const std::string gap = fits ? "  " : "\n" + std::string(margin, ' ');
  return show_lines(lead, margin, printable(headline.title), Style::title, "", look) +
         fmt::format("{:{}}{}{}{}\n", "", margin, paint(day, Style::faint, look.colour), gap,
                     link(paint(url, Style::address, look.colour), headline.url, look.links));
}

std::string show_hits(const Answer& answer, const Look& look) {
  const std::size_t margin = margin_of(answer.hits.empty() ? 0 : answer.hits.back().rank);
  std::string out;
  if (!answer.parsed.empty())
    out += show_lines("understood as: ", 15, printable(answer.parsed), Style::faint, "", look);
  const Hit* before = nullptr;
  for (const Hit& hit : answer.hits) {
    if (!out.empty()) out += '\n';
    out += show_hit(hit, before, margin, look);
    before = &hit;
  }
  return out;
}

std::string show_facets(const index::Facets& facets, const Look& look) {
  constexpr std::size_t most_lines = 2;
  constexpr std::string_view gap = "   ";
  const std::array<std::pair<std::string_view, const Facet*>, 5> fields{
      {{"tags", &facets.tag},
       {"years", &facets.year},
       {"authors", &facets.author},
       {"languages", &facets.lang},
       {"sections", &facets.section}}};
  std::vector<std::string> lines;
  for (const auto& [name, facet] : fields) {
    const std::string shown = show_facet(name, *facet, look.width);
    if (shown.empty()) continue;
    const bool fits =
        !lines.empty() &&
        text::display_width(lines.back()) + gap.size() + text::display_width(shown) <= look.width;
    if (fits)
      lines.back().append(gap).append(shown);
    else if (lines.size() < most_lines)
      lines.push_back(shown);
  }
  std::string out;
  for (const std::string& line : lines) out += paint(line, Style::faint, look.colour) + '\n';
  return out;
}

std::string remark(const Answer& answer, const Request& request) {
  const std::string words = printable(request.words);
  if (answer.total == 0) return fmt::format("no post matches: {}\n", words);
  std::string out;
  if (answer.corrected) {
    const std::string corrected = printable(*answer.corrected);
    out += fmt::format("searched for {}; nothing has {}; --exact searches for it as it is\n",
                       corrected, mistyped(words, corrected));
  }
  if (answer.relaxed)
    out += answer.complete == 0
               ? "no post has all the words; these have some of them\n"
               : fmt::format("{} all the words; the others some of them\n",
                             answer.complete == 1 ? "1 post has"
                                                  : fmt::format("{} posts have", answer.complete));
  if (answer.hits.empty())
    out += fmt::format("{} in all\n", counted(answer.total, "post"));
  else if (answer.hits.size() == 1 && answer.total > 1)
    out += fmt::format("post {} of {}\n", answer.hits.front().rank, answer.total);
  else if (answer.hits.size() < answer.total)
    out += fmt::format("posts {} to {} of {}\n", answer.hits.front().rank, answer.hits.back().rank,
                       answer.total);
  return out;
}

}  // namespace blogsearch::cli
