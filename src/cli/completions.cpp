// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/completions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "cli/style.hpp"
#include "index/query_names.hpp"
#include "text/words.hpp"

namespace blogsearch::cli {
namespace {

using index::Facet;
using index::Meaning;
using index::Searcher;
using index::Suggestion;

/// `-tag:"static` in its parts.
struct Word {
  std::string_view head;   ///< `-`, or `-tag:`
  std::string_view field;  ///< `tag`
  std::string_view rest;   ///< `static`
};

Word read(std::string_view text) {
  Word word;
  const std::size_t sign = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const std::size_t colon = text.find(':');
  if (colon != text.npos) word.field = text.substr(sign, colon - sign);
  word.head = text.substr(0, colon == text.npos ? sign : colon + 1);
  word.rest = text.substr(word.head.size());
  if (!word.field.empty() && word.rest.substr(0, 1) == "\"") word.rest.remove_prefix(1);
  return word;
}

/// As a query has to have it; empty where it cannot say it.
std::string in_query(std::string_view value) {
  if (value.find('"') != value.npos) return "";
  const bool is_plain = std::all_of(value.begin(), value.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) ||
           std::string_view("+-_.#/").find(c) != std::string_view::npos;
  });
  return is_plain ? std::string(value) : fmt::format("\"{}\"", value);
}

bool begins(std::string_view text, std::string_view beginning) {
  return text::fold(text).rfind(text::fold(beginning), 0) == 0;
}

void add(std::string& lines, const std::string& completion, std::string_view what) {
  lines += fmt::format("{}\t{}\n", printable(completion), printable(what));
}

std::string values_of(const Facet& facet, const Word& word) {
  std::string lines;
  for (const auto& [value, posts] : facet) {
    const std::string said = in_query(value);
    if (!said.empty() && begins(value, word.rest))
      add(lines, std::string(word.head) + said, counted(posts, "post"));
  }
  return lines;
}

std::string orders(const Word& word) {
  std::string lines;
  for (const index::SortName& sort : index::sort_names)
    if (begins(sort.word, word.rest))
      add(lines, std::string(word.head) + std::string(sort.word), "order");
  return lines;
}

std::string values(const Searcher& searcher, const Word& word) {
  const index::Name* const name = index::find_name(word.field);
  if (name == nullptr) return "";
  if (name->meaning == Meaning::sort) return orders(word);
  if (name->meaning == Meaning::words) return "";
  const Result<index::Stats> stats = searcher.stats();
  if (!stats) return "";
  const index::Facets& facets = stats->facets;
  if (name->meaning != Meaning::value) return values_of(facets.year, word);
  switch (name->field) {
    case index::Field::tag:
      return values_of(facets.tag, word);
    case index::Field::author:
      return values_of(facets.author, word);
    case index::Field::lang:
      return values_of(facets.lang, word);
    case index::Field::section:
      return values_of(facets.section, word);
    default:
      return "";
  }
}

std::string fields(const Word& word) {
  std::string lines;
  for (const index::Name& name : index::names)
    if (begins(name.word, word.rest))
      add(lines, fmt::format("{}{}:", word.head, name.word), "field");
  return lines;
}

std::string saved_searches(const Searcher& searcher, std::string_view word) {
  std::string lines;
  for (const auto& [name, query] : searcher.saved())
    if (begins("@" + name, word)) add(lines, "@" + name, query);
  return lines;
}

/// Words of two letters or more, which posts have.
std::string plain_words(const Searcher& searcher, const Word& word) {
  constexpr std::size_t most = 20;
  if (word.rest.size() < 2) return "";
  const auto suggestions = searcher.suggest(std::string(word.rest), most);
  if (!suggestions) return "";
  std::string lines;
  for (const Suggestion& suggestion : *suggestions)
    if (suggestion.kind == Suggestion::Kind::word)
      add(lines, std::string(word.head) + suggestion.text, counted(suggestion.posts, "post"));
  return lines;
}

std::string addresses(const Searcher& searcher, std::string_view word) {
  const Result<std::vector<std::string>> urls = searcher.urls();
  std::string lines;
  if (urls)
    for (const std::string& url : *urls)
      if (url.rfind(word, 0) == 0) add(lines, url, "post");
  return lines;
}

}  // namespace

std::string completions(const Searcher& searcher, Completed what,
                        std::span<const std::string> words) {
  const std::string last = words.empty() ? "" : words.back();
  if (what == Completed::post) return addresses(searcher, last);
  const Word word = read(last);
  if (what == Completed::word) return plain_words(searcher, {"", "", last});
  if (!word.field.empty()) return values(searcher, word);
  const bool may_be_saved = words.size() <= 1 && (last.empty() || last[0] == '@');
  return (may_be_saved ? saved_searches(searcher, last) : "") + fields(word) +
         plain_words(searcher, word);
}

}  // namespace blogsearch::cli
