// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/pipeline/eval.hpp"

#include <utility>

#include "blogsearch/index/searcher.hpp"
#include "blogsearch/index/writer.hpp"
#include "io/temporary_folder.hpp"
#include "pipeline/collection.hpp"

namespace blogsearch::pipeline {
namespace {

constexpr std::size_t hits_asked = 100;

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

Result<std::vector<std::string>> answer(const index::Searcher& searcher, const std::string& words) {
  index::Request request;
  request.words = words;
  request.limit = hits_asked;
  const Result<index::Answer> answer = searcher.search(request);
  if (!answer) return answer.error();
  std::vector<std::string> ids;
  for (const index::Hit& hit : answer->hits) ids.push_back(hit.url);
  return ids;
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

bool has_relevant(const Judgements& judgements) {
  for (const auto& [document, score] : judgements)
    if (score > 0) return true;
  return false;
}

Result<Evaluation> ask_all(const Collection& collection, const index::Searcher& searcher) {
  Evaluation evaluation;
  evaluation.documents = collection.documents.size();
  for (const CollectionText& query : collection.queries) {
    const auto judged = collection.judgements.find(query.id);
    if (judged == collection.judgements.end() || !has_relevant(judged->second)) continue;
    const Result<std::vector<std::string>> ids = answer(searcher, query.text);
    if (!ids) return ids.error();
    evaluation.queries.push_back({query.id, query.text, measure(*ids, judged->second)});
  }
  evaluation.mean = mean_of(evaluation.queries);
  return evaluation;
}

}  // namespace

std::optional<Evaluation> evaluate(const std::filesystem::path& folder, std::string_view language,
                                   Diagnostics& findings) {
  const std::optional<Collection> collection = read_collection(folder, findings);
  if (!collection) return std::nullopt;
  Result<io::TemporaryFolder> scratch = io::TemporaryFolder::make();
  if (!scratch) {
    findings.add(std::move(scratch).error());
    return std::nullopt;
  }
  Result<index::Searcher> searcher = index_of(*collection, scratch->path() / "index", language);
  Result<Evaluation> evaluation =
      searcher ? ask_all(*collection, *searcher) : Result<Evaluation>(std::move(searcher).error());
  if (evaluation) return *std::move(evaluation);
  findings.add(std::move(evaluation).error());
  return std::nullopt;
}

}  // namespace blogsearch::pipeline
