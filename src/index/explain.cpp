// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/explain.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "index/fields.hpp"
#include "index/schema.hpp"
#include "text/tokens.hpp"

namespace blogsearch::index {
namespace {

void collect(const Node& node, std::vector<std::string>& words, std::set<std::string>& longer) {
  if (node.sign == Node::Sign::must_not || is_filter(node)) return;
  if (node.kind == Node::Kind::word || node.kind == Node::Kind::phrase)
    for (std::string& word : text::words_of(node.text))
      if (std::find(words.begin(), words.end(), word) == words.end())
        words.push_back(std::move(word));
  longer.insert(node.completions.begin(), node.completions.end());
  for (const Node& member : node.members) collect(member, words, longer);
}

constexpr std::array<std::pair<const char*, const char*>, 4> places{{{prefix::title, "title"},
                                                                     {prefix::heading, "headings"},
                                                                     {prefix::tag_words, "tags"},
                                                                     {prefix::code, "code"}}};

class Terms {
 public:
  explicit Terms(const Xapian::Document& document)
      : terms_(document.termlist_begin(), document.termlist_end()) {}

  [[nodiscard]] bool has(const std::string& term) const { return terms_.contains(term); }

 private:
  std::set<std::string> terms_;
};

Match match_of(const std::string& word, const Terms& terms, Lexicon& lexicon) {
  Match match;
  match.word = word;
  match.is_typed_form = terms.has(word) || !text::is_natural(word);
  bool is_in_body = false;
  for (const std::string& stem : lexicon.stems(word)) {
    for (const auto& [place, name] : places)
      if (terms.has(stem_term(place, stem))) match.places.emplace_back(name);
    is_in_body = is_in_body || (terms.has(stem_term({}, stem)) &&
                                !terms.has(stem_term(prefix::only_title, stem)));
  }
  if (is_in_body) match.places.emplace_back("body");
  return match;
}

bool is_synonym(const Node& node, const std::string& word) {
  const auto has = [&](const Node& member) {
    const std::vector<std::string> words = text::words_of(member.text);
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  if (node.is_synonym) return std::any_of(node.members.begin(), node.members.end(), has);
  return std::any_of(node.members.begin(), node.members.end(),
                     [&](const Node& member) { return is_synonym(member, word); });
}

}  // namespace

Explanation explain(const Node& root, const Xapian::Document& document,
                    const std::map<std::string, std::string>& corrections, Lexicon& lexicon) {
  const Terms terms(document);
  std::vector<std::string> words;
  std::set<std::string> longer;
  collect(root, words, longer);
  Explanation explanation;
  for (const std::string& word : words) {
    Match match = match_of(word, terms, lexicon);
    for (const auto& [typed, corrected] : corrections)
      if (corrected == word) match.instead_of = typed;
    if (match.places.empty() && !is_synonym(root, word))
      explanation.missing.push_back(word);
    else if (!match.places.empty())
      explanation.matches.push_back(std::move(match));
  }
  for (const std::string& word : longer)
    if (terms.has(typed_term({}, word)))
      explanation.matches.push_back(match_of(word, terms, lexicon));
  return explanation;
}

}  // namespace blogsearch::index
