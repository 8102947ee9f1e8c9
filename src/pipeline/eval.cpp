// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/pipeline/eval.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <string_view>
#include <utility>

#include "blogsearch/index/searcher.hpp"
#include "blogsearch/index/writer.hpp"
#include "io/temporary_folder.hpp"
#include "pipeline/collection.hpp"

namespace blogsearch::pipeline {
namespace {

constexpr std::size_t hits_timed = 10;  // a page of answers
constexpr std::size_t hits_judged = 100;

model::Post post_of(const CollectionText& document, std::string_view language) {
  model::Post post;
  post.id = post.url = post.path = document.id;
  post.title = document.title;
  post.lang = language;
  return post;
}

model::Body body_of(const CollectionText& document) {
  model::Part text;
  text.text = document.text;
  return {std::move(text)};
}

Result<index::Searcher> index_of(const Collection& collection, const std::filesystem::path& folder,
                                 std::string_view language) {
  model::SearchConfig config;
  config.language = language;
  Result<index::Writer> writer = index::Writer::create(folder, config);
  if (!writer) return std::move(writer).error();
  for (const CollectionText& document : collection.documents)
    if (auto added = writer->add(post_of(document, language), body_of(document)); !added)
      return std::move(added).error();
  if (auto published = writer->publish(); !published) return std::move(published).error();
  return index::Searcher::open(folder);
}

/// The documents found, best first, and how long the first page took.
struct Found {
  std::vector<std::string> ids;
  double milliseconds = 0;
};

Result<Found> ask(const index::Searcher& searcher, const std::string& words,
                  const EvalOptions& options) {
  index::Request request;
  request.words = words;
  request.limit = hits_timed;
  request.exact = options.exact;
  request.as_you_type = options.as_you_type;
  const auto start = std::chrono::steady_clock::now();
  const Result<index::Answer> page = searcher.search(request);
  const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
  if (!page) return page.error();
  request.limit = hits_judged;
  const Result<index::Answer> answer = searcher.search(request);
  if (!answer) return answer.error();
  Found found{{}, time.count()};
  for (const index::Hit& hit : answer->hits) found.ids.push_back(hit.url);
  return found;
}

Measures mean_of(const std::vector<QueryResult>& queries) {
  Measures sum;
  for (const QueryResult& query : queries) {
    sum.ndcg += query.measures.ndcg;
    sum.rr += query.measures.rr;
    sum.recall += query.measures.recall;
  }
  const double count = queries.empty() ? 1 : static_cast<double>(queries.size());
  return {sum.ndcg / count, sum.rr / count, sum.recall / count};
}

/// The time that `share` of the queries did not exceed.
double quantile(const std::vector<QueryResult>& queries, double share) {
  if (queries.empty()) return 0;
  std::vector<double> times;
  times.reserve(queries.size());
  for (const QueryResult& query : queries) times.push_back(query.milliseconds);
  std::sort(times.begin(), times.end());
  const double place = std::ceil(share * static_cast<double>(times.size())) - 1;
  return times[static_cast<std::size_t>(std::max(place, 0.0))];
}

bool has_relevant(const Judgements& judgements) {
  for (const auto& [document, score] : judgements)
    if (score > 0) return true;
  return false;
}

Result<Evaluation> ask_all(const Collection& collection, const index::Searcher& searcher,
                           const EvalOptions& options) {
  Evaluation evaluation;
  evaluation.documents = collection.documents.size();
  for (const CollectionText& query : collection.queries) {
    const auto judged = collection.judgements.find(query.id);
    if (judged == collection.judgements.end() || !has_relevant(judged->second)) continue;
    const Result<Found> found = ask(searcher, query.text, options);
    if (!found) return found.error();
    evaluation.queries.push_back(
        {query.id, query.text, measure(found->ids, judged->second), found->milliseconds});
  }
  evaluation.mean = mean_of(evaluation.queries);
  evaluation.median_milliseconds = quantile(evaluation.queries, 0.5);
  evaluation.slow_milliseconds = quantile(evaluation.queries, 0.95);
  return evaluation;
}

}  // namespace

std::optional<Evaluation> evaluate(const std::filesystem::path& folder, const EvalOptions& options,
                                   Diagnostics& findings) {
  const std::optional<Collection> collection = read_collection(folder, findings);
  if (!collection) return std::nullopt;
  Result<io::TemporaryFolder> scratch = io::TemporaryFolder::make();
  if (!scratch) {
    findings.add(std::move(scratch).error());
    return std::nullopt;
  }
  Result<index::Searcher> searcher =
      index_of(*collection, scratch->path() / "index", options.language);
  Result<Evaluation> evaluation = searcher ? ask_all(*collection, *searcher, options)
                                           : Result<Evaluation>(std::move(searcher).error());
  if (evaluation) return *std::move(evaluation);
  findings.add(std::move(evaluation).error());
  return std::nullopt;
}

}  // namespace blogsearch::pipeline
