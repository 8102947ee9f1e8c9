// SPDX-License-Identifier: GPL-2.0-or-later
//
// Builds a search index aside and puts it in the place of the old one whole.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "blogsearch/core/result.hpp"
#include "blogsearch/index/searcher.hpp"
#include "blogsearch/model/body.hpp"
#include "blogsearch/model/post.hpp"

namespace blogsearch::index {

/// A post that the index is to hold.
struct Holding {
  std::string id;
  std::string lang;
  std::uint64_t made_of = 0;
};

/// Whether the published index is known to be as it was published; else it is read whole before it
/// is gone on from.
enum class Trust { known, unknown };

/// Posts that go into the index together.
class Batch {
 public:
  Batch(Batch&&) noexcept;
  Batch& operator=(Batch&&) noexcept;
  ~Batch();

 private:
  friend class Indexer;
  friend class Writer;
  class Impl;
  Batch();
  std::unique_ptr<Impl> impl_;
};

/// Makes batches of posts for its Writer, which outlives it. Several do so at a time, each on one
/// thread.
class Indexer {
 public:
  Indexer(Indexer&&) noexcept;
  Indexer& operator=(Indexer&&) noexcept;
  ~Indexer();

  /// `made_of` is a digest of all that `post` and `body` are made of.
  Result<void> add(const model::Post& post, const model::Body& body, std::uint64_t made_of);

  /// What was added since the last call.
  [[nodiscard]] Result<Batch> take();

 private:
  friend class Writer;
  class Impl;
  explicit Indexer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Until `publish` succeeds readers see the old index; a Writer that is destroyed before removes
/// what it wrote. An open Searcher keeps answering from the index it opened. After an error there
/// is nothing to publish, and the error is repeated.
class Writer {
 public:
  /// `folder` is made when it is missing, and refused when it holds anything but an index.
  /// Of `config` all but the folder counts. Its language is BCP 47 or a Snowball name.
  [[nodiscard]] static Result<Writer> create(const std::filesystem::path& folder,
                                             const model::SearchConfig& config);
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;
  ~Writer();

  /// The same, going on from the index that is published where most of `posts` are in it as they
  /// are to be. index.damaged where that cannot be read, here or from any later call: `create`
  /// starts anew.
  [[nodiscard]] static Result<Writer> resume(const std::filesystem::path& folder,
                                             const model::SearchConfig& config,
                                             const std::vector<Holding>& posts, Trust trust);

  /// Whether the post of this id is there already and must not be added.
  [[nodiscard]] bool has(const std::string& id) const;

  /// For Indexers to come: each post that they will be given. What facets have is numbered in the
  /// order of the calls.
  void expect(const model::Post& post);
  [[nodiscard]] Indexer indexer();

  /// In any order; the same order makes the same index.
  Result<void> add(Batch batch);

  /// One post without any ado.
  Result<void> add(const model::Post& post, const model::Body& body, std::uint64_t made_of = 0);

  /// The new index, to be asked before anybody else sees it. Nothing can be added afterwards. The
  /// Searcher is of use until `publish`.
  [[nodiscard]] Result<Searcher> finish();

  /// The new index replaces the old one. Nothing can be added afterwards.
  Result<void> publish();

 private:
  class Impl;
  explicit Writer(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// The files that a reader of the index in `folder` opens; none where there is no index.
[[nodiscard]] std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder);

}  // namespace blogsearch::index
