// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/words.hpp"

#include <algorithm>

#include "index/schema.hpp"
#include "text/tokens.hpp"

namespace blogsearch::index {
namespace {

/// Between two texts, so that no phrase reaches from one into the other.
constexpr Xapian::termpos gap = 100;

}  // namespace

void Words::add(std::string_view text, std::string_view field) {
  Xapian::termpos last = 0;
  text::for_each_token(text, [&](const text::Token& token) {
    last = token.position + 1;
    Stems::Entry& entry = stems_.entry(token.word);
    KnownWord& word = entry.second;
    if (word.spots.empty()) words_.push_back(&entry);
    const bool is_rest = token.is_gram && token.form == text::Token::Form::part;
    word.spots.push_back({begin_ + token.position, is_rest ? 0U : 1U});
    if (field.empty()) return;
    const auto same = std::find_if(word.fields.begin(), word.fields.end(),
                                   [field](const auto& each) { return each.first == field; });
    if (same == word.fields.end())
      word.fields.emplace_back(field, 1);
    else
      ++same->second;
  });
  begin_ += last + gap;
}

void Words::add_apart(std::string_view text, std::string_view field) {
  text::for_each_token(text, [&](const text::Token& token) {
    for (const std::string& stem : stems_.of(token.word))
      document_.add_posting(stem_term(field, stem), token.position + 1, 0);
  });
}

void Words::add_title(const std::string& title) {
  text::for_each_token(title, [&](const text::Token& token) {
    if (text::is_natural(token.word))
      document_.add_boolean_term(prefix::title + std::string(token.word));
    for (const std::string& stem : stems_.of(token.word)) {
      document_.add_posting(stem_term(prefix::title, stem), token.position + 1);
      title_.insert(stem);
    }
  });
  document_.add_boolean_term(exact_term(prefix::whole_title, plain_words(title)));
  add(title, {});
}

void Words::finish() {
  for (Stems::Entry* entry : words_) give(*entry);
  for (const std::string& stem : title_)
    if (!elsewhere_.contains(stem)) document_.add_boolean_term(stem_term(prefix::only_title, stem));
}

void Words::give(Stems::Entry& entry) {
  KnownWord& word = entry.second;
  if (word.is_natural)
    document_.add_term(entry.first, static_cast<Xapian::termcount>(word.spots.size()));
  const bool is_in_body = word.spots.back().position >= body_;
  for (const std::string& stem : word.stems()) {
    const std::string term = stem_term({}, stem);
    for (const KnownWord::Spot& spot : word.spots)
      document_.add_posting(term, spot.position, spot.wdf);
    for (const auto& [field, count] : word.fields)
      document_.add_term(stem_term(field, stem), count);
    if (is_in_body && title_.contains(stem)) elsewhere_.insert(stem);
  }
  word.spots.clear();
  word.fields.clear();
}

}  // namespace blogsearch::index
