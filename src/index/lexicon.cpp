// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/lexicon.hpp"

#include <algorithm>

#include "core/characters.hpp"
#include "index/schema.hpp"
#include "io/pack.hpp"
#include "text/stop_words.hpp"
#include "text/tokens.hpp"
#include "text/words.hpp"

namespace blogsearch::index {
namespace {

/// Of a site with more languages the most frequent ones.
constexpr std::size_t max_languages = 8;

/// Words of a beginning that are looked at: those of two letters can be thousands.
constexpr std::size_t max_completions = 5000;

/// Near words that are looked at in their context.
constexpr std::size_t max_candidates = 8;

/// A short word is near to too many others.
std::size_t edits_allowed(std::size_t letters) { return letters < 4 ? 0 : letters < 8 ? 1 : 2; }

}  // namespace

Lexicon::Lexicon(const Xapian::Database& database) : database_(database) {
  const std::string packed = database.get_metadata(languages_key);
  for (const std::string& name : io::Unpacker(packed).list()) {
    if (languages_.empty()) main_language_ = name;
    if (languages_.size() < max_languages) languages_.emplace_back(name);
  }
  if (languages_.empty()) languages_.emplace_back("none");
}

std::vector<std::string> Lexicon::all_stems(std::string_view word) {
  std::vector<std::string> stems;
  for (Stems& language : languages_)
    for (const std::string& stem : language.of(word))
      if (std::find(stems.begin(), stems.end(), stem) == stems.end()) stems.push_back(stem);
  return stems;
}

std::vector<std::string> Lexicon::stems(std::string_view word) {
  std::vector<std::string> stems = all_stems(word);
  const auto is_missing = [&](const std::string& stem) {
    return !database_.term_exists(stem_term({}, stem));
  };
  if (stems.size() > 1 && !std::all_of(stems.begin(), stems.end(), is_missing))
    std::erase_if(stems, is_missing);
  return stems;
}

bool Lexicon::keeps_beginnings() const {
  return std::all_of(languages_.begin(), languages_.end(),
                     [](const Stems& language) { return language.keeps_beginnings(); });
}

bool Lexicon::knows(std::string_view word) {
  const std::vector<std::string> found = stems(word);
  return std::any_of(found.begin(), found.end(), [&](const std::string& stem) {
    return database_.term_exists(stem_term({}, stem));
  });
}

bool Lexicon::is_stop_word(std::string_view word) const {
  return text::is_stop_word(text::fold(word), main_language_);
}

/// Natural words stand in the index as they are, names from code among the stems.
std::vector<std::string> Lexicon::completions(std::string_view beginning, std::size_t limit) const {
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  for (const std::string& prefix : {std::string(), stem_term({}, {})}) {
    const std::string start = prefix + std::string(beginning);
    const auto end = database_.allterms_end(start);
    for (auto term = database_.allterms_begin(start); term != end; ++term) {
      std::string word = (*term).substr(prefix.size());
      const bool is_here = text::is_natural(word) == prefix.empty();
      if (word.size() > beginning.size() && is_here)
        found.emplace_back(term.get_termfreq(), std::move(word));
      if (found.size() >= max_completions) break;
    }
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  std::vector<std::string> words;
  for (auto& [posts, word] : found)
    if (words.size() < limit) words.push_back(std::move(word));
  return words;
}

std::vector<std::string> Lexicon::titles(const std::string& beginning, std::size_t limit) const {
  const std::string prefix = prefix::whole_title;
  std::vector<std::string> titles;
  const auto end = database_.allterms_end(prefix + beginning);
  for (auto term = database_.allterms_begin(prefix + beginning); term != end; ++term) {
    if (titles.size() >= limit) break;
    titles.push_back((*term).substr(prefix.size()));
  }
  return titles;
}

std::string Lexicon::correction(std::string_view word, const std::vector<std::string>& others) {
  const std::size_t edits = text::is_natural(word) ? edits_allowed(count_characters(word)) : 0;
  if (edits == 0) return {};
  if (dictionary_.empty()) dictionary_ = database_.get_metadata(dictionary_key);
  const std::vector<Candidate> candidates = similar_words(dictionary_, word, edits);
  if (candidates.empty()) return {};
  std::string best = candidates.front().word;
  std::size_t most = 0;
  for (std::size_t i = 0; i < std::min(candidates.size(), max_candidates); ++i) {
    if (candidates[i].edits > candidates.front().edits) break;
    const std::size_t posts = posts_with(candidates[i].word, others);
    if (posts <= most) continue;
    most = posts;
    best = candidates[i].word;
  }
  return best;
}

std::size_t Lexicon::posts_with(const std::string& word, const std::vector<std::string>& others) {
  std::vector<Xapian::Query> stems;
  for (const std::string& other : others)
    if (!is_stop_word(other))
      for (const std::string& stem : this->stems(other)) stems.emplace_back(stem_term({}, stem));
  if (stems.empty()) return 0;
  const Xapian::Query any(Xapian::Query::OP_OR, stems.begin(), stems.end());
  Xapian::Enquire enquire(database_);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_AND, Xapian::Query(word), any));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, 0, database_.get_doccount()).get_matches_estimated();
}

}  // namespace blogsearch::index
