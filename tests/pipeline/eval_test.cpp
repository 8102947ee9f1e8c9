// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/pipeline/eval.hpp"

#include "pipeline/measures.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;
using pipeline::Judgements;
using pipeline::Measures;

namespace {

Measures measure(const std::vector<std::string>& answer, const Judgements& judgements) {
  return pipeline::measure(answer, judgements);
}

/// `count` documents that nobody judged.
std::vector<std::string> noise(std::size_t count) {
  std::vector<std::string> documents;
  for (std::size_t i = 0; i < count; ++i) documents.push_back("n" + std::to_string(i));
  return documents;
}

void write(const support::TempDir& dir, const char* queries, const char* qrels) {
  dir.write("corpus.jsonl",
            "{\"_id\": \"oil\", \"title\": \"Oil\", \"text\": \"Oil for hinges\"}\n"
            "{\"_id\": \"rust\", \"title\": \"\", \"text\": \"What rust does to hinges, hinges\"}\n"
            "\n{\"_id\": \"rain\", \"title\": \"Rain\", \"text\": \"A jar and a ruler\"}\n");
  dir.write("queries.jsonl", queries);
  dir.write("qrels.tsv", qrels);
}

}  // namespace

TEST_CASE("pipeline: an answer is measured by ranks and judgements", "[pipeline]") {
  CHECK(measure({"a", "b"}, {{"a", 1}}).ndcg == Approx(1));
  CHECK(measure({"b", "a"}, {{"a", 1}}).ndcg == Approx(0.63093));  // 1 / log2(3)
  CHECK(measure({"b", "a"}, {{"a", 2}, {"b", 1}}).ndcg == Approx(0.85972));
  CHECK(measure({"b"}, {{"a", 1}}).ndcg == 0);
  CHECK(measure({"a"}, {{"a", 1}, {"b", 1}, {"c", 0}, {"d", -1}}).ndcg == Approx(0.61315));
  CHECK(measure({"b", "c", "a"}, {{"a", 1}}).rr == Approx(1.0 / 3));
  CHECK(measure({"a", "x"}, {{"a", 1}, {"b", 1}}).recall == Approx(0.5));
  CHECK(measure({"a"}, {}).recall == 0);

  std::vector<std::string> late = noise(10);
  late.emplace_back("a");
  CHECK(measure(late, {{"a", 1}}).rr == 0);
  CHECK(measure(late, {{"a", 1}}).ndcg == 0);
  CHECK(measure(late, {{"a", 1}}).recall == 1);
  late = noise(100);
  late.emplace_back("a");
  CHECK(measure(late, {{"a", 1}}).recall == 0);
}

TEST_CASE("pipeline: a collection is indexed, asked and measured", "[pipeline]") {
  const support::TempDir dir;
  write(dir,
        "{\"_id\": \"1\", \"text\": \"ruler\"}\n{\"_id\": \"2\", \"text\": \"jar\"}\n"
        "{\"_id\": \"3\", \"text\": \"nobody judged this\"}\n",
        "query-id\tcorpus-id\tscore\n1\train\t1\n2\toil\t1\n4\toil\t1\n");
  Diagnostics findings;
  const auto evaluation = pipeline::evaluate(dir.path(), {}, findings);
  CHECK(support::lines_of(findings) == "");
  REQUIRE(evaluation);
  CHECK(evaluation->documents == 3);
  REQUIRE(evaluation->queries.size() == 2);
  CHECK(evaluation->queries[0].measures.ndcg == Approx(1));
  CHECK(evaluation->queries[1].measures.ndcg == 0);
  CHECK(evaluation->mean.rr == Approx(0.5));

  std::filesystem::create_directory(dir.path() / "known");
  for (const char* file : {"queries.jsonl", "qrels.tsv"})
    std::filesystem::copy_file(dir.path() / file, dir.path() / "known" / file);
  CHECK(pipeline::evaluate(dir.path() / "known", {}, findings)->documents == 3);
}

TEST_CASE("pipeline: what is wrong with a collection is told with its line", "[pipeline]") {
  const auto told = [](const char* queries, const char* qrels) {
    const support::TempDir dir;
    write(dir, queries, qrels);
    Diagnostics findings;
    CHECK_FALSE(pipeline::evaluate(dir.path(), {}, findings));
    return support::lines_of(findings);
  };
  const char* const query = "{\"_id\": \"1\", \"text\": \"ruler\"}\n";
  CHECK(told("{\"text\": \"a\"}\n", "1\train\t1\n").find("a line without an \"_id\"") !=
        std::string::npos);
  CHECK(told("{\"_id\": \"1\"}\n{\"_id\": \"1\"}\n", "1\train\t1\n")
            .find("the \"_id\" 1 is used twice") != std::string::npos);
  CHECK(told(query, "query-id\tcorpus-id\tscore\n1 rain 1\n").find("this is no judgement") !=
        std::string::npos);
  CHECK(told("{\"_id\": \n", "1\train\t1\n").find("[syntax.invalid-json]") != std::string::npos);
}
