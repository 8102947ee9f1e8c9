// SPDX-License-Identifier: GPL-2.0-or-later
//
// The entries of all feeds, each written once per format and kept until documents are made of
// them.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "blogsearch/model/feeds.hpp"
#include "io/spool.hpp"

namespace blogsearch::pipeline {

class Entries {
 public:
  Entries(io::Spool spool, std::size_t posts) : spool_(std::move(spool)), posts_(posts) {}

  void add(std::size_t post, model::Format format, model::Content content, std::string_view entry) {
    auto& row = places_.try_emplace({format, content}, posts_).first->second;
    row[post] = spool_.append(entry);
  }

  [[nodiscard]] Result<void> finish() { return spool_.finish(); }

  /// An entry of no bytes is one whose post could not be read.
  [[nodiscard]] std::size_t size(std::size_t post, model::Format format,
                                 model::Content content) const {
    return place(post, format, content).size();
  }

  [[nodiscard]] Result<std::string> read(std::size_t post, model::Format format,
                                         model::Content content) const {
    return spool_.read(place(post, format, content));
  }

 private:
  [[nodiscard]] Span place(std::size_t post, model::Format format, model::Content content) const {
    const auto row = places_.find({format, content});
    return row == places_.end() ? Span{} : row->second[post];
  }

  io::Spool spool_;
  std::size_t posts_;
  std::map<std::pair<model::Format, model::Content>, std::vector<Span>> places_;
};

}  // namespace blogsearch::pipeline
