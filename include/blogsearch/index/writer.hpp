// SPDX-License-Identifier: GPL-2.0-or-later
//
// Builds a search index aside and puts it in the place of the old one whole.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "blogsearch/core/result.hpp"
#include "blogsearch/index/searcher.hpp"
#include "blogsearch/model/body.hpp"
#include "blogsearch/model/post.hpp"

namespace blogsearch::index {

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

  /// Posts come newest first, those of one time by URL: answers of equal rank keep this order.
  Result<void> add(const model::Post& post, const model::Body& body);

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

}  // namespace blogsearch::index
