// SPDX-License-Identifier: GPL-2.0-or-later
//
// What one build publishes: the feeds and the index, made aside and then put in place.
#pragma once

#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "blogsearch/index/writer.hpp"
#include "blogsearch/model/site.hpp"
#include "blogsearch/pipeline/build.hpp"
#include "markup/document.hpp"
#include "pipeline/documents.hpp"
#include "pipeline/entries.hpp"
#include "pipeline/feed_plan.hpp"

namespace blogsearch::pipeline {

/// Each post is added once, in the order of `Site::posts()`; its body is dropped again before
/// the next. Until `publish` nothing a reader sees has changed.
class Edition {
 public:
  /// Where `scratch` is given everything is made inside that folder and nothing is kept.
  [[nodiscard]] static Result<Edition> begin(const model::Site& site,
                                             const std::optional<std::filesystem::path>& scratch,
                                             Diagnostics& findings);

  Result<void> add(std::size_t post, const markup::Document& body, Diagnostics& findings);

  /// The index first: a post that a feed announces can then be found.
  Result<void> publish(Report& report);

 private:
  Edition(const model::Site& site, io::Release::Kind kind, index::Writer index, Entries entries)
      : site_(site), kind_(kind), index_(std::move(index)), entries_(std::move(entries)) {}

  void plan(Diagnostics& findings);
  Result<void> answer_queries();
  Result<void> release_feed(const Feed& feed, io::Release& release, Report& report) const;
  Result<void> release_file(const std::string& path, const io::Content& content,
                            io::Release& release, Report& report) const;

  const model::Site& site_;
  io::Release::Kind kind_;
  index::Writer index_;
  Entries entries_;
  std::vector<Feed> feeds_;
  /// Of each post: in which forms its entry is wanted.
  using Form = std::pair<model::Format, model::Content>;
  std::vector<std::vector<Form>> forms_;
};

}  // namespace blogsearch::pipeline
