// SPDX-License-Identifier: GPL-2.0-or-later
//
// What one build publishes: the feeds and the index, written aside and then put in place.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "blogsearch/feed/writer.hpp"
#include "blogsearch/index/writer.hpp"
#include "blogsearch/model/site.hpp"
#include "blogsearch/pipeline/build.hpp"
#include "io/replace.hpp"
#include "markup/document.hpp"

namespace blogsearch::pipeline {

/// Each post is added once, in the order of `Site::posts()`; its body is dropped again before
/// the next. Until `publish` nothing a reader sees has changed.
class Edition {
 public:
  /// Where `scratch` is given everything is made inside that folder and nothing is kept.
  [[nodiscard]] static Result<Edition> begin(const model::Site& site,
                                             const std::optional<std::filesystem::path>& scratch);

  Result<void> add(std::size_t post, const markup::Document& body);

  /// The index first: a post that a feed announces can then be found.
  Result<void> publish(Report& report);

 private:
  struct Feed {
    io::Replacement file;
    std::unique_ptr<feed::Writer> writer;
    std::filesystem::path path;
  };

  Edition(const model::Site& site, index::Writer index) : site_(site), index_(std::move(index)) {}

  Result<void> open_feeds(const std::optional<std::filesystem::path>& scratch);

  const model::Site& site_;
  model::Selection selection_;
  std::size_t next_ = 0;  ///< in `selection_`
  index::Writer index_;
  std::vector<std::unique_ptr<Feed>> feeds_;  ///< stable addresses: a writer's sink is its file
};

}  // namespace blogsearch::pipeline
