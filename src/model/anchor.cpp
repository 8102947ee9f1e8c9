// SPDX-License-Identifier: GPL-2.0-or-later
#include "model/anchor.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "text/anchor.hpp"

namespace blogsearch::model {
namespace {

using Form = HeadingForm;

/// Whether `a`, `a` and `a-1` become three anchors, or equal texts are only counted.
enum class Equals { told_apart, counted };

/// Whether an author's id keeps its name from the headings behind it, from all, or from none.
enum class Ids { pass, hold_behind, hold_all };

struct Rule {
  Anchors name;
  Form form;
  std::optional<std::string> (*make)(std::string_view);
  Equals equals = Equals::told_apart;
  Ids ids = Ids::pass;
  std::string_view nameless = {};  ///< the anchor of a text of which nothing is left
};

std::optional<std::string> nothing(std::string_view) { return std::nullopt; }

constexpr std::array<Rule, 14> rules{{
    {Anchors::github, Form::words, text::github_anchor},
    {Anchors::astro, Form::words, text::github_anchor},
    {Anchors::docusaurus, Form::described, text::github_anchor},
    {Anchors::hugo, Form::source, text::hugo_anchor, Equals::told_apart, Ids::hold_behind,
     "heading"},
    {Anchors::hugo_ascii, Form::source, text::hugo_ascii_anchor, Equals::told_apart,
     Ids::hold_behind, "heading"},
    {Anchors::hugo_blackfriday, Form::source, text::hugo_blackfriday_anchor, Equals::told_apart,
     Ids::hold_behind, "heading"},
    {Anchors::jekyll, Form::words, text::jekyll_anchor, Equals::counted},
    {Anchors::kramdown, Form::source, text::kramdown_anchor, Equals::counted, Ids::pass, "section"},
    {Anchors::zola, Form::described, text::zola_anchor, Equals::told_apart, Ids::hold_all},
    {Anchors::zola_safe, Form::described, text::zola_safe_anchor, Equals::told_apart,
     Ids::hold_all},
    {Anchors::hexo, Form::words, text::hexo_anchor, Equals::counted},
    {Anchors::markdown_it, Form::words, text::markdown_it_anchor, Equals::told_apart,
     Ids::hold_behind},
    {Anchors::python_markdown, Form::words, text::python_markdown_anchor, Equals::told_apart,
     Ids::hold_all},
    {Anchors::none, Form::words, nothing},
}};

const Rule& rule_of(Anchors name) {
  return *std::find_if(rules.begin(), rules.end(),
                       [name](const Rule& r) { return r.name == name; });
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What stands in front of a number, and the first number to try.
struct Stem {
  std::string text;
  std::size_t first = 1;
};

/// Python-Markdown counts `a_1` up to `a_2`.
Stem python_stem(const std::string& anchor) {
  constexpr std::size_t longest = 9;
  std::size_t begin = anchor.size();
  while (begin > 0 && is_digit(anchor[begin - 1])) --begin;
  const std::size_t digits = anchor.size() - begin;
  if (begin == 0 || anchor[begin - 1] != '_' || digits == 0 || digits > longest)
    return {anchor + "_"};
  return {anchor.substr(0, begin), std::stoul(anchor.substr(begin)) + 1};
}

class Page {
 public:
  explicit Page(const Rule& rule) : rule_(rule) {}

  void hold(const std::string& id) { used_.insert(id); }

  std::string name(std::string anchor) {
    if (anchor.empty()) anchor = rule_.nameless;
    if (rule_.equals == Equals::counted) {
      const std::size_t count = counts_[anchor]++;
      return count == 0 ? anchor : anchor + "-" + std::to_string(count);
    }
    const bool is_python = rule_.name == Anchors::python_markdown;
    const bool is_whole = !is_python || !anchor.empty();
    if (is_whole && used_.insert(anchor).second) return anchor;
    return numbered(is_python ? python_stem(anchor) : Stem{anchor + "-"});
  }

 private:
  /// Numbers from `begin` to `end` are known to be used: a thousand equal headings are not tried
  /// against each other.
  struct Run {
    std::size_t begin = 0, end = 0;
  };

  std::string numbered(const Stem& stem) {
    Run& run = runs_[stem.text];
    const bool is_within = run.begin <= stem.first && stem.first < run.end;
    if (!is_within) run.begin = stem.first;
    std::size_t number = is_within ? run.end : stem.first;
    while (!used_.insert(stem.text + std::to_string(number)).second) ++number;
    run.end = number + 1;
    return stem.text + std::to_string(number);
  }

  const Rule& rule_;
  std::unordered_set<std::string> used_;
  std::unordered_map<std::string, std::size_t> counts_;
  std::unordered_map<std::string, Run> runs_;
};

}  // namespace

HeadingForm heading_form(Anchors rule) { return rule_of(rule).form; }

std::vector<std::string> anchors_of(const std::vector<Heading>& headings, Anchors name) {
  const Rule& rule = rule_of(name);
  Page page(rule);
  if (rule.ids == Ids::hold_all)
    for (const Heading& heading : headings)
      if (!heading.id.empty()) page.hold(heading.id);
  std::vector<std::string> anchors;
  anchors.reserve(headings.size());
  for (const Heading& heading : headings) {
    if (!heading.id.empty()) {
      if (rule.ids == Ids::hold_behind) page.hold(heading.id);
      anchors.push_back(heading.id);
      continue;
    }
    auto anchor = rule.make(heading.text);
    anchors.push_back(anchor ? page.name(*std::move(anchor)) : std::string());
  }
  return anchors;
}

}  // namespace blogsearch::model
