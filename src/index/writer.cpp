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
#include "index/schema.hpp"
#include "index/settings.hpp"
#include "index/terms.hpp"
#include "io/pack.hpp"

namespace blogsearch::index {
namespace {

namespace fs = std::filesystem;

/// Xapian collects the postings of a shard in memory, some twenty times its text, and grows
/// slower with them: a shard ends when it has taken this much text.
constexpr std::size_t shard_bytes = std::size_t{1} << 20;

/// Merging keeps five files a shard open, and a process may have 1024.
constexpr std::size_t max_shards = 100;

/// Changing more posts of the published index than one in `few` takes longer than starting anew.
constexpr std::size_t few = 5;

/// An index that has grown by this share, by changes, is written in one go again.
constexpr double most_growth = 1.5;

}  // namespace

/// Posts go into a shard, full shards into `shards_`, which are merged at the end. Where most posts
/// are those of the published index, they go into a copy of it instead.
class Writer::Impl {
 public:
  Impl(fs::path folder, fs::path build, const model::SearchConfig& config)
      : folder_(std::move(folder)),
        build_(std::move(build)),
        language_(stemmer_name(config.language)),
        settings_{config.synonyms, config.saved, config.half_life_days} {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    drop_shard();
    std::error_code ignored;
    fs::remove_all(build_, ignored);
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
      if (kept.contains(post.id)) ++posts_in_[stemmer_for(post.lang)];
    posts_ = kept.size();
    std::set<std::string> wanted;
    for (const Holding& post : posts) wanted.insert(post.id);
    for (const auto& [id, stored] : base.posts)
      if (!wanted.contains(id)) gone_.push_back(stored.document);
    kept_ = std::move(kept);
    base_ = std::move(base);
    facets_ = FacetValues(decode_facet_values(base_->facets));
    return true;
  }

  [[nodiscard]] bool has(const std::string& id) const { return kept_.contains(id); }

  /// After a failure there is nothing to publish: `work` is not done and the failure repeated.
  template <class Work>
  Result<void> attempt(const Work& work) {
    if (failure_) return *failure_;
    Result<void> result = guarded(folder_, work);
    if (!result) failure_ = result.error();
    return result;
  }

  Result<void> add(const model::Post& post, const model::Body& body, std::uint64_t made_of) {
    if (finished_)
      return about(folder_, Code::index_failed, "a post came after the index was put together");
    if (auto opened = open_shard(); !opened) return opened;
    const Xapian::Document document =
        make_document(post, body, made_of, stems_for(post.lang), facets_);
    if (base_)
      shard_->replace_document(exact_term(prefix::id, post.id), document);
    else
      shard_->add_document(document);
    ++posts_;
    bytes_ += post.title.size();
    for (const model::Part& part : body) bytes_ += part.text.size();
    if (bytes_ >= shard_bytes) base_ ? shard_->commit() : close_shard();
    return {};
  }

  /// Makes one database of all shards, once.
  Result<void> finish() {
    if (finished_) return {};
    if (base_) return finish_copy();
    if (shards_.empty())
      if (auto opened = open_shard(); !opened) return opened;
    if (shard_) close_shard();
    finished_ = merge();
    return complete();
  }

  Result<void> publish() {
    if (auto finished = finish(); !finished) return finished;
    const bool is_published = base_ && *finished_ == base_->generation;
    Result<void> published =
        is_published ? Result<void>() : publish_generation(folder_, *finished_);
    if (published)
      failure_ = about(folder_, Code::index_failed, "this build has already been published");
    return published;
  }

  [[nodiscard]] const fs::path& folder() const { return folder_; }

  /// Only after `finish`.
  [[nodiscard]] const fs::path& finished() const { return *finished_; }

 private:
  fs::path next_path() { return build_ / ("shard-" + std::to_string(next_shard_++)); }

  Result<void> finish_copy() {
    const bool is_same = !shard_ && gone_.empty() && base_->languages == languages() &&
                         base_->settings == encode(settings_);
    if (is_same) {
      finished_ = base_->generation;
      return {};
    }
    if (auto opened = open_shard(); !opened) return opened;
    for (const Xapian::docid document : gone_) shard_->delete_document(document);
    close_shard();
    finished_ = shards_.back();
    const auto largest = most_growth * static_cast<double>(base_->compact_bytes);
    if (static_cast<double>(bytes_in(*finished_)) > largest) finished_ = merge();
    return complete();
  }

  /// Says in the finished database what it is.
  Result<void> complete() {
    Xapian::WritableDatabase database(finished_->string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    if (database.get_doccount() != posts_ && base_)
      return damaged(folder_, "it holds other posts than it said");
    if (database.get_doccount() != posts_)
      return about(folder_, Code::index_failed, "posts were lost while the index was put together",
                   "run `blogsearch build` again; if that does not help, please report it");
    describe(database);
    database.commit();
    return {};
  }

  /// An empty one, or a copy of the base, which is not touched: readers are at it.
  Result<void> open_shard() {
    if (shard_) return {};
    if (shards_.size() >= max_shards) shards_ = {merge()};
    shards_.push_back(next_path());
    if (base_)
      if (auto copied = copy_generation(base_->generation, shards_.back()); !copied) return copied;
    const int action = base_ ? Xapian::DB_OPEN : Xapian::DB_CREATE;
    shard_.emplace(shards_.back().string(), action | Xapian::DB_NO_SYNC);
    bytes_ = 0;
    return {};
  }

  /// A language without a stemmer has that of the site: a Japanese post has English words, too.
  [[nodiscard]] std::string stemmer_for(const std::string& lang) const {
    std::string name = stemmer_name(lang);
    return name == "none" ? language_ : name;
  }

  Stems& stems_for(const std::string& lang) {
    const std::string name = stemmer_for(lang);
    ++posts_in_[name];
    return stems_.try_emplace(name, name).first->second;
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

  void describe(Xapian::WritableDatabase& database) {
    database.set_metadata(schema_key, std::string(schema_version));
    database.set_metadata(language_key, language_);
    database.set_metadata(xapian_key, Xapian::version_string());
    database.set_metadata(languages_key, languages());
    database.set_metadata(facets_key, facets_.encode());
    database.set_metadata(settings_key, encode(settings_));
    database.set_metadata(dictionary_key, make_dictionary(database));
    if (is_compact_) database.set_metadata(compact_bytes_key, std::to_string(bytes_in(*finished_)));
  }

  /// A shard that goes would commit what it has, and Xapian ends the program when the disk refuses
  /// that while it goes. In a transaction nothing is committed.
  void drop_shard() {
    if (shard_) (void)guarded(folder_, [this] { shard_->begin_transaction(false); });
    shard_.reset();
  }

  void close_shard() {
    shard_->commit();
    shard_.reset();
  }

  /// Only when no shard is open.
  fs::path merge() {
    fs::path merged = next_path();
    Xapian::Database all;
    for (const fs::path& shard : shards_) all.add_database(Xapian::Database(shard.string()));
    all.compact(merged.string());
    all.close();
    std::error_code ignored;
    for (const fs::path& shard : shards_) fs::remove_all(shard, ignored);
    is_compact_ = true;
    return merged;
  }

  fs::path folder_;
  fs::path build_;
  std::string language_;
  Settings settings_;
  std::map<std::string, Stems> stems_;  ///< by stemmer
  std::map<std::string, std::size_t> posts_in_;
  FacetValues facets_;
  std::optional<Base> base_;
  std::set<std::string> kept_;       ///< ids of posts that are as they are in `base_`
  std::vector<Xapian::docid> gone_;  ///< of `base_`
  bool is_compact_ = false;
  std::optional<Xapian::WritableDatabase> shard_;
  std::vector<fs::path> shards_;
  std::size_t next_shard_ = 0;
  std::size_t bytes_ = 0;
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
