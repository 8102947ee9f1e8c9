// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/index/writer.hpp"

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "index/base.hpp"
#include "index/dictionary.hpp"
#include "index/document.hpp"
#include "index/generation.hpp"
#include "index/guard.hpp"
#include "index/indexer.hpp"
#include "index/schema.hpp"
#include "index/settings.hpp"
#include "index/terms.hpp"
#include "index/writable.hpp"
#include "io/open_files.hpp"
#include "io/pack.hpp"

namespace blogsearch::index {
namespace {

namespace fs = std::filesystem;

/// Xapian collects the postings of a shard in memory, some twenty times its text, and grows
/// slower with them: a batch of single posts ends when it has taken this much text, and so much is
/// changed at once.
constexpr std::size_t batch_bytes = std::size_t{1} << 20;

/// Merging keeps five files a shard open, and some of its blocks in memory; others are open anyway.
constexpr std::size_t files_a_shard = 5, other_files = 200;
constexpr std::size_t least_shards = 16, most_shards = 1600;

/// How many may be merged at once: the fewer merges, the less is written twice.
std::size_t max_shards() {
  const std::size_t files = io::max_open_files();
  return std::clamp((files - std::min(files, other_files)) / files_a_shard, least_shards,
                    most_shards);
}

/// Changing more posts of the published index than one in `few` takes longer than starting anew.
constexpr std::size_t few = 5;

/// An index that has grown by this share, by changes, is written in one go again.
constexpr double most_growth = 1.5;

}  // namespace

/// Each batch is a shard; some shards at a time are merged while others are made, and in the end
/// all of them. Where most posts are those of the published index, the others go into a copy of it
/// instead.
class Writer::Impl {
 public:
  Impl(fs::path folder, fs::path build, const model::SearchConfig& config)
      : workshop_{.folder = std::move(folder),
                  .build = std::move(build),
                  .language = stemmer_name(config.language),
                  .facets = {}},
        settings_{config.synonyms, config.saved, config.half_life_days} {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    hand_.reset();
    copy_.reset();
    std::error_code ignored;
    fs::remove_all(workshop_.build, ignored);
  }

  /// Whether that is worth while.
  bool go_on_from(Base base, const std::vector<Holding>& posts) {
    std::set<std::string> kept;
    for (const Holding& post : posts) {
      const auto stored = base.posts.find(post.id);
      if (stored == base.posts.end() || stored->second.made_of != post.made_of) continue;
      kept.insert(post.id);
    }
    const std::size_t most = std::max(posts.size(), base.posts.size());
    if ((most - kept.size()) * few > most) return false;
    for (const Holding& post : posts)
      if (kept.contains(post.id)) ++posts_in_[workshop_.stemmer_for(post.lang)];
    posts_ = kept.size();
    std::set<std::string> wanted;
    for (const Holding& post : posts) wanted.insert(post.id);
    for (const auto& [id, stored] : base.posts)
      if (!wanted.contains(id)) gone_.push_back(stored.document);
    kept_ = std::move(kept);
    base_ = std::move(base);
    workshop_.facets = FacetValues(decode_facet_values(base_->facets));
    workshop_.makes_shards = false;
    return true;
  }

  [[nodiscard]] bool has(const std::string& id) const { return kept_.contains(id); }

  /// After a failure there is nothing to publish: `work` is not done and the failure repeated.
  template <class Work>
  Result<void> attempt(const Work& work) {
    if (failure_) return *failure_;
    Result<void> result = guarded(folder(), work);
    if (!result) failure_ = result.error();
    return result;
  }

  void expect(const model::Post& post) { note_facets(post, workshop_.facets); }

  [[nodiscard]] Indexer indexer() { return Indexer(std::make_unique<Indexer::Impl>(workshop_)); }

  Result<void> add(const model::Post& post, const model::Body& body, std::uint64_t made_of) {
    if (finished_) return too_late();
    expect(post);
    if (!hand_) hand_.emplace(workshop_);
    if (auto added = hand_->add(post, body, made_of); !added) return added;
    return hand_->bytes() < batch_bytes ? Result<void>() : add(hand_->take());
  }

  Result<void> add(Result<Batch> made) {
    if (!made) return std::move(made).error();
    if (finished_) return too_late();
    const Batch::Impl& batch = *made->impl_;
    posts_ += batch.posts;
    for (const auto& [stemmer, posts] : batch.posts_in) posts_in_[stemmer] += posts;
    if (!batch.shard.empty()) shards_.push_back(batch.shard);
    if (shards_.size() >= max_shards_) merged_.push_back(merge(std::exchange(shards_, {})));
    return batch.documents.empty() ? Result<void>() : change(batch);
  }

  /// Makes one database of all shards, once.
  Result<void> finish() {
    if (finished_) return {};
    if (hand_)
      if (auto added = add(hand_->take()); !added) return added;
    if (base_) return finish_copy();
    merged_.insert(merged_.end(), shards_.begin(), shards_.end());
    if (merged_.empty()) merged_.push_back(empty_shard());
    finished_ = merge(std::exchange(merged_, {}));
    is_compact_ = true;
    return complete();
  }

  Result<void> publish() {
    if (auto finished = finish(); !finished) return finished;
    const bool is_published = base_ && *finished_ == base_->generation;
    Result<void> published =
        is_published ? Result<void>() : publish_generation(folder(), *finished_);
    if (published)
      failure_ = about(folder(), Code::index_failed, "this build has already been published");
    return published;
  }

  [[nodiscard]] const fs::path& folder() const { return workshop_.folder; }

  /// Only after `finish`.
  [[nodiscard]] const fs::path& finished() const { return *finished_; }

 private:
  [[nodiscard]] Diagnostic too_late() const {
    return about(folder(), Code::index_failed, "a post came after the index was put together");
  }

  /// Puts documents into a copy of the base, which is not touched: readers are at it.
  Result<void> change(const Batch::Impl& batch) {
    if (auto opened = open_copy(); !opened) return opened;
    std::uintmax_t terms = 0;
    for (const auto& [id, document] : batch.documents) {
      (*copy_)->replace_document(id, document);
      terms += document.termlist_count();
    }
    return commit_copy(terms);
  }

  Result<void> commit_copy(std::uintmax_t terms) {
    return copy_->commit(room_for_changes(terms, bytes_in(shards_.front())));
  }

  Result<void> open_copy() {
    if (copy_) return {};
    const fs::path path = workshop_.next_path();
    if (auto copied = copy_generation(base_->generation, path); !copied) return copied;
    copy_.emplace(path, Xapian::DB_OPEN, folder());
    shards_ = {path};
    return {};
  }

  Result<void> finish_copy() {
    const bool is_same = !copy_ && gone_.empty() && base_->languages == languages() &&
                         base_->settings == encode(settings_);
    if (is_same) {
      finished_ = base_->generation;
      return {};
    }
    if (auto opened = open_copy(); !opened) return opened;
    std::uintmax_t terms = 0;
    for (const Xapian::docid document : gone_) {
      terms += (*copy_)->get_document(document).termlist_count();
      (*copy_)->delete_document(document);
    }
    if (auto committed = commit_copy(terms); !committed) return committed;
    copy_.reset();
    finished_ = shards_.front();
    const auto largest = most_growth * static_cast<double>(base_->compact_bytes);
    is_compact_ = static_cast<double>(bytes_in(*finished_)) > largest;
    if (is_compact_) finished_ = merge(shards_);
    return complete();
  }

  [[nodiscard]] fs::path empty_shard() {
    fs::path path = workshop_.next_path();
    const Writable empty(path, Xapian::DB_CREATE, folder());
    return path;
  }

  /// Says in the finished database what it is.
  Result<void> complete() {
    Writable database(*finished_, Xapian::DB_OPEN, folder());
    const bool is_whole = database->get_doccount() == posts_;
    if (!is_whole && base_) return damaged(folder(), "it holds other posts than it said");
    if (!is_whole)
      return about(folder(), Code::index_failed, "posts were lost while the index was put together",
                   "run `blogsearch build` again; if that does not help, please report it");
    return describe(database);
  }

  /// Of the posts, the most frequent first, packed.
  [[nodiscard]] std::string languages() const {
    std::vector<std::pair<std::size_t, std::string>> languages;
    for (const auto& [name, posts] : posts_in_) languages.emplace_back(posts, name);
    std::sort(languages.begin(), languages.end(), std::greater<>());
    std::vector<std::string> names;
    names.reserve(languages.size());
    for (const auto& [posts, name] : languages) names.push_back(name);
    std::string packed;
    io::pack_list(packed, names);
    return packed;
  }

  Result<void> describe(Writable& database) {
    const std::string dictionary = make_dictionary(*database);
    const std::string facets = workshop_.facets.encode();
    database->set_metadata(schema_key, std::string(schema_version));
    database->set_metadata(language_key, workshop_.language);
    database->set_metadata(xapian_key, Xapian::version_string());
    database->set_metadata(languages_key, languages());
    database->set_metadata(facets_key, facets);
    database->set_metadata(settings_key, encode(settings_));
    database->set_metadata(dictionary_key, dictionary);
    if (is_compact_)
      database->set_metadata(compact_bytes_key, std::to_string(bytes_in(*finished_)));
    return database.commit(room_for_text(dictionary.size() + facets.size()));
  }

  /// Into one that is compact; in their order.
  [[nodiscard]] fs::path merge(const std::vector<fs::path>& shards) {
    fs::path merged = workshop_.next_path();
    Xapian::Database all;
    for (const fs::path& shard : shards) all.add_database(Xapian::Database(shard.string()));
    all.compact(merged.string());
    all.close();
    std::error_code ignored;
    for (const fs::path& shard : shards) fs::remove_all(shard, ignored);
    return merged;
  }

  Workshop workshop_;
  Settings settings_;
  std::optional<Indexer::Impl> hand_;  ///< of `add` without an Indexer
  std::map<std::string, std::size_t> posts_in_;
  std::optional<Base> base_;
  std::set<std::string> kept_;       ///< ids of posts that are as they are in `base_`
  std::vector<Xapian::docid> gone_;  ///< of `base_`
  std::optional<Writable> copy_;     ///< of `base_`, to be changed
  std::vector<fs::path> shards_, merged_;
  std::size_t max_shards_ = max_shards();
  bool is_compact_ = false;
  std::size_t posts_ = 0;
  std::optional<fs::path> finished_;
  std::optional<Diagnostic> failure_;
};

Writer::Writer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;

Result<Writer> Writer::create(const fs::path& folder, const model::SearchConfig& config) {
  if (auto prepared = prepare_folder(folder); !prepared) return prepared.error();
  auto build = make_build_folder(folder);
  if (!build) return build.error();
  return guarded(folder, [&] { return Writer(std::make_unique<Impl>(folder, *build, config)); });
}

Result<Writer> Writer::resume(const fs::path& folder, const model::SearchConfig& config,
                              const std::vector<Holding>& posts, Trust trust) {
  Result<Writer> writer = create(folder, config);
  if (!writer) return writer;
  auto base = read_base(folder, stemmer_name(config.language));
  if (!base) return base.error();
  if (!*base) return writer;
  const fs::path generation = (*base)->generation;
  const bool goes_on = writer->impl_->go_on_from(**std::move(base), posts);
  if (goes_on && trust == Trust::unknown)
    if (auto examined = examine(folder, generation); !examined) return std::move(examined).error();
  return writer;
}

bool Writer::has(const std::string& id) const { return impl_->has(id); }

void Writer::expect(const model::Post& post) { impl_->expect(post); }

Indexer Writer::indexer() { return impl_->indexer(); }

Result<void> Writer::add(Batch batch) {
  return impl_->attempt([&] { return impl_->add(std::move(batch)); });
}

Result<void> Writer::add(const model::Post& post, const model::Body& body, std::uint64_t made_of) {
  return impl_->attempt([&] { return impl_->add(post, body, made_of); });
}

Result<Searcher> Writer::finish() {
  if (auto finished = impl_->attempt([&] { return impl_->finish(); }); !finished)
    return std::move(finished).error();
  return Searcher::open(impl_->folder(), impl_->finished());
}

Result<void> Writer::publish() {
  return impl_->attempt([&] { return impl_->publish(); });
}

}  // namespace blogsearch::index
