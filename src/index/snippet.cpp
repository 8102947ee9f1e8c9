// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/snippet.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "core/characters.hpp"
#include "text/words.hpp"

namespace blogsearch::index {
namespace {

using Found = Matcher::Found;

constexpr std::size_t snippet_characters = 200;

/// In front of the first match, so that it is read in its sentence.
constexpr std::size_t lead_characters = 60;

/// A word that comes a second time is worth this much of it.
constexpr double repetition = 0.1;

/// `count` characters behind `begin`, or in front of it.
std::size_t forward(std::string_view text, std::size_t begin, std::size_t count) {
  std::size_t at = begin;
  while (at < text.size() && count > 0)
    if (++at == text.size() || !continues_character(text[at])) --count;
  return at;
}

std::size_t backward(std::string_view text, std::size_t begin, std::size_t count) {
  std::size_t at = begin;
  while (at > 0 && count > 0)
    if (!continues_character(text[--at])) --count;
  return at;
}

bool is_space(char c) { return c == ' ' || c == '\n'; }

bool ends_sentence(char c) { return c == '.' || c == '!' || c == '?'; }

/// Where a snippet with a match at `match` begins, not in front of `earliest`: with a sentence or a
/// line, else between two words, else (no spaces in this script) at a character.
std::size_t begin_of(std::string_view text, std::size_t match, std::size_t earliest) {
  std::size_t sentence = match, word = match;
  for (std::size_t at = match; at > earliest; --at) {
    const char before = text[at - 1];
    if (!is_space(before)) continue;
    word = at;
    if (before == '\n' || (at >= 2 && ends_sentence(text[at - 2]))) sentence = at;
  }
  const bool is_border = earliest == 0 || text[earliest - 1] == '\n';
  if (is_border) return earliest;
  if (sentence < match) return sentence;
  return word < match ? word : earliest;
}

std::size_t end_of(std::string_view text, std::size_t begin, std::size_t latest) {
  const std::size_t end = std::min(forward(text, begin, snippet_characters), latest);
  if (end >= text.size() || end == latest || is_space(text[end])) return end;
  const std::size_t space = text.find_last_of(" \n", end);
  const std::size_t shortest = forward(text, begin, snippet_characters / 2);
  return space == std::string_view::npos || space < shortest ? end : space;
}

std::optional<std::size_t> section_at(const Record& record, std::size_t at) {
  const auto next = std::upper_bound(
      record.sections.begin(), record.sections.end(), at,
      [](std::size_t place, const Section& section) { return place < section.begin; });
  if (next == record.sections.begin()) return std::nullopt;
  return static_cast<std::size_t>(next - record.sections.begin()) - 1;
}

Span span_of(const Record& record, const std::optional<std::size_t>& section) {
  const auto begin_of = [&](std::size_t i) {
    return i < record.sections.size() ? record.sections[i].begin : record.text.size();
  };
  if (!section) return {0, begin_of(0)};
  return {begin_of(*section), begin_of(*section + 1)};
}

std::vector<Fragment> cut(const std::string& text, Span window, const std::vector<Found>& found) {
  std::vector<Fragment> fragments;
  const auto add = [&](std::size_t begin, std::size_t end, bool is_match) {
    if (begin >= end) return;
    std::string run = text.substr(begin, end - begin);
    std::replace(run.begin(), run.end(), '\n', ' ');
    fragments.push_back({std::move(run), is_match});
  };
  while (window.begin < window.end && is_space(text[window.begin])) ++window.begin;
  while (window.end > window.begin && is_space(text[window.end - 1])) --window.end;
  std::size_t at = window.begin;
  for (const Found& match : found) {
    if (match.span.begin < at || match.span.end > window.end) continue;
    add(at, match.span.begin, false);
    add(match.span.begin, match.span.end, true);
    at = match.span.end;
  }
  add(at, window.end, false);
  if (fragments.empty()) return fragments;
  const auto mark = [](std::string& run, bool in_front) {
    in_front ? run.insert(0, "…") : run.append("…");
  };
  if (window.begin > 0) {
    if (fragments.front().is_match) fragments.insert(fragments.begin(), Fragment{});
    mark(fragments.front().text, true);
  }
  if (window.end < text.size()) {
    if (fragments.back().is_match) fragments.emplace_back();
    mark(fragments.back().text, false);
  }
  return fragments;
}

/// Looks for the best place.
class Scene {
 public:
  Scene(const Record& record, Matcher& matcher, const std::vector<double>& rarity)
      : record_(record), rarity_(rarity), found_(matcher.find(record.text)) {
    for (const Section& section : record.sections) {
      std::set<std::size_t>& words = headings_.emplace_back();
      for (const Found& match : matcher.find(section.title)) words.insert(match.word);
    }
  }

  [[nodiscard]] const std::vector<Found>& found() const { return found_; }

  /// What `first` and the matches that fit behind it in its section are worth.
  [[nodiscard]] double worth(std::size_t first) const {
    const auto section = section_at(record_, found_[first].span.begin);
    const std::size_t end = std::min(
        forward(record_.text, found_[first].span.begin, snippet_characters - lead_characters),
        span_of(record_, section).end);
    std::set<std::size_t> words = section ? headings_[*section] : std::set<std::size_t>();
    double worth = 0;
    for (const std::size_t word : words) worth += rarity_[word] / 2;
    for (std::size_t i = first; i < found_.size() && found_[i].span.end <= end; ++i) {
      const bool is_new = words.insert(found_[i].word).second;
      worth += rarity_[found_[i].word] * (is_new ? 1 : repetition);
    }
    return worth;
  }

  [[nodiscard]] std::optional<std::size_t> best() const {
    std::optional<std::size_t> best;
    double most = 0;
    for (std::size_t i = 0; i < found_.size(); ++i)
      if (const double worth = this->worth(i); worth > most) {
        most = worth;
        best = i;
      }
    return best;
  }

  /// The section whose heading has most words, where no text has any.
  [[nodiscard]] std::optional<std::size_t> best_heading() const {
    std::optional<std::size_t> best;
    std::size_t most = 0;
    for (std::size_t i = 0; i < headings_.size(); ++i)
      if (headings_[i].size() > most) {
        most = headings_[i].size();
        best = i;
      }
    return best;
  }

 private:
  const Record& record_;
  const std::vector<double>& rarity_;
  std::vector<Found> found_;
  std::vector<std::set<std::size_t>> headings_;
};

}  // namespace

Snippet make_snippet(const Record& record, Matcher& matcher, const std::vector<double>& rarity) {
  const Scene scene(record, matcher, rarity);
  const std::string& text = record.text;
  const std::optional<std::size_t> best = scene.best();
  Snippet snippet;
  snippet.section =
      best ? section_at(record, scene.found()[*best].span.begin) : scene.best_heading();
  const Span section = span_of(record, snippet.section);
  std::size_t begin = section.begin;
  if (best) {
    const std::size_t match = scene.found()[*best].span.begin;
    // At the end of a section what is left of the snippet goes in front of the match.
    const std::size_t full = backward(text, section.end, snippet_characters);
    const std::size_t lead = std::min(backward(text, match, lead_characters), full);
    begin = begin_of(text, match, std::max(lead, section.begin));
  }
  snippet.fragments = cut(text, {begin, end_of(text, begin, section.end)}, scene.found());
  return snippet;
}

}  // namespace blogsearch::index
