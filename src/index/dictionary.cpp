// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/dictionary.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <tuple>
#include <utility>

#include "core/characters.hpp"
#include "index/schema.hpp"
#include "io/pack.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

namespace blogsearch::index {
namespace {

constexpr std::size_t min_letters = 3, max_letters = 32;

void append_letters(std::u32string& letters, std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const auto byte = static_cast<unsigned char>(word[i]);
    const text::Step step = byte < 0x80 ? text::Step{byte, 1} : text::decode(word, i);
    letters += step.character.value_or(0xFFFD);
    i += step.length;
  }
}

std::u32string letters_of(std::string_view word) {
  std::u32string letters;
  append_letters(letters, word);
  return letters;
}

/// Of the first `count` letters.
std::size_t bytes_of_letters(std::string_view word, std::size_t count) {
  std::size_t bytes = 0;
  while (bytes < word.size() && (count > 0 || continues_character(word[bytes])))
    if (!continues_character(word[bytes++])) --count;
  return bytes;
}

std::size_t shared_bytes(std::string_view a, std::string_view b) {
  const std::size_t longest = std::min(a.size(), b.size());
  std::size_t shared = 0;
  while (shared < longest && a[shared] == b[shared]) ++shared;
  // A letter is shared whole or not at all.
  while (shared > 0 && shared < b.size() && continues_character(b[shared])) --shared;
  return shared;
}

/// Distances of a word to many others, which share beginnings: a row of the table of edits stands
/// for each letter of the other, and rows of letters that stay are kept.
class Edits {
 public:
  Edits(std::u32string word, std::size_t max) : word_(std::move(word)), max_(max) {
    for (std::size_t i = 0; i <= word_.size(); ++i) rows_[0][i] = static_cast<std::uint8_t>(i);
  }

  /// Nothing when it is more than the maximum.
  [[nodiscard]] std::size_t distance(const std::u32string& other, std::size_t shared) {
    depth_ = std::min(shared, depth_);
    const std::size_t longer = std::max(other.size(), word_.size());
    if (longer - std::min(other.size(), word_.size()) > max_) return max_ + 1;
    while (depth_ < other.size()) {
      if (is_hopeless()) return max_ + 1;
      fill_row(other, ++depth_);
    }
    return rows_[depth_][word_.size()];
  }

  /// Whether no word is near that begins with the first `depth` letters of the other.
  [[nodiscard]] bool is_hopeless() const { return is_hopeless_[depth_]; }
  [[nodiscard]] std::size_t depth() const { return depth_; }

 private:
  /// Farther from the diagonal than the maximum no way leads back.
  void fill_row(const std::u32string& other, std::size_t depth) {
    const auto too_many = static_cast<std::uint8_t>(max_ + 1);
    const std::size_t first = depth > max_ ? depth - max_ : 1;
    const std::size_t last = std::min(word_.size(), depth + max_);
    const Row& above = rows_[depth - 1];
    Row& row = rows_[depth];
    std::uint8_t best = row[first - 1] = depth > max_ ? too_many : static_cast<std::uint8_t>(depth);
    if (last < word_.size()) row[last + 1] = too_many;
    for (std::size_t i = first; i <= last; ++i) {
      const bool is_same = word_[i - 1] == other[depth - 1];
      int edits = above[i - 1] + (is_same ? 0 : 1);
      edits = std::min({edits, above[i] + 1, row[i - 1] + 1});
      if (i > 1 && depth > 1 && word_[i - 1] == other[depth - 2] &&
          word_[i - 2] == other[depth - 1])
        edits = std::min(edits, rows_[depth - 2][i - 2] + 1);
      row[i] = static_cast<std::uint8_t>(edits);
      best = std::min(best, row[i]);
    }
    // Two neighbours may still be swapped over a hopeless row, so the one above counts, too.
    is_hopeless_[depth] = best > max_ && last_best_[depth - 1] > max_;
    last_best_[depth] = best;
  }

  using Row = std::array<std::uint8_t, max_letters + 1>;
  std::u32string word_;
  std::size_t max_;
  std::size_t depth_ = 0;
  std::array<Row, max_letters + 1> rows_{};
  std::array<bool, max_letters + 1> is_hopeless_{};
  std::array<std::uint8_t, max_letters + 1> last_best_{};
};

/// The nearest first; of those the words that begin with `first`, then those of more posts.
void sort(std::vector<Candidate>& found, char32_t first) {
  const auto key = [first](const Candidate& candidate) {
    const bool is_other_letter = letters_of(candidate.word).front() != first;
    return std::tuple(candidate.edits, is_other_letter, ~candidate.posts, candidate.word);
  };
  std::sort(found.begin(), found.end(),
            [&](const Candidate& a, const Candidate& b) { return key(a) < key(b); });
}

}  // namespace

std::string make_dictionary(const Xapian::Database& database) {
  std::string dictionary, last;
  auto term = database.allterms_begin();
  for (term.skip_to("["); term != database.allterms_end(); ++term) {  // behind all prefixes
    const std::string word = *term;
    if (!text::is_natural(word)) continue;
    const std::size_t letters = count_characters(word);
    if (letters < min_letters || letters > max_letters) continue;
    const Xapian::doccount posts = term.get_termfreq();
    if (posts < 2 && !database.term_exists(prefix::title + word)) continue;
    const std::size_t shared = shared_bytes(last, word);
    io::pack_number(dictionary, shared);
    io::pack_text(dictionary, std::string_view(word).substr(shared));
    io::pack_number(dictionary, posts);
    last = word;
  }
  return dictionary;
}

std::vector<Candidate> similar_words(std::string_view dictionary, std::string_view word,
                                     std::size_t max_edits) {
  const std::u32string letters = letters_of(word);
  if (letters.empty() || letters.size() > max_letters) return {};
  Edits edits(letters, max_edits);
  std::vector<Candidate> found;
  std::string other;
  std::u32string other_letters;
  std::size_t seen = 0;               // bytes of `other` that are among its letters
  std::size_t hopeless = other.npos;  // words that share so many bytes need not be looked at
  for (io::Unpacker from(dictionary); !from.at_end();) {
    const std::size_t shared = std::min<std::size_t>(from.number(), other.size());
    other.resize(shared);
    other.append(from.text());
    const std::size_t posts = from.number();
    seen = std::min(seen, shared);
    if (shared >= hopeless) continue;
    const std::string_view bytes = other;
    const std::size_t kept = count_characters(bytes.substr(0, seen));
    other_letters.resize(kept);
    append_letters(other_letters, bytes.substr(seen));
    hopeless = bytes.npos;
    if (other_letters.size() > max_letters) continue;
    seen = bytes.size();
    const std::size_t distance = edits.distance(other_letters, kept);
    if (distance <= max_edits) found.push_back({other, distance, posts});
    if (edits.is_hopeless()) hopeless = bytes_of_letters(bytes, edits.depth());
  }
  sort(found, letters.front());
  return found;
}

}  // namespace blogsearch::index
