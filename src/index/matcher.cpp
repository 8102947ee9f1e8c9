// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/matcher.hpp"

#include <algorithm>

#include "index/fields.hpp"
#include "index/weights.hpp"
#include "text/tokens.hpp"

namespace blogsearch::index {
namespace {

/// Between neighbours of a phrase: a space, a hyphen, `::`.
constexpr std::size_t max_gap = 3;

}  // namespace

Matcher::Matcher(const Node& root, bool is_exact, Lexicon& lexicon)
    : is_exact_(is_exact), lexicon_(lexicon) {
  if (!lexicon.keeps_beginnings()) begins_.fill(true);
  add(root);
}

void Matcher::add(const Node& node) {
  if (node.sign == Node::Sign::must_not || is_filter(node)) return;
  if (node.kind == Node::Kind::word || node.kind == Node::Kind::phrase) add_words(node.text, node);
  for (const Node& member : node.members) add(member);
}

void Matcher::add_words(const std::string& text, const Node& node) {
  const std::vector<std::string> words = text::words_of(text);
  if (node.kind == Node::Kind::phrase && words.size() > 1)
    phrases_.emplace_back(words_.size(), words_.size() + words.size() - 1);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::size_t number = words_.size();
    words_.push_back(words[i]);
    if (i > 0) neighbours_.emplace(number - 1, number);
    const auto add_form = [&](auto& forms, const std::string& form) {
      forms.try_emplace(form, number);
      begins_[static_cast<unsigned char>(form.front())] = true;
    };
    const bool is_typed = is_exact_ || node.kind == Node::Kind::phrase;
    if (is_typed && text::is_natural(words[i]))
      add_form(by_form_, words[i]);
    else
      for (const std::string& stem : lexicon_.all_stems(words[i])) add_form(by_stem_, stem);
    if (i + 1 < words.size()) continue;
    for (const std::string& longer : node.completions) add_form(by_form_, longer);
    if (!node.is_prefix) continue;
    for (const std::string& longer : lexicon_.completions(words[i], weights::max_completions))
      add_form(by_form_, longer);
  }
}

const std::size_t* Matcher::find_word(std::string_view token) {
  const auto first = static_cast<unsigned char>(token.front());
  if (first < 0x80 && !begins_[first]) return nullptr;
  if (const auto known = known_.find(token); known != known_.end()) return known->second;
  return known_.try_emplace(std::string(token), look_up(token)).first->second;
}

const std::size_t* Matcher::look_up(std::string_view token) {
  if (const auto found = by_form_.find(token); found != by_form_.end()) return &found->second;
  for (const std::string& stem : lexicon_.all_stems(token))
    if (const auto found = by_stem_.find(stem); found != by_stem_.end()) return &found->second;
  return nullptr;
}

std::vector<Matcher::Found> Matcher::find(std::string_view text) {
  std::vector<Found> found;
  std::size_t last_token = 0;  // where the last span found ends, counted in tokens
  text::for_each_token(text, [&](const text::Token& token) {
    const std::size_t* const word = find_word(token.word);
    if (word == nullptr) return;
    // A part adds nothing to its whole.
    const bool is_seen = !found.empty() && found.back().span.end >= token.span.end;
    if (is_seen) return;
    const bool is_next = !found.empty() && token.position == last_token + 1 &&
                         neighbours_.contains({found.back().word, *word}) &&
                         token.span.begin <= found.back().span.end + max_gap;
    if (is_next && text.find('\n', found.back().span.end) >= token.span.begin) {
      found.back().span.end = token.span.end;
      found.back().word = *word;
    } else {
      found.push_back({token.span, *word, *word});
    }
    last_token = token.position;
  });
  keep_whole_phrases(found);
  return found;
}

/// A word of a phrase alone says nothing, where the phrase is.
void Matcher::keep_whole_phrases(std::vector<Found>& found) const {
  for (const auto& [first, last] : phrases_) {
    const auto is_whole = [first = first, last = last](const Found& match) {
      return match.first == first && match.word == last;
    };
    if (std::none_of(found.begin(), found.end(), is_whole)) continue;
    std::erase_if(found, [&, first = first, last = last](const Found& match) {
      return match.first >= first && match.word <= last && !is_whole(match);
    });
  }
}

}  // namespace blogsearch::index
