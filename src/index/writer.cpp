// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/index/writer.hpp"

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "index/dictionary.hpp"
#include "index/document.hpp"
#include "index/generation.hpp"
#include "index/guard.hpp"
#include "index/pack.hpp"
#include "index/schema.hpp"
#include "index/settings.hpp"
#include "index/terms.hpp"

namespace blogsearch::index {
namespace {

namespace fs = std::filesystem;

/// Xapian collects the postings of a shard in memory, some twenty times its text, and grows
/// slower with them: a shard ends when it has taken this much text.
constexpr std::size_t shard_bytes = std::size_t{1} << 20;

/// Merging keeps five files a shard open, and a process may have 1024.
constexpr std::size_t max_shards = 100;

}  // namespace

/// Posts go into a shard, full shards into `shards_`; publishing merges them in their order, which
/// keeps the order of the posts.
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
    shard_.reset();
    std::error_code ignored;
    fs::remove_all(build_, ignored);
  }

  /// After a failure there is nothing to publish: `work` is not done and the failure repeated.
  template <class Work>
  Result<void> attempt(const Work& work) {
    if (failure_) return *failure_;
    Result<void> result = guarded(folder_, work);
    if (!result) failure_ = result.error();
    return result;
  }

  Result<void> add(const model::Post& post, const model::Body& body) {
    if (finished_)
      return about(folder_, Code::index_failed, "a post came after the index was put together");
    if (!shard_) open_shard();
    shard_->add_document(make_document(post, body, stems_for(post.lang), facets_));
    ++posts_;
    bytes_ += post.title.size();
    for (const model::Part& part : body) bytes_ += part.text.size();
    if (bytes_ >= shard_bytes) close_shard();
    return {};
  }

  /// Makes one database of all shards, once.
  Result<void> finish() {
    if (finished_) return {};
    if (!shard_ && shards_.empty()) open_shard();
    if (shard_) close_shard();
    finished_ = merge();
    Xapian::WritableDatabase database(finished_->string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    if (database.get_doccount() != posts_)
      return about(folder_, Code::index_failed, "posts were lost while the index was put together",
                   "run `blogsearch build` again; if that does not help, please report it");
    describe(database);
    database.commit();
    return {};
  }

  Result<void> publish() {
    if (auto finished = finish(); !finished) return finished;
    Result<void> published = publish_generation(folder_, *finished_);
    if (published)
      failure_ = about(folder_, Code::index_failed, "this build has already been published");
    return published;
  }

  [[nodiscard]] const fs::path& folder() const { return folder_; }

  /// Only after `finish`.
  [[nodiscard]] const fs::path& finished() const { return *finished_; }

 private:
  fs::path next_path() { return build_ / ("shard-" + std::to_string(next_shard_++)); }

  void open_shard() {
    if (shards_.size() >= max_shards) shards_ = {merge()};
    shards_.push_back(next_path());
    shard_.emplace(shards_.back().string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    bytes_ = 0;
  }

  /// A language without a stemmer has that of the site: a Japanese post has English words, too.
  Stems& stems_for(const std::string& lang) {
    std::string name = stemmer_name(lang);
    if (name == "none") name = language_;
    ++posts_in_[name];
    return stems_.try_emplace(name, name).first->second;
  }

  void describe(Xapian::WritableDatabase& database) {
    database.set_metadata(schema_key, std::string(schema_version));
    database.set_metadata(language_key, language_);
    database.set_metadata(xapian_key, Xapian::version_string());
    std::vector<std::pair<std::size_t, std::string>> languages;
    for (const auto& [name, posts] : posts_in_) languages.emplace_back(posts, name);
    std::sort(languages.begin(), languages.end(), std::greater<>());
    std::vector<std::string> names;
    names.reserve(languages.size());
    for (const auto& [posts, name] : languages) names.push_back(name);
    std::string packed;
    pack_list(packed, names);
    database.set_metadata(languages_key, packed);
    database.set_metadata(facets_key, facets_.encode());
    write_settings(database, settings_);
    database.set_metadata(dictionary_key, make_dictionary(database));
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
    return merged;
  }

  fs::path folder_;
  fs::path build_;
  std::string language_;
  Settings settings_;
  std::map<std::string, Stems> stems_;  ///< by stemmer
  std::map<std::string, std::size_t> posts_in_;
  FacetValues facets_;
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

Result<void> Writer::add(const model::Post& post, const model::Body& body) {
  return impl_->attempt([&] { return impl_->add(post, body); });
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
