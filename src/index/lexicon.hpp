// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words that an index knows.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "index/dictionary.hpp"
#include "index/terms.hpp"

namespace blogsearch::index {

class Lexicon {
 public:
  explicit Lexicon(const Xapian::Database& database);

  /// The stems of a word in all languages of the index, each once; those that no post has only
  /// when no post has any.
  [[nodiscard]] std::vector<std::string> stems(std::string_view word);

  /// The same, whether a post has them or not.
  [[nodiscard]] std::vector<std::string> all_stems(std::string_view word);

  /// Whether every stem begins with the letter that its word begins with.
  [[nodiscard]] bool keeps_beginnings() const;

  /// Whether a post has the word, in any form.
  [[nodiscard]] bool knows(std::string_view word);

  /// Of the language that most posts are in.
  [[nodiscard]] bool is_stop_word(std::string_view word) const;

  /// Words that begin with `beginning` and are longer, those of most posts first.
  [[nodiscard]] std::vector<std::string> completions(std::string_view beginning,
                                                     std::size_t limit) const;

  /// How many posts have just this word.
  [[nodiscard]] std::size_t posts(const std::string& word) const {
    return database_.get_termfreq(typed_term({}, word));
  }

  /// Titles, as plain_words says them, that begin with `beginning`; by alphabet.
  [[nodiscard]] std::vector<std::string> titles(const std::string& beginning,
                                                std::size_t limit) const;

  /// What a misspelt word was meant to be, most likely: of the nearest words the one that most
  /// posts have together with one of `others`, else the first of similar_words. Empty when no word
  /// is near.
  [[nodiscard]] std::string correction(std::string_view word,
                                       const std::vector<std::string>& others);

 private:
  [[nodiscard]] std::size_t posts_with(const std::string& word,
                                       const std::vector<std::string>& others);

  const Xapian::Database& database_;
  std::vector<Stems> languages_;
  std::string main_language_;
  std::string dictionary_;  ///< read when it is needed first
};

}  // namespace blogsearch::index
