// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/search_settings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/query_parser.hpp"
#include "text/tokens.hpp"
#include "text/words.hpp"

namespace blogsearch::pipeline {
namespace {

using model::SearchConfig;
using model::Synonym;
using Words = std::vector<std::string>;

constexpr const char* synonyms_example =
    "write `- [js, javascript]`, or `- {k8s: kubernetes}` for one way";

/// A word or phrase that can be searched for.
std::optional<std::string> read_word(const Setting& setting) {
  const std::string* text = setting.text();
  if (text == nullptr)
    setting.reject("words or lists of them", synonyms_example);
  else if (text::words_of(*text).empty())
    setting.reject("words with a letter or a digit in each", synonyms_example);
  else
    return text::squeeze(*text);
  return std::nullopt;
}

/// Of a list or of one; empty when something was wrong, and that is reported.
Words read_words(const Setting& setting) {
  Words words;
  bool is_sound = true;
  const auto add = [&](const Setting& item) {
    std::optional<std::string> word = read_word(item);
    is_sound = is_sound && word;
    const bool is_new = word && std::find(words.begin(), words.end(), *word) == words.end();
    if (is_new) words.push_back(*std::move(word));
  };
  if (setting.is_sequence())
    setting.for_each_item(add);
  else
    add(setting);
  return is_sound ? words : Words{};
}

void read_both_ways(const Setting& list, std::vector<Synonym>& synonyms) {
  Words words = read_words(list);
  if (words.size() == 1 || list.is_empty_list())
    return list.reject("two words or more in each list", synonyms_example);
  if (!words.empty()) synonyms.push_back({words, words});
}

void read_one_way(const Setting& mapping, std::vector<Synonym>& synonyms) {
  bool is_empty = true;
  mapping.for_each_member([&](const std::string& word, const Setting& value) {
    is_empty = false;
    if (text::words_of(word).empty() || value.is_empty_list())
      return value.reject("a word and what else it finds", synonyms_example);
    Words found = read_words(value);
    if (!found.empty()) synonyms.push_back({{text::squeeze(word)}, std::move(found)});
  });
  if (is_empty) mapping.reject("a word and what else it finds", synonyms_example);
}

bool is_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
           c == '_';
  });
}

/// What is odd whatever day it is: ages such as `6m` are counted from one.
std::vector<Diagnostic> oddities_of(std::string_view query) {
  const Diagnostics early = index::parse_query(query, "1000-01-01").hints;
  const Diagnostics late = index::parse_query(query, "9000-01-01").hints;
  std::vector<Diagnostic> oddities;
  std::copy_if(early.begin(), early.end(), std::back_inserter(oddities), [&](const auto& hint) {
    return std::find(late.begin(), late.end(), hint) != late.end();
  });
  return oddities;
}

void read_query(const std::string& name, const Setting& setting, SearchConfig& search) {
  if (!is_name(name)) {
    const std::string slug = text::slug(name);
    return setting.reject("named by letters from a to z, digits, '-' and '_'",
                          "write `" + (is_name(slug) ? slug : "rust-2024") + ": …`");
  }
  const std::string* text = setting.text();
  std::string query = text == nullptr ? "" : text::squeeze(*text);
  if (query.empty()) return setting.reject("a query", "write `" + name + ": \"tag:rust\"`");
  if (query.front() == '@')
    return setting.reject("a query that does not begin with '@'",
                          "write out the other query, or `'\"" + query + "\"'` to look for it");
  for (Diagnostic& oddity : oddities_of(*text)) setting.add(std::move(oddity));
  search.saved[name] = std::move(query);
}

std::optional<std::size_t> days_in(std::string_view text) {
  constexpr std::array<std::pair<char, std::size_t>, 4> units{
      {{'d', 1}, {'w', 7}, {'m', 30}, {'y', 365}}};
  constexpr std::size_t longest = 5;
  if (text == "off" || text == "0") return 0;
  if (text.size() < 2 || text.size() > longest) return std::nullopt;
  const auto* const unit = std::find_if(units.begin(), units.end(),
                                        [&](const auto& row) { return row.first == text.back(); });
  std::size_t count = 0;
  const char* const end = text.data() + text.size() - 1;
  const auto [stop, error] = std::from_chars(text.data(), end, count);
  if (unit == units.end() || stop != end || error != std::errc{}) return std::nullopt;
  return count * unit->second;
}

}  // namespace

void read_synonyms(const Setting& setting, SearchConfig& search) {
  search.synonyms.clear();
  if (!setting.is_sequence())
    return setting.reject("a list of lists and mappings", synonyms_example);
  setting.for_each_item([&search](const Setting& item) {
    if (item.is_sequence())
      read_both_ways(item, search.synonyms);
    else if (item.is_mapping())
      read_one_way(item, search.synonyms);
    else
      item.reject("a list of lists and mappings", synonyms_example);
  });
}

void read_saved(const Setting& setting, SearchConfig& search) {
  search.saved.clear();
  if (!setting.is_mapping())
    return setting.reject("names and queries", "write `saved: {rust: \"tag:rust sort:newest\"}`");
  setting.for_each_member([&search](const std::string& name, const Setting& query) {
    read_query(name, query, search);
  });
}

void read_recency(const Setting& setting, SearchConfig& search) {
  const std::string* text = setting.text();
  const auto days = text == nullptr ? std::nullopt : days_in(text::lower_ascii(*text));
  if (!days)
    return setting.reject("a half-life, or off",
                          "write a number of days, weeks, months or years: "
                          "`recency: 90d`, 2w, 6m or 1y");
  search.half_life_days = *days;
}

}  // namespace blogsearch::pipeline
