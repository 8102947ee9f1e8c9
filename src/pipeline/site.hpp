// SPDX-License-Identifier: GPL-2.0-or-later
//
// The catalogue of a site: its config and its visible posts, newest first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/model/config.hpp"
#include "blogsearch/model/post.hpp"
#include "io/ground.hpp"

namespace blogsearch::pipeline {

/// Many posts in little memory: a Post is five times its bytes, and there may be a hundred
/// thousand. Each is made anew where it is asked for, in about a microsecond.
class Posts {
 public:
  /// What is looked at so often that it stands ready.
  struct Head {
    time::Timestamp published, updated;
    bool in_feeds = true, in_search = true;
  };

  /// Their `source` follows from their `path` and `ground`.
  explicit Posts(io::Ground ground) : ground_(std::move(ground)) {}

  /// Makes room for so many in all: else there are half as many twice, while they move.
  void reserve(std::size_t count);
  void add(const model::Post& post);
  void put(std::size_t i, const model::Post& post);

  /// Those of `order`, each once, in that order.
  [[nodiscard]] Posts in_order(const std::vector<std::size_t>& order) &&;

  [[nodiscard]] std::size_t size() const { return packed_.size(); }
  [[nodiscard]] model::Post operator[](std::size_t i) const;
  [[nodiscard]] const Head& head(std::size_t i) const { return heads_[i]; }

  /// Of all that is known of a post; where its file lies has no influence.
  [[nodiscard]] std::uint64_t digest(std::size_t i) const;

  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = model::Post;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = model::Post;

    Iterator(const Posts& posts, std::size_t i) : posts_(&posts), i_(i) {}
    model::Post operator*() const { return (*posts_)[i_]; }
    Iterator& operator++() {
      ++i_;
      return *this;
    }
    bool operator==(const Iterator&) const = default;

   private:
    const Posts* posts_;
    std::size_t i_;
  };

  [[nodiscard]] Iterator begin() const { return {*this, 0}; }
  [[nodiscard]] Iterator end() const { return {*this, size()}; }

 private:
  [[nodiscard]] std::string packed(const model::Post& post) const;

  io::Ground ground_;
  std::vector<std::string> packed_;
  std::vector<Head> heads_;
};

/// A value: it does not change once made.
class Site {
 public:
  /// The posts as of model::arrange, whatever order they came in.
  [[nodiscard]] static Site assemble(model::SiteConfig config, Posts posts, Diagnostics& findings);

  [[nodiscard]] const model::SiteConfig& config() const { return config_; }
  [[nodiscard]] const Posts& posts() const { return posts_; }

 private:
  Site(model::SiteConfig config, Posts posts)
      : config_(std::move(config)), posts_(std::move(posts)) {}

  model::SiteConfig config_;
  Posts posts_;
};

/// Posts of one Site by their place in `Site::posts()`, in the order they are to be shown.
using Selection = std::vector<std::size_t>;

}  // namespace blogsearch::pipeline
