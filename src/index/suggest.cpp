// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/suggest.hpp"

#include <algorithm>
#include <utility>

#include "index/record.hpp"
#include "index/schema.hpp"
#include "text/tokens.hpp"
#include "text/words.hpp"

namespace blogsearch::index {
namespace {

/// As the newest post with it writes it: the term is folded.
std::string as_written(const Xapian::Database& database, const std::string& term) {
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(term));
  enquire.set_sort_by_value(slot::order, false);
  const Xapian::MSet newest = enquire.get_mset(0, 1);
  const auto record = newest.empty() ? std::nullopt : decode(newest[0].get_document().get_data());
  if (record)
    for (const std::string& tag : record->tags)
      if (value_term(prefix::tag, tag) == term) return tag;
  return term.substr(std::string(prefix::tag).size());
}

}  // namespace

std::vector<Suggestion> suggest_tags(const Xapian::Database& database, const std::string& beginning,
                                     std::size_t limit) {
  const std::string start = prefix::tag + text::fold(text::squeeze(beginning));
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  const auto end = database.allterms_end(start);
  for (auto term = database.allterms_begin(start); term != end; ++term)
    found.emplace_back(term.get_termfreq(), *term);
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<Suggestion> suggestions;
  for (const auto& [posts, term] : found)
    if (suggestions.size() < limit)
      suggestions.push_back({Suggestion::Kind::tag, as_written(database, term), posts});
  return suggestions;
}

/// The last word is gone on with, those before it stay.
std::vector<Suggestion> suggest_words(const Lexicon& lexicon, const std::string& beginning,
                                      std::size_t limit) {
  std::string word;
  std::size_t begin = 0;
  text::for_each_token(beginning, [&](const text::Token& token) {
    if (token.form != text::Token::Form::whole) return;
    word = token.word;
    begin = token.span.begin;
  });
  std::vector<Suggestion> suggestions;
  if (word.empty() || text::trim(beginning).size() < beginning.size()) return suggestions;
  for (const std::string& longer : lexicon.completions(word, limit))
    suggestions.push_back(
        {Suggestion::Kind::word, beginning.substr(0, begin) + longer, lexicon.posts(longer)});
  return suggestions;
}

}  // namespace blogsearch::index
