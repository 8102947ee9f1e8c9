// SPDX-License-Identifier: GPL-2.0-or-later
//
// The words of a query in a stored text: as the index finds them, so that no post is found by what
// is not marked in it.
#pragma once

#include <array>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "blogsearch/core/span.hpp"
#include "index/lexicon.hpp"
#include "index/query_tree.hpp"
#include "index/terms.hpp"

namespace blogsearch::index {

class Matcher {
 public:
  /// `root` is mended; the words that posts may have, not those that they must not have.
  Matcher(const Node& root, bool is_exact, Lexicon& lexicon);

  struct Found {
    Span span;             ///< of the text
    std::size_t word = 0;  ///< which word of the query; of a phrase the last
    std::size_t first = 0;
  };

  /// In the order of the text. Neighbours of a phrase are one span.
  [[nodiscard]] std::vector<Found> find(std::string_view text);

  [[nodiscard]] std::size_t words() const { return words_.size(); }

  /// The word as it is looked for.
  [[nodiscard]] const std::string& word(std::size_t i) const { return words_[i]; }

 private:
  void add(const Node& node);
  void add_words(const std::string& text, const Node& node);
  void keep_whole_phrases(std::vector<Found>& found) const;
  [[nodiscard]] const std::size_t* find_word(std::string_view token);
  [[nodiscard]] const std::size_t* look_up(std::string_view token);

  bool is_exact_;
  Lexicon& lexicon_;
  std::vector<std::string> words_;
  ByText<std::size_t> by_stem_, by_form_;
  ByText<const std::size_t*> known_;  ///< what words of texts were found to be
  std::set<std::pair<std::size_t, std::size_t>> neighbours_;  ///< words next to each other
  std::vector<std::pair<std::size_t, std::size_t>> phrases_;  ///< first and last word of each
  std::array<bool, 256> begins_{};  ///< first bytes of words that may match
};

}  // namespace blogsearch::index
