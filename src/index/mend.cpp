// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/mend.hpp"

#include <algorithm>
#include <vector>

#include "index/fields.hpp"
#include "index/weights.hpp"
#include "text/tokens.hpp"

namespace blogsearch::index {
namespace {

/// Of fewer letters almost anything is the continuation.
constexpr std::size_t min_letters_to_complete = 2, min_letters_to_guess = 3;

class Mender {
 public:
  explicit Mender(Lexicon& lexicon) : lexicon_(lexicon) {}

  /// What else stands in the query tells what a misspelt word was meant to be.
  void learn(const Node& node) {
    if (node.sign == Node::Sign::must_not || is_filter(node)) return;
    for (const std::string& word : text::words_of(node.text))
      if (lexicon_.knows(word)) known_.push_back(word);
    for (const Node& member : node.members) learn(member);
  }

  void correct(Node& node) {
    if (node.sign == Node::Sign::must_not || is_filter(node)) return;
    if (node.kind == Node::Kind::word && node.completions.empty() && !node.is_prefix)
      node.text = with_corrections(node.text, corrections_for(node.text));
    for (Node& member : node.members) correct(member);
  }

  void complete(Node& word, Typing typing) const {
    const std::vector<std::string> words = text::words_of(word.text);
    if (words.size() != 1) return;
    const std::size_t letters = words.front().size();
    const bool is_wanted = typing == Typing::going_on
                               ? letters >= min_letters_to_complete
                               : letters >= min_letters_to_guess && !lexicon_.knows(words.front());
    if (is_wanted) word.completions = lexicon_.completions(words.front(), weights::max_completions);
  }

  [[nodiscard]] const std::map<std::string, std::string>& corrected() const { return corrected_; }

 private:
  const std::map<std::string, std::string>& corrections_for(const std::string& text) {
    for (const std::string& word : text::words_of(text)) {
      if (corrected_.contains(word) || lexicon_.knows(word)) continue;
      const std::string correction = lexicon_.correction(word, known_);
      if (!correction.empty()) corrected_[word] = correction;
    }
    return corrected_;
  }

  Lexicon& lexicon_;
  std::vector<std::string> known_;
  std::map<std::string, std::string> corrected_;
};

/// The word that a query ends with.
Node* last_word(Node& root) {
  if (root.kind != Node::Kind::group || root.members.empty()) return nullptr;
  Node& last = root.members.back();
  const bool is_word = last.kind == Node::Kind::word && !is_filter(last) && !last.is_prefix;
  return is_word && last.sign != Node::Sign::must_not ? &last : nullptr;
}

}  // namespace

std::map<std::string, std::string> mend(Node& root, Typing typing, Lexicon& lexicon) {
  Mender mender(lexicon);
  if (Node* word = last_word(root)) mender.complete(*word, typing);
  mender.learn(root);
  mender.correct(root);
  return mender.corrected();
}

std::string with_corrections(const std::string& query,
                             const std::map<std::string, std::string>& corrections) {
  std::string out;
  std::size_t copied = 0;
  text::for_each_token(query, [&](const text::Token& token) {
    const auto found = corrections.find(std::string(token.word));
    if (found == corrections.end() || token.form != text::Token::Form::whole) return;
    out.append(query, copied, token.span.begin - copied).append(found->second);
    copied = token.span.end;
  });
  return out.append(query, copied);
}

}  // namespace blogsearch::index
