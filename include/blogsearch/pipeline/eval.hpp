// SPDX-License-Identifier: GPL-2.0-or-later
//
// How good the answers of a search are, by a collection of documents, queries and judgements.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "blogsearch/core/diagnostic.hpp"

namespace blogsearch::pipeline {

/// Each from 0, the worst, to 1.
struct Measures {
  double ndcg = 0;    ///< nDCG@10 with linear gains, as trec_eval has it
  double rr = 0;      ///< reciprocal rank of the first relevant document among the first ten
  double recall = 0;  ///< of all relevant documents, the part among the first hundred
};

struct QueryResult {
  std::string id;
  std::string text;
  Measures measures;
  double milliseconds = 0;  ///< the search for its first ten took
};

struct Evaluation {
  std::size_t documents = 0;
  std::vector<QueryResult> queries;  ///< those that have a relevant document, as the file has them
  Measures mean;                     ///< of all queries
  double median_milliseconds = 0;
  double slow_milliseconds = 0;  ///< 95 of 100 queries took no longer
};

struct EvalOptions {
  std::string language = "en";  ///< of the texts
  bool exact = false;           ///< as in index::Request
  bool as_you_type = false;
};

/// `folder` is in BEIR's layout: corpus.jsonl ({"_id", "title", "text"} a line; also in the folder
/// above), queries.jsonl ({"_id", "text"}) and qrels.tsv (query, document, score; the first line
/// names them). The index is made aside and is gone afterwards. Empty after an error.
[[nodiscard]] std::optional<Evaluation> evaluate(const std::filesystem::path& folder,
                                                 const EvalOptions& options, Diagnostics& findings);

}  // namespace blogsearch::pipeline
