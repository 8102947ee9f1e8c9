// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/dictionary.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "support/catch.hpp"

using namespace blogsearch;

namespace {

/// The whole table of edits, as the definition has it.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> edits(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        edits[i][j] = i + j;
        continue;
      }
      edits[i][j] = std::min({edits[i - 1][j] + 1, edits[i][j - 1] + 1,
                              edits[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        edits[i][j] = std::min(edits[i][j], edits[i - 2][j - 2] + 1);
    }
  }
  return edits[a.size()][b.size()];
}

/// Few letters, so that many words are near to each other.
std::string random_word(std::mt19937& random) {
  std::string word(3 + random() % 8, 'a');
  for (char& c : word) c = static_cast<char>('a' + random() % 3);
  return word;
}

}  // namespace

TEST_CASE("index: similar words are those that a whole table of edits finds", "[index]") {
  std::mt19937 random(2004);
  std::set<std::string> words;
  while (words.size() < 1500) words.insert(random_word(random));
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (int copies = 0; copies < 2; ++copies) {
    Xapian::Document document;
    for (const std::string& word : words) document.add_term(word);
    database.add_document(document);
  }
  const std::string dictionary = index::make_dictionary(database);
  for (int i = 0; i < 100; ++i) {
    const std::string word = random_word(random);
    const std::size_t most = 1 + random() % 2;
    std::map<std::string, std::size_t> expected, found;
    for (const std::string& other : words)
      if (const std::size_t edits = distance(word, other); edits <= most) expected[other] = edits;
    for (const index::Candidate& candidate : index::similar_words(dictionary, word, most))
      found[candidate.word] = candidate.edits;
    INFO(word);
    CHECK(found == expected);
  }
}
