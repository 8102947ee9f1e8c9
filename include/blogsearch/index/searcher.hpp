// SPDX-License-Identifier: GPL-2.0-or-later
//
// Answers queries from an index. It stores what an answer shows, so nothing else is opened.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "blogsearch/core/result.hpp"
#include "blogsearch/time/timestamp.hpp"

namespace blogsearch::index {

enum class Sort { relevance, newest, oldest };

struct Request {
  /// Query text; no input is a syntax error. Of a pasted page the first 128 words count.
  std::string words;
  std::size_t offset = 0;
  std::size_t limit = 10;
  Sort sort = Sort::relevance;
};

/// A run of a snippet's plain text, and whether it matched.
struct Fragment {
  std::string text;
  bool is_match = false;
};

struct Hit {
  std::size_t rank = 0;  ///< from 1 at the first hit of the whole answer
  double score = 0;      ///< greater is better; 0 when sorted by date
  std::string url;
  std::string path;
  std::string title;
  time::Timestamp published;
  time::Timestamp updated;
  std::vector<std::string> tags;
  std::string lang;
  std::vector<Fragment> snippet;
};

/// Values of a field among all matching posts with the number of posts, most frequent first,
/// equals by value.
using Facet = std::vector<std::pair<std::string, std::size_t>>;

struct Answer {
  std::size_t total = 0;                 ///< all matching posts, exactly
  std::optional<std::string> corrected;  ///< the query answered instead, when spelling was mended
  bool relaxed = false;                  ///< no post had all words: those with some are given
  std::vector<Hit> hits;
  Facet tag, year, author, lang;
};

struct Stats {
  std::size_t posts = 0;
  std::size_t terms = 0;                          ///< distinct
  double average_length = 0;                      ///< terms a post
  std::uintmax_t bytes = 0;                       ///< on disk
  std::optional<time::Timestamp> oldest, newest;  ///< `published`
  std::string language;                           ///< of the stemmer
  Facet tag, year, author, lang;
};

class Searcher {
 public:
  [[nodiscard]] static Result<Searcher> open(const std::filesystem::path& folder);
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  [[nodiscard]] Result<Answer> search(const Request& request) const;

  /// The URLs of all posts that match `words` as they stand: nothing is relaxed or corrected. In
  /// the order in which the posts were added, newest first. None for a query without words.
  [[nodiscard]] Result<std::vector<std::string>> select(const std::string& words) const;

  [[nodiscard]] Result<Stats> stats() const;

 private:
  friend class Writer;
  class Impl;
  /// `folder` is the index's, for messages; `generation` the database in it.
  [[nodiscard]] static Result<Searcher> open(const std::filesystem::path& folder,
                                             const std::filesystem::path& generation);
  explicit Searcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace blogsearch::index
