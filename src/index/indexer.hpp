// SPDX-License-Identifier: GPL-2.0-or-later
//
// What an Indexer and its Writer (writer.hpp) have to do with each other.
#pragma once

#include <xapian.h>

#include <atomic>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "blogsearch/index/writer.hpp"
#include "index/facet_values.hpp"
#include "index/terms.hpp"
#include "index/writable.hpp"

namespace blogsearch::index {

/// What all Indexers of a Writer share.
struct Workshop {
  std::filesystem::path folder;  ///< the index's, for messages
  std::filesystem::path build;
  std::string language;      ///< the site's, as `stemmer_name` says it
  FacetValues facets;        ///< complete before the first Indexer begins
  bool makes_shards = true;  ///< else documents, to be put into a copy of the published index
  std::atomic<std::size_t> next_shard = 0;

  [[nodiscard]] std::filesystem::path next_path() {
    return build / ("shard-" + std::to_string(next_shard++));
  }

  /// A language without a stemmer has that of the site: a Japanese post has English words, too.
  [[nodiscard]] std::string stemmer_for(const std::string& lang) const {
    std::string name = stemmer_name(lang);
    return name == "none" ? language : name;
  }
};

class Batch::Impl {
 public:
  std::filesystem::path shard;                                      ///< empty: none was made
  std::vector<std::pair<std::string, Xapian::Document>> documents;  ///< by the term of their id
  std::map<std::string, std::size_t> posts_in;                      ///< by stemmer
  std::size_t posts = 0;
};

class Indexer::Impl {
 public:
  explicit Impl(Workshop& workshop) : workshop_(workshop) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  Result<void> add(const model::Post& post, const model::Body& body, std::uint64_t made_of);
  Result<Batch> take();

  /// Of text, since the last `take`.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  /// A failure is repeated by all that is attempted after it.
  template <class Work>
  Result<void> attempt(const Work& work);

  Workshop& workshop_;
  std::map<std::string, Stems> stems_;  ///< by stemmer
  std::optional<Writable> shard_;
  Batch batch_;
  std::size_t bytes_ = 0;
  std::optional<Diagnostic> failure_;
};

}  // namespace blogsearch::index
