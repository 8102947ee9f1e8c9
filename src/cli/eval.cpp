// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/pipeline/eval.hpp"

#include <fmt/format.h>

#include <array>
#include <string>

#include "cli/commands.hpp"
#include "cli/report.hpp"
#include "cli/style.hpp"
#include "syntax/json.hpp"

namespace blogsearch::cli {
namespace {

using pipeline::Evaluation;
using pipeline::Measures;
using syntax::Json;

constexpr std::array<Option, 5> options{{
    {"--language", "", "TAG", "the language of the texts (en)"},
    {"--exact", "", "", "words as typed: no other forms of them, no other spelling"},
    {"--as-you-type", "", "", "the last word of each query is the beginning of one"},
    {"--json", "", "", "one JSON object in place of text"},
    {"--verbose", "-v", "", "says also how each query did and how long it took"},
}};

constexpr Syntax syntax{"eval",
                        "measures the search by a test collection",
                        Operands::at_most_one,
                        "DIR",
                        "a folder with corpus.jsonl, queries.jsonl and qrels.tsv (BEIR's layout)",
                        options};

std::string described(const Evaluation& evaluation, bool is_verbose) {
  std::string out;
  if (is_verbose) {
    out += "nDCG@10   MRR@10  recall@100        ms  query\n";
    for (const pipeline::QueryResult& query : evaluation.queries)
      out += fmt::format("{:7.4f}  {:7.4f}  {:10.4f}  {:8.3f}  {}: {}\n", query.measures.ndcg,
                         query.measures.rr, query.measures.recall, query.milliseconds,
                         printable(query.id), printable(query.text));
  }
  const Measures& mean = evaluation.mean;
  out += fmt::format("{}, {}\nnDCG@10     {:.4f}\nMRR@10      {:.4f}\nrecall@100  {:.4f}\n",
                     counted(evaluation.documents, "document"),
                     evaluation.queries.size() == 1
                         ? "1 query"
                         : fmt::format("{} queries", evaluation.queries.size()),
                     mean.ndcg, mean.rr, mean.recall);
  if (is_verbose)
    out += fmt::format("ms          {:.3f} (median), {:.3f} (95 of 100 take no longer)\n",
                       evaluation.median_milliseconds, evaluation.slow_milliseconds);
  return out;
}

Json::Object json_of(const Measures& measures) {
  return {{"ndcg_10", measures.ndcg}, {"mrr_10", measures.rr}, {"recall_100", measures.recall}};
}

Json json_of(const Evaluation& evaluation, bool is_verbose) {
  Json::Object out = json_of(evaluation.mean);
  out.emplace_back("documents", evaluation.documents);
  out.emplace_back("queries", evaluation.queries.size());
  out.emplace_back("milliseconds", Json::Object{{"median", evaluation.median_milliseconds},
                                                {"p95", evaluation.slow_milliseconds}});
  if (!is_verbose) return out;
  Json::Array rows;
  for (const pipeline::QueryResult& query : evaluation.queries) {
    Json::Object row{{"id", query.id}, {"text", query.text}};
    for (auto& measure : json_of(query.measures)) row.push_back(std::move(measure));
    row.emplace_back("milliseconds", query.milliseconds);
    rows.emplace_back(std::move(row));
  }
  out.emplace_back("results", std::move(rows));
  return out;
}

int run_eval(const Arguments& arguments, Console& console) {
  if (arguments.operands().empty())
    return fail(usage_error("eval: a folder is missing",
                            "name a test collection in BEIR's layout, such as `blogsearch eval "
                            "collections/cranfield`"),
                console);
  pipeline::EvalOptions eval;
  eval.language = arguments.value("--language").value_or(eval.language);
  eval.exact = arguments.has("--exact");
  eval.as_you_type = arguments.has("--as-you-type");
  Diagnostics findings;
  const auto evaluation = pipeline::evaluate(arguments.operands().front(), eval, findings);
  show(findings, Verbosity::normal, console);
  if (!evaluation) return exit_status(findings);
  const bool is_verbose = arguments.has("--verbose");
  return deliver(arguments.has("--json")
                     ? write_json(json_of(*evaluation, is_verbose), syntax::Layout::indented) + '\n'
                     : described(*evaluation, is_verbose),
                 0, console);
}

}  // namespace

constinit const Command eval_command{syntax, run_eval};

}  // namespace blogsearch::cli
