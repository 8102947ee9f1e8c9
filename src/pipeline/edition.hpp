// SPDX-License-Identifier: GPL-2.0-or-later
//
// What one build publishes: the feeds and the index, written aside and then put in place.
#pragma once

#include <filesystem>
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

  Result<void> add(std::size_t post, const markup::Document& body, Diagnostics& findings);

  /// The index first: a post that a feed announces can then be found.
  Result<void> publish(Report& report);

 private:
  struct Document {
    io::Replacement file;
    feed::Frame frame;
    std::filesystem::path path;
    bool has_entries = false;

    void add(std::string_view entry);
  };
  /// The documents of one format.
  struct Feeds {
    model::Format format;
    std::vector<Document> documents;  ///< parallel to `selections_`
  };

  Edition(const model::Site& site, index::Writer index) : site_(site), index_(std::move(index)) {}

  void select();
  Result<void> open_feeds(const std::optional<std::filesystem::path>& scratch);
  void add_to_feeds(std::size_t post, const markup::Document& body, Diagnostics& findings);

  const model::Site& site_;
  index::Writer index_;
  std::vector<model::Selection> selections_;        ///< of each feed
  std::vector<std::vector<std::size_t>> carriers_;  ///< of each post: the selections it is in
  std::vector<Feeds> feeds_;
};

}  // namespace blogsearch::pipeline
