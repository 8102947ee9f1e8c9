// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/index/searcher.hpp"

#include <xapian.h>

#include <algorithm>
#include <system_error>

#include "index/facets.hpp"
#include "index/generation.hpp"
#include "index/guard.hpp"
#include "index/query.hpp"
#include "index/record.hpp"
#include "index/schema.hpp"
#include "index/snippet.hpp"

namespace blogsearch::index {
namespace {

namespace fs = std::filesystem;

/// Ties are left to the order of documents: newest first, then by URL.
void set_order(Xapian::Enquire& enquire, Sort sort) {
  // The best of Xapian's weightings over six test collections. It has to be set for every order:
  // snippets are chosen by the weights of words, too.
  enquire.set_weighting_scheme(Xapian::IneB2Weight(1));
  if (sort != Sort::relevance) enquire.set_sort_by_value(slot::published, sort == Sort::newest);
}

Hit make_hit(Record record, std::size_t rank, double score, std::vector<Fragment> snippet) {
  return {.rank = rank,
          .score = score,
          .url = std::move(record.url),
          .path = std::move(record.path),
          .title = std::move(record.title),
          .published = record.published,
          .updated = record.updated,
          .tags = std::move(record.tags),
          .lang = std::move(record.lang),
          .snippet = std::move(snippet)};
}

std::uintmax_t bytes_in(const fs::path& folder) {
  std::uintmax_t bytes = 0;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::uintmax_t size = entry->file_size(error);
    if (!error) bytes += size;
  }
  return bytes;
}

}  // namespace

class Searcher::Impl {
 public:
  Impl(fs::path folder, fs::path generation)
      : folder_(std::move(folder)),
        generation_(std::move(generation)),
        database_(generation_.string()),
        language_(database_.get_metadata(language_key)),
        stemmer_(language_, true) {}

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

  [[nodiscard]] Result<Answer> search(const Request& request) const {
    auto strict = answer(read_query(request.words, Joining::all, stemmer_), request);
    if (!strict || strict->total > 0) return strict;
    auto relaxed = answer(read_query(request.words, Joining::any, stemmer_), request);
    if (relaxed) relaxed->relaxed = relaxed->total > 0;
    return relaxed;
  }

  [[nodiscard]] Result<std::vector<std::string>> select(const std::string& words) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(read_query(words, Joining::all, stemmer_));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    const Xapian::MSet matches = enquire.get_mset(0, database_.get_doccount());
    std::vector<std::string> urls;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      auto record = decode(match.get_document().get_data());
      if (!record) return damaged(folder_, "a stored post cannot be read");
      urls.push_back(std::move(record->url));
    }
    return urls;
  }

  [[nodiscard]] Result<Stats> stats() const {
    const Xapian::Query everything{std::string()};
    auto newest = answer(everything, {.words = {}, .limit = 1, .sort = Sort::newest});
    if (!newest) return newest.error();
    const auto oldest = answer(everything, {.words = {}, .limit = 1, .sort = Sort::oldest});
    if (!oldest) return oldest.error();
    Stats stats;
    stats.posts = database_.get_doccount();
    stats.terms = count_terms();
    stats.average_length = database_.get_avlength();
    stats.bytes = bytes_in(generation_);
    if (!newest->hits.empty()) stats.newest = newest->hits.front().published;
    if (!oldest->hits.empty()) stats.oldest = oldest->hits.front().published;
    stats.language = language_;
    stats.tag = std::move(newest->tag);
    stats.year = std::move(newest->year);
    stats.author = std::move(newest->author);
    stats.lang = std::move(newest->lang);
    return stats;
  }

 private:
  [[nodiscard]] Result<Answer> answer(const Xapian::Query& query, const Request& request) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(query);
    set_order(enquire, request.sort);
    FacetCounter facets(enquire);
    // All posts are looked at: the total and the facets are exact.
    const Xapian::doccount all = database_.get_doccount();
    const Xapian::MSet matches =
        enquire.get_mset(clamped(request.offset), clamped(request.limit), all);
    auto hits = make_hits(matches, request.sort);
    if (!hits) return hits.error();
    return Answer{.total = matches.get_matches_estimated(),
                  .corrected = std::nullopt,
                  .relaxed = false,
                  .hits = std::move(*hits),
                  .tag = facets.tag(),
                  .year = facets.year(),
                  .author = facets.author(),
                  .lang = facets.lang()};
  }

  [[nodiscard]] Result<std::vector<Hit>> make_hits(const Xapian::MSet& matches, Sort sort) const {
    std::vector<Hit> hits;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      auto record = decode(match.get_document().get_data());
      if (!record) return damaged(folder_, "a stored post cannot be read");
      auto snippet = make_snippet(record->text, matches, stemmer_);
      const double score = sort == Sort::relevance ? match.get_weight() : 0;
      hits.push_back(make_hit(std::move(*record), match.get_rank() + 1, score, std::move(snippet)));
    }
    return hits;
  }

  [[nodiscard]] Xapian::doccount clamped(std::size_t number) const {
    return static_cast<Xapian::doccount>(std::min<std::size_t>(number, database_.get_doccount()));
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
  Xapian::Stem stemmer_;
};

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Searcher> Searcher::open(const fs::path& folder) {
  const auto generation = find_generation(folder);
  if (!generation) return generation.error();
  return open(folder, *generation);
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

Result<Stats> Searcher::stats() const {
  return guarded(impl_->folder(), [&] { return impl_->stats(); });
}

}  // namespace blogsearch::index
