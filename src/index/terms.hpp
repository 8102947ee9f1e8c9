// SPDX-License-Identifier: GPL-2.0-or-later
//
// Terms that both sides make, so that what is asked for is what was indexed.
#pragma once

#include <xapian.h>

#include <array>
#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "index/schema.hpp"

namespace blogsearch::index {

/// The boolean term for a value: case, compatibility forms and runs of spaces do not matter.
[[nodiscard]] std::string value_term(std::string_view prefix, std::string_view value);

/// `prefix` and `value` as they are; a term too long for Xapian is cut and ends in its hash.
[[nodiscard]] std::string exact_term(std::string_view prefix, std::string_view value);

/// The words of a text with single spaces between: equal for texts that differ in case, marks and
/// spaces only.
[[nodiscard]] std::string plain_words(std::string_view text);

/// What `language` (BCP 47 or a Snowball name) is called in the index: its stemmer's name or
/// code, or "none".
[[nodiscard]] std::string stemmer_name(std::string_view language);

/// Lets a map of texts be asked by a view.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};
template <class Value>
using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

/// A word, a text::Token's, in one language.
struct KnownWord {
  struct Spot {
    Xapian::termpos position;
    Xapian::termcount wdf;
  };

  [[nodiscard]] std::span<const std::string> stems() const { return {forms.data(), count}; }

  std::array<std::string, 2> forms;  ///< stems, of which there are `count`
  std::size_t count = 0;
  bool is_natural = false;  ///< text::is_natural

  /// Where the post at hand has it, and how often in each field; empty between posts (words.hpp).
  std::vector<Spot> spots;
  std::vector<std::pair<std::string_view, Xapian::termcount>> fields;
};

/// Stems of one language.
class Stems {
 public:
  using Entry = std::pair<const std::string, KnownWord>;

  /// `language` as `stemmer_name` says it.
  explicit Stems(const std::string& language);
  Stems(Stems&&) = default;  // a copy would look into the other's words

  /// What is known of `word`, which stays where it is until `forget_some`.
  [[nodiscard]] Entry& entry(std::string_view word);

  /// The stems of `word` without diacritics: one, or two where the stemmer goes by them. Words that
  /// are not natural are their own stems.
  [[nodiscard]] std::span<const std::string> of(std::string_view word) {
    return entry(word).second.stems();
  }

  /// Whether every stem begins with the letter that its word begins with, if that is of ASCII.
  [[nodiscard]] bool keeps_beginnings() const { return keeps_beginnings_; }

  /// Where there are many words: a build would come to hold all those of the world.
  void forget_some();

 private:
  [[nodiscard]] KnownWord learn(const std::string& word) const;

  Xapian::Stem stem_;
  bool keeps_beginnings_;
  ByText<KnownWord> known_;
  /// Of frequent words, by hash: a processor's cache does not hold all of `known_`.
  std::array<Entry*, 2048> recent_{};
};

/// The term of a word just as it is written: of a natural one itself, else its stem's, which is it.
/// `field` is empty or the title's.
[[nodiscard]] std::string typed_term(std::string_view field, std::string_view word);

[[nodiscard]] inline std::string stem_term(std::string_view field, std::string_view stem) {
  std::string term(1, stem_prefix);
  return term.append(field).append(stem);
}

}  // namespace blogsearch::index
