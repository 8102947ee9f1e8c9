// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the last build saw, made and said, in one file, which is written when all else of that
// build is in its place. It holds nothing that the posts do not: without it everything is made
// anew, and comes out the same.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/core/result.hpp"
#include "blogsearch/core/span.hpp"
#include "blogsearch/model/post.hpp"
#include "io/ground.hpp"
#include "io/release.hpp"
#include "io/stamp.hpp"

namespace blogsearch::state {

/// A file that something depends on; without a stamp: on its not being there.
struct Witness {
  std::filesystem::path file;
  std::optional<io::Stamp> stamp;

  bool operator==(const Witness&) const = default;
};

[[nodiscard]] Witness look_at(const std::filesystem::path& file);
[[nodiscard]] bool is_as_it_was(const Witness& witness);

/// A file of the posts' folders.
struct Source {
  std::string file;  ///< to be opened
  std::string path;  ///< below the folder of posts
  std::optional<io::Stamp> stamp;
  std::uint64_t digest = 0;  ///< of its bytes; 0: it could not be read

  bool operator==(const Source&) const = default;
};

/// A file that was written, with a digest of what it was made of.
struct Output {
  std::filesystem::path file;
  std::optional<io::Stamp> stamp;
  std::uint64_t made_of = 0;
  std::uint64_t digest = 0;  ///< of its bytes; 0: not known, as of the index's files
};

/// What the index was given.
struct Indexed {
  std::uint64_t posts = 0;
  std::uint64_t digest = 0;  ///< of their ids, each with what it was made of

  bool operator==(const Indexed&) const = default;
};

/// Instants from `since` on, before `until`; without them any.
struct Period {
  std::optional<time::Timestamp> since, until;

  void narrow(const Period& other);
  [[nodiscard]] bool has(const time::Timestamp& instant) const;
};

/// What a run has to look at to see that there is nothing to do, and what it says then; and the
/// sources, of which there may be more than memory should hold.
struct Glance {
  std::uint64_t asked = 0;     ///< a digest of the configuration, the options and the program
  std::filesystem::path here;  ///< the current folder, from which findings name files
  std::int64_t looked = 0;     ///< io::stamp_time when the build began
  Period period;               ///< in which the same posts are to be seen
  std::vector<Witness> looked_at;
  std::vector<Output> outputs;
  Indexed indexed;
  std::uint64_t walked = 0;  ///< a digest of what the walk has found wrong
  Diagnostics findings;
  std::string report;     ///< the pipeline's, packed
  bool has_news = false;  ///< some of it would not be said again
};

/// What became of one source.
struct Loaded {
  std::optional<model::Post> post;
  std::string held_back;               ///< why, if it is
  std::optional<time::Timestamp> due;  ///< when a post held back will be seen
  bool is_page = false;
  Period period;  ///< in which all this is so
  Diagnostics findings;
  std::vector<Witness> looked_at;
};

/// Where an output has something.
struct Place {
  std::uint64_t output = 0;  ///< its number among Glance::outputs
  std::uint64_t begin = 0;   ///< the first byte
};

/// An entry that was written for feeds; its form is a format with a content.
struct Entry {
  std::uint64_t form = 0;
  std::uint64_t size = 0;
  std::uint64_t digest = 0;
  std::optional<Place> place;  ///< in one of its documents
};

/// What became of the body of one post.
struct Rendered {
  std::uint64_t post = 0;     ///< a digest of it
  std::uint64_t made_of = 0;  ///< of the post and the forms of its entries
  std::vector<Entry> entries;
  std::vector<std::string> unknown_shortcodes;
  Diagnostics findings;
  std::vector<Witness> looked_at;
};

/// As bytes, since most of them are handed on from build to build as they are.
/// Paths in them lead from `ground`.
[[nodiscard]] std::string pack(const Loaded& loaded, const io::Ground& ground);

/// Nothing where the bytes make no sense.
[[nodiscard]] std::optional<Loaded> unpack_loaded(std::string_view bytes, const io::Ground& ground);

/// By Post::path.
using RenderedPosts = std::map<std::string, Rendered>;

/// A state as it was read.
class State {
 public:
  /// state.damaged where the bytes are not a whole state of this version of the program.
  [[nodiscard]] static Result<State> decode(std::string bytes, io::Ground ground);

  [[nodiscard]] const Glance& glance() const { return glance_; }

  /// In the order of the walk.
  [[nodiscard]] const std::vector<Source>& sources() const { return sources_; }

  /// What became of a source, packed.
  [[nodiscard]] std::string_view loaded(std::size_t source) const;

  /// Most runs do not need them. None where their bytes make no sense.
  [[nodiscard]] RenderedPosts rendered() const;

 private:
  explicit State(io::Ground ground) : ground_(std::move(ground)) {}
  [[nodiscard]] bool read();

  io::Ground ground_;
  Glance glance_;
  std::vector<Source> sources_;
  std::vector<Span> loaded_;  ///< of `bytes_`
  std::string bytes_;
  std::size_t rendered_begin_ = 0;
};

/// Values that were packed one after another.
struct List {
  std::size_t count = 0;
  io::Content bytes;
};

/// One of the sources, with its Loaded.
[[nodiscard]] std::string pack(const Source& source, std::string_view loaded,
                               const io::Ground& ground);

/// One of the posts. `path` is Post::path.
[[nodiscard]] std::string pack(const std::string& path, const Rendered& rendered,
                               const io::Ground& ground);

/// A whole state, made of all sources and posts; it is never held in memory. What is given
/// outlives it.
[[nodiscard]] io::Content encode(const List& sources, const Glance& glance, const List& rendered,
                                 const io::Ground& ground);

/// Between its version and its digest, without which nothing is looked into.
[[nodiscard]] io::Content sealed(io::Content content);

}  // namespace blogsearch::state
