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
    auto known = words_.find(token.word);
    if (known == words_.end()) known = words_.try_emplace(std::string(token.word)).first;
    Word& word = known->second;
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
  for (const auto& [word, gathered] : words_) give(word, gathered);
  for (const std::string& stem : title_)
    if (!elsewhere_.contains(stem)) document_.add_boolean_term(stem_term(prefix::only_title, stem));
}

void Words::give(const std::string& word, const Word& gathered) {
  if (text::is_natural(word))
    document_.add_term(word, static_cast<Xapian::termcount>(gathered.spots.size()));
  const bool is_in_body = gathered.spots.back().position >= body_;
  for (const std::string& stem : stems_.of(word)) {
    const std::string term = stem_term({}, stem);
    for (const Spot& spot : gathered.spots) document_.add_posting(term, spot.position, spot.wdf);
    for (const auto& [field, count] : gathered.fields)
      document_.add_term(stem_term(field, stem), count);
    if (is_in_body && title_.contains(stem)) elsewhere_.insert(stem);
  }
}

}  // namespace blogsearch::index
