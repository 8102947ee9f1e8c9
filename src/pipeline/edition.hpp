// SPDX-License-Identifier: GPL-2.0-or-later
//
// What one build publishes: the feeds and the index, made aside and then put in place.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "blogsearch/index/writer.hpp"
#include "blogsearch/pipeline/build.hpp"
#include "pipeline/built_page.hpp"
#include "pipeline/documents.hpp"
#include "pipeline/entries.hpp"
#include "pipeline/feed_plan.hpp"
#include "pipeline/memory.hpp"
#include "pipeline/site.hpp"

namespace blogsearch::pipeline {

/// Whether the new index goes on from the published one, where it may.
enum class Start { resumed, anew };

/// What became of one post.
struct Made {
  const state::Rendered* known = nullptr;  ///< by the last build; nothing else then
  std::optional<Diagnostic> broken;        ///< why its body could not be had; nothing else then
  state::Rendered rendered;                ///< without its entries
  std::vector<std::pair<Form, std::string>> entries;
  Result<void> indexed;
};

/// Each post is made once, on any thread, and taken in the order of `Site::posts()`. Until
/// `publish` nothing a reader sees has changed.
class Edition {
 public:
  /// Where `scratch` is given everything is made inside that folder and nothing is kept. An index
  /// that is resumed may turn out to be damaged at any time, until it is published: index.damaged.
  [[nodiscard]] static Result<Edition> begin(const Site& site, const Memory& memory,
                                             const std::optional<std::filesystem::path>& scratch,
                                             Start start, Diagnostics& findings);

  /// What a thread makes posts with.
  using Hand = index::Indexer;
  [[nodiscard]] std::vector<Hand> hands(std::size_t count);

  /// The post's body is read, made into all that is wanted of it, and dropped.
  [[nodiscard]] Made make(Hand& hand, std::size_t post) const;

  /// Not of a post that is broken.
  void take(std::size_t post, Made made);

  /// What was made with one hand; in the order of the posts.
  Result<void> take(index::Batch batch) { return index_.add(std::move(batch)); }

  /// Posts whose entries documents want and that were not made. `make_again` is for them: it makes
  /// only what no published document has.
  [[nodiscard]] Result<std::vector<std::size_t>> missing(const BuildOptions& options);
  Result<void> make_again(std::size_t post);

  /// The index first: a post that a feed announces can then be found. Nothing is published when
  /// `options` says that readers must not see what they would.
  Result<void> publish(const BuildOptions& options, Report& report);

  /// What the next build may want to know, once all is published.
  [[nodiscard]] std::vector<state::Output> outputs() const;
  [[nodiscard]] state::Indexed indexed() const;

  /// What became of the posts, those that are broken left out, in their order.
  using EachRendered = std::function<void(const model::Post&, const state::Rendered&)>;
  void for_each_rendered(const std::vector<state::Output>& outputs, const EachRendered& give) const;

 private:
  /// Of each post, where there is one: where its entry stands.
  using PlacesByForm = std::map<Form, std::vector<std::optional<state::Place>>>;

  /// A file, by digests.
  struct Written {
    std::uint64_t made_of = 0;
    std::uint64_t bytes = 0;
  };

  Edition(const Site& site, const Memory& memory, io::Release::Kind kind, index::Writer index,
          Entries entries, BuiltArticles articles)
      : site_(site),
        memory_(memory),
        kind_(kind),
        index_(std::move(index)),
        entries_(std::move(entries)),
        articles_(std::move(articles)) {}

  void plan(Diagnostics& findings);
  Result<void> answer_queries();
  Result<void> look_ahead(const BuildOptions& options, Report& report) const;
  [[nodiscard]] std::filesystem::path file_of(const std::string& path) const;
  [[nodiscard]] std::uint64_t made_of(const Document& document) const;
  [[nodiscard]] bool is_published(const Document& document) const;
  Result<void> release_feed(const Feed& feed, io::Release& release, Report& report);
  Result<void> release_file(const std::string& path, std::uint64_t made_of,
                            const io::Content& content, io::Release& release, Report& report);
  [[nodiscard]] std::vector<Form> forms_of(std::size_t post) const;
  [[nodiscard]] const state::Rendered* recall(std::size_t i, const model::Post& post) const;
  [[nodiscard]] bool find_published(std::size_t i, const model::Post& post);
  [[nodiscard]] PlacesByForm places(const std::vector<state::Output>& outputs) const;

  const Site& site_;
  const Memory& memory_;
  io::Release::Kind kind_;
  index::Writer index_;
  Entries entries_;
  BuiltArticles articles_;
  std::vector<Feed> feeds_;
  std::vector<Form> forms_;             ///< in which entries are wanted
  std::vector<std::uint32_t> wanted_;   ///< of each post: which of `forms_`, by bits
  std::vector<std::uint64_t> made_of_;  ///< of each post: its digest
  std::vector<bool> is_made_;           ///< of each post: neither broken nor still to be made
  std::map<std::size_t, state::Rendered> remarks_;  ///< by post, where there is anything to say
  std::map<std::filesystem::path, Written> outputs_;
};

/// Of all posts of an index by id, each with its `index_digest`.
[[nodiscard]] state::Indexed indexed_of(const std::map<std::string, std::uint64_t>& posts);

/// A digest of all that the index knows of `post`.
[[nodiscard]] std::uint64_t index_digest(std::uint64_t post, const model::SiteConfig& config);

}  // namespace blogsearch::pipeline
