// SPDX-License-Identifier: GPL-2.0-or-later
//
// Answers queries from an index. It stores what an answer shows, so nothing else is opened.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "blogsearch/core/result.hpp"
#include "blogsearch/index/answer.hpp"

namespace blogsearch::index {

class Searcher {
 public:
  [[nodiscard]] static Result<Searcher> open(const std::filesystem::path& folder);
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  /// Not from two threads at once: each opens its own Searcher.
  [[nodiscard]] Result<Answer> search(const Request& request) const;

  /// The URLs of all posts that match `words` as they stand: nothing is relaxed or corrected. In
  /// the order in which the posts were added, newest first. None for a query without words.
  [[nodiscard]] Result<std::vector<std::string>> select(const std::string& words) const;

  /// The posts nearest to that with this URL or source path by the words that tell it from the
  /// others. Nothing when there is no such post.
  [[nodiscard]] Result<std::optional<std::vector<Related>>> related(const std::string& post,
                                                                    std::size_t limit) const;

  /// The URLs of all posts, newest first.
  [[nodiscard]] Result<std::vector<std::string>> urls() const;

  /// What a person who has typed `beginning` may go on to: titles, then tags, then words, those of
  /// most posts first; `limit` of each.
  [[nodiscard]] Result<std::vector<Suggestion>> suggest(const std::string& beginning,
                                                        std::size_t limit) const;

  /// Of each post, by its id, what it was made of, as `Writer::add` was told.
  [[nodiscard]] Result<std::map<std::string, std::uint64_t>> made_of() const;

  /// Reads all of the index: index.damaged where it is not whole.
  [[nodiscard]] Result<void> examine() const;

  /// The queries that the config has names for.
  [[nodiscard]] std::map<std::string, std::string> saved() const;

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
