// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/index/searcher.hpp"

#include <xapian.h>

#include <system_error>
#include <utility>

#include "index/answerer.hpp"
#include "index/base.hpp"
#include "index/document.hpp"
#include "index/generation.hpp"
#include "index/guard.hpp"
#include "index/query_parser.hpp"
#include "index/record.hpp"
#include "index/related.hpp"
#include "index/schema.hpp"
#include "index/settings.hpp"
#include "index/suggest.hpp"

namespace blogsearch::index {
namespace fs = std::filesystem;

class Searcher::Impl {
 public:
  Impl(fs::path folder, fs::path generation)
      : folder_(std::move(folder)),
        generation_(std::move(generation)),
        database_(generation_.string()),
        language_(database_.get_metadata(language_key)),
        lexicon_(database_),
        settings_(read_settings(database_)),
        facets_(decode_facet_values(database_.get_metadata(facets_key))) {}

  [[nodiscard]] const fs::path& folder() const { return folder_; }

  [[nodiscard]] Result<void> check_schema() const {
    const std::string version = database_.get_metadata(schema_key);
    if (version == schema_version) return {};
    return about(folder_, Code::index_wrong_schema,
                 "the index was made by another version of blogsearch (schema " +
                     (version.empty() ? "unknown" : version) + ", not " +
                     std::string(schema_version) + ")",
                 rebuild_hint);
  }

  [[nodiscard]] Result<Answer> search(const Request& request) {
    return Answerer(folder_, database_, lexicon_, settings_, facets_, request).answer();
  }

  [[nodiscard]] Result<std::vector<std::string>> select(const std::string& words) {
    const ParsedQuery parsed = parse_query(words, {});
    return urls_of(compile(parsed.root, Joining::all, Forms::all, lexicon_));
  }

  [[nodiscard]] Result<std::vector<std::string>> urls() const {
    return urls_of(Xapian::Query(std::string()));
  }

  [[nodiscard]] Result<std::optional<std::vector<Related>>> related(const std::string& post,
                                                                    std::size_t limit) const {
    const std::optional<Xapian::docid> found = find_post(database_, post);
    if (!found) return std::optional<std::vector<Related>>();
    const Xapian::MSet matches = find_related(database_, *found, limit);
    std::vector<Related> posts;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      auto record = decode(match.get_document().get_data());
      if (!record) return damaged(folder_, "a stored post cannot be read");
      posts.push_back({match.get_weight(), std::move(record->url), std::move(record->path),
                       std::move(record->title), record->published});
    }
    return std::optional(std::move(posts));
  }

  [[nodiscard]] Result<std::vector<Suggestion>> suggest(const std::string& beginning,
                                                        std::size_t limit) {
    std::vector<Suggestion> suggestions;
    Request request;
    request.words = beginning;
    request.limit = limit;
    request.as_you_type = true;
    Result<Answer> titles =
        Answerer(folder_, database_, lexicon_, settings_, facets_, request).answer_titles();
    if (!titles) return titles.error();
    for (Hit& hit : titles->hits)
      suggestions.push_back({Suggestion::Kind::title, std::move(hit.title), 1});
    for (auto& more :
         {suggest_tags(database_, beginning, limit), suggest_words(lexicon_, beginning, limit)})
      suggestions.insert(suggestions.end(), more.begin(), more.end());
    return suggestions;
  }

  [[nodiscard]] std::map<std::string, std::uint64_t> made_of() const {
    std::map<std::string, std::uint64_t> posts;
    const auto end = database_.valuestream_end(slot::made_of);
    for (auto value = database_.valuestream_begin(slot::made_of); value != end; ++value)
      posts.insert(read_made_of(*value));
    return posts;
  }

  [[nodiscard]] Result<void> examine() const { return index::examine(folder_, generation_); }

  [[nodiscard]] std::map<std::string, std::string> saved() const { return settings_.saved; }

  [[nodiscard]] Result<Stats> stats() {
    const Xapian::Query everything{std::string()};
    const auto first_by = [&](Sort sort) {
      Request request;
      request.limit = 1;
      request.sort = sort;
      return Answerer(folder_, database_, lexicon_, settings_, facets_, request).answer(everything);
    };
    auto newest = first_by(Sort::newest);
    if (!newest) return newest.error();
    const auto oldest = first_by(Sort::oldest);
    if (!oldest) return oldest.error();
    Stats stats;
    stats.posts = database_.get_doccount();
    stats.terms = count_terms();
    stats.average_length = database_.get_avlength();
    stats.bytes = bytes_in(generation_);
    if (!newest->hits.empty()) stats.newest = newest->hits.front().published;
    if (!oldest->hits.empty()) stats.oldest = oldest->hits.front().published;
    stats.language = language_;
    stats.facets = std::move(newest->facets);
    return stats;
  }

 private:
  /// Newest first.
  [[nodiscard]] Result<std::vector<std::string>> urls_of(const Xapian::Query& query) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(slot::order, false);
    const Xapian::MSet matches = enquire.get_mset(0, database_.get_doccount());
    std::vector<std::string> urls;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      auto record = decode(match.get_document().get_data());
      if (!record) return damaged(folder_, "a stored post cannot be read");
      urls.push_back(std::move(record->url));
    }
    return urls;
  }

  [[nodiscard]] std::size_t count_terms() const {
    std::size_t count = 0;
    for (auto term = database_.allterms_begin(); term != database_.allterms_end(); ++term) ++count;
    return count;
  }

  fs::path folder_;
  fs::path generation_;
  Xapian::Database database_;
  std::string language_;
  Lexicon lexicon_;
  Settings settings_;
  std::vector<FacetValue> facets_;
};

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

/// Between reading the stub and opening what it names, builds may end and remove that: then the
/// stub says something else by now.
Result<Searcher> Searcher::open(const fs::path& folder) {
  constexpr int most_attempts = 20;
  for (int attempt = 1;; ++attempt) {
    const std::string stub = stub_of(folder);
    const auto generation = find_generation(folder);
    Result<Searcher> opened =
        generation ? open(folder, *generation) : Result<Searcher>(generation.error());
    if (opened || attempt == most_attempts || stub_of(folder) == stub) return opened;
  }
}

Result<Searcher> Searcher::open(const fs::path& folder, const fs::path& generation) {
  return guarded(folder, [&]() -> Result<Searcher> {
    auto impl = std::make_unique<Impl>(folder, generation);
    if (auto checked = impl->check_schema(); !checked) return checked.error();
    return Searcher(std::move(impl));
  });
}

Result<Answer> Searcher::search(const Request& request) const {
  return guarded(impl_->folder(), [&] { return impl_->search(request); });
}

Result<std::vector<std::string>> Searcher::select(const std::string& words) const {
  return guarded(impl_->folder(), [&] { return impl_->select(words); });
}

Result<std::vector<std::string>> Searcher::urls() const {
  return guarded(impl_->folder(), [&] { return impl_->urls(); });
}

Result<std::optional<std::vector<Related>>> Searcher::related(const std::string& post,
                                                              std::size_t limit) const {
  return guarded(impl_->folder(), [&] { return impl_->related(post, limit); });
}

Result<std::vector<Suggestion>> Searcher::suggest(const std::string& beginning,
                                                  std::size_t limit) const {
  return guarded(impl_->folder(), [&] { return impl_->suggest(beginning, limit); });
}

Result<std::map<std::string, std::uint64_t>> Searcher::made_of() const {
  return guarded(impl_->folder(), [&] { return impl_->made_of(); });
}

Result<void> Searcher::examine() const { return impl_->examine(); }

std::map<std::string, std::string> Searcher::saved() const { return impl_->saved(); }

Result<Stats> Searcher::stats() const {
  return guarded(impl_->folder(), [&] { return impl_->stats(); });
}

}  // namespace blogsearch::index
