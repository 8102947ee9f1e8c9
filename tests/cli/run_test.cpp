// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whole runs whose words hold what differs from run to run (times, sizes), and what they leave.
#include "cli/run.hpp"

#include <filesystem>

#include "cli/fake_console.hpp"
#include "support/catch.hpp"
#include "support/temp_dir.hpp"
#include "syntax/json.hpp"

using namespace blogsearch;
using namespace blogsearch::cli;

namespace {

/// A small blog outside the current folder; every path is given.
struct Blog {
  support::TempDir folder;

  Blog() {
    folder.write("posts/a.md", "---\ntitle: A\ndate: 2022-12-14\n---\nText of a.\n");
    folder.write("posts/b.md", "---\ntitle: B\ndate: 2030-01-01\n---\nText of b.\n");
    folder.write("posts/c.md", "---\ntitle: C\ndate: soon\n---\nText of c.\n");
    folder.write("posts/about.md", "About.\n");
  }
  [[nodiscard]] std::string path(const std::string& name) const {
    return (folder.path() / name).string();
  }
  [[nodiscard]] std::vector<std::string> build(const std::vector<std::string>& more) const {
    std::vector<std::string> args{"build", path("posts"), "--site-url", "https://shed.example/",
                                  "--out", path("dist"),  "--index",    path("index"),
                                  "--now", "2024-01-01"};
    args.insert(args.end(), more.begin(), more.end());
    return args;
  }
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string json_text(const syntax::Json* json) { return json ? write_json(*json) : "none"; }

}  // namespace

TEST_CASE("cli: a build leaves feeds, an index and its report", "[cli]") {
  const Blog blog;
  FakeConsole build;
  CHECK(run(blog.build({"--report", blog.path("report.json")}), build.console) == 1);
  CHECK(build.out.str().empty());
  CHECK(std::filesystem::exists(blog.path("dist/atom.xml")));

  const Result<syntax::Json> report = syntax::read_json(support::slurp(blog.path("report.json")));
  REQUIRE(report);
  CHECK(json_text(report->find("read")) == "4");
  CHECK(json_text(report->find("posts")) == "1");
  CHECK(json_text(report->find("pages")) == "1");
  CHECK(contains(json_text(report->find("held_back")), "posts/b.md"));
  CHECK(contains(json_text(report->find("broken")), "posts/c.md"));
  CHECK(json_text(report->find("files_changed")) ==
        R"(["atom.xml","rss.xml","feed.json","feed.css"])");
  CHECK(json_text(report->find("next_due")) == R"("2030-01-01T00:00:00Z")");
  CHECK(contains(json_text(report->find("seconds")), R"("read":)"));

  FakeConsole stats;
  CHECK(run(std::vector<std::string>{"stats", "--index", blog.path("index")}, stats.console) == 0);
  CHECK(contains(stats.out.str(), "posts         1\noldest        2022-12-14\n"));
  FakeConsole json;
  CHECK(run(std::vector<std::string>{"stats", "--json", "--index", blog.path("index")},
            json.console) == 0);
  const Result<syntax::Json> figures = syntax::read_json(json.out.str());
  REQUIRE(figures);
  CHECK(json_text(figures->find("posts")) == "1");
}

TEST_CASE("cli: -v says what was left out, and why, and how long it took", "[cli]") {
  const Blog blog;
  FakeConsole build;
  CHECK(run(blog.build({"-v"}), build.console) == 1);
  const std::string text = build.err.str();
  CAPTURE(text);
  CHECK(contains(text, "held back: " + blog.path("posts/b.md") + ": due 2030-01-01T00:00:00Z\n"));
  CHECK(contains(text, "broken: " + blog.path("posts/c.md") + ": "));
  CHECK(contains(text, "1 page without a date, in no feed\n"));
  CHECK(contains(text, "the next post is due at 2030-01-01T00:00:00Z\n"));
  CHECK(contains(text, "1 post (1 held back, 1 broken) → "));
}

TEST_CASE("cli: neither check nor --dry-run leaves anything", "[cli]") {
  const Blog blog;
  FakeConsole check;
  std::vector<std::string> args = blog.build({});
  args[0] = "check";
  CHECK(run(args, check.console) == 1);
  FakeConsole rehearsal;
  CHECK(run(blog.build({"--dry-run"}), rehearsal.console) == 1);
  CHECK_FALSE(std::filesystem::exists(blog.path("dist")));
  CHECK_FALSE(std::filesystem::exists(blog.path("index")));
}

TEST_CASE("cli: a report that cannot be written is an error of the environment", "[cli]") {
  const Blog blog;
  FakeConsole build;
  CHECK(run(blog.build({"--report", blog.path("posts/a.md/report.json")}), build.console) == 3);
  CHECK(contains(build.err.str(), "posts/a.md: error: cannot write: "));
  CHECK(contains(build.err.str(), " [io.unwritable]\n"));
}

TEST_CASE("cli: the time comes from --now, else SOURCE_DATE_EPOCH, else the clock", "[cli]") {
  const Blog blog;
  const auto posts = [&blog](const std::vector<std::string>& now, const char* epoch,
                             std::chrono::seconds clock) {
    FakeConsole check;
    if (epoch != nullptr) check.console.environment["SOURCE_DATE_EPOCH"] = epoch;
    check.console.clock = std::chrono::sys_seconds{clock};
    std::vector<std::string> args{"check",
                                  "-v",
                                  "--site-url",
                                  "https://shed.example/",
                                  blog.path("posts/a.md"),
                                  blog.path("posts/b.md")};
    args.insert(args.end(), now.begin(), now.end());
    CHECK(run(args, check.console) == 0);
    const std::string text = check.err.str();
    return text.substr(text.find("nothing wrong in "));
  };
  using std::chrono::seconds;
  CHECK(posts({}, nullptr, seconds{1'704'067'200}) == "nothing wrong in 1 post (1 held back)\n");
  CHECK(posts({}, nullptr, seconds{1'893'456'000}) == "nothing wrong in 2 posts\n");
  CHECK(posts({}, "1893455999", seconds{1'893'456'000}) ==
        "nothing wrong in 1 post (1 held back)\n");
  CHECK(posts({}, "", seconds{1'893'456'000}) == "nothing wrong in 2 posts\n");
  CHECK(posts({"--now", "2030-01-01"}, "0", seconds{0}) == "nothing wrong in 2 posts\n");
}

TEST_CASE("cli: eval says of each query how it did and how long it took", "[cli]") {
  const std::string folder = FIXTURES_DIR "/cli/eval/input";
  FakeConsole text;
  CHECK(run(std::vector<std::string>{"eval", folder, "-v"}, text.console) == 0);
  CAPTURE(text.out.str());
  CHECK(contains(text.out.str(), "nDCG@10   MRR@10  recall@100        ms  query\n"));
  CHECK(contains(text.out.str(), "  b: jars of rain\n3 documents, 2 queries\n"));
  CHECK(contains(text.out.str(), " (median), "));

  FakeConsole json;
  CHECK(run(std::vector<std::string>{"eval", folder, "-v", "--json"}, json.console) == 0);
  const Result<syntax::Json> figures = syntax::read_json(json.out.str());
  REQUIRE(figures);
  CHECK(json_text(figures->find("documents")) == "3");
  CHECK(json_text(figures->find("queries")) == "2");
  const syntax::Json* times = figures->find("milliseconds");
  REQUIRE(times != nullptr);
  CHECK(times->find("median") != nullptr);
  CHECK(times->find("p95") != nullptr);
  CHECK(contains(json_text(figures->find("results")),
                 R"({"id":"b","text":"jars of rain","ndcg_10":1.0,"mrr_10":1.0,)"
                 R"("recall_100":1.0,"milliseconds":)"));
}

TEST_CASE("cli: eval asks as --exact and --as-you-type say", "[cli]") {
  const support::TempDir folder;
  folder.write("corpus.jsonl", "{\"_id\": \"1\", \"title\": \"Hinge\", \"text\": \"oil\"}\n");
  folder.write("queries.jsonl",
               "{\"_id\": \"a\", \"text\": \"hinges\"}\n{\"_id\": \"b\", \"text\": \"hinge\"}\n");
  folder.write("qrels.tsv", "query-id\tcorpus-id\tscore\na\t1\t1\nb\t1\t1\n");
  const auto recall = [&](const std::vector<std::string>& more) {
    std::vector<std::string> args{"eval", folder.path().string(), "--json"};
    args.insert(args.end(), more.begin(), more.end());
    FakeConsole eval;
    CHECK(run(args, eval.console) == 0);
    const Result<syntax::Json> figures = syntax::read_json(eval.out.str());
    REQUIRE(figures);
    return json_text(figures->find("recall_100"));
  };
  CHECK(recall({}) == "1.0");
  CHECK(recall({"--exact"}) == "0.5");
  CHECK(recall({"--exact", "--as-you-type"}) == "0.5");
}
