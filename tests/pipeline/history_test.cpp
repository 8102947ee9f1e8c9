// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/history.hpp"

#include "pipeline/repository.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"
#include "time/write.hpp"

using namespace blogsearch;
using support::Repository;

namespace {

std::string shown(const pipeline::FileHistory& history) {
  return time::rfc3339(history.first) + " " + time::rfc3339(history.last);
}

std::string lines_of(const pipeline::History& history) {
  std::string out;
  for (const auto& [path, dates] : history) out += path + ": " + shown(dates) + "\n";
  return out;
}

std::string history_of(const Repository& repository) {
  const auto history = pipeline::read_history(repository.folder());
  return history ? lines_of(*history) : support::line_of(history.error());
}

}  // namespace

TEST_CASE("pipeline: git tells the first and the last commit of each file", "[pipeline]") {
  const Repository repository;
  CHECK(history_of(repository) == "");  // no commit yet
  repository.write("a.md", "a");
  repository.write("b.md", "b");
  repository.commit("2020-01-02T03:04:05+02:00");
  repository.write("a.md", "aa");
  repository.commit("2021-01-01T00:00:00Z");
  repository.write("b.md", "bb");
  repository.write("never committed.md", "c");
  repository.git({"commit", "-q", "-m", "x", "b.md"}, "2019-06-01T12:00:00-05:00");
  CHECK(history_of(repository) ==
        "a.md: 2020-01-02T03:04:05+02:00 2021-01-01T00:00:00Z\n"
        "b.md: 2020-01-02T03:04:05+02:00 2019-06-01T12:00:00-05:00\n");
}

TEST_CASE("pipeline: a file keeps its history when it is renamed, and names can return",
          "[pipeline]") {
  const Repository repository;
  const std::string text = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n";
  repository.write("_drafts/a.md", text);
  repository.commit("2020-01-01T00:00:00Z");
  repository.git({"mv", "_drafts/a.md", "b.md"});
  repository.commit("2020-02-01T00:00:00Z");
  repository.write("_drafts/a.md", "quite another thing");
  repository.commit("2020-03-01T00:00:00Z");
  repository.git({"mv", "b.md", "c.md"});
  repository.write("c.md", text + "eleven\n");
  repository.commit("2020-04-01T00:00:00Z");
  CHECK(history_of(repository) ==
        "_drafts/a.md: 2020-03-01T00:00:00Z 2020-03-01T00:00:00Z\n"
        "c.md: 2020-01-01T00:00:00Z 2020-04-01T00:00:00Z\n");

  // Only moved: that is no change.
  repository.git({"mv", "c.md", "d.md"});
  repository.commit("2020-05-01T00:00:00Z");
  CHECK(history_of(repository) ==
        "_drafts/a.md: 2020-03-01T00:00:00Z 2020-03-01T00:00:00Z\n"
        "d.md: 2020-01-01T00:00:00Z 2020-04-01T00:00:00Z\n");
}

TEST_CASE("pipeline: any file name comes through git unharmed", "[pipeline]") {
  const Repository repository;
  const std::vector<std::string> names{"a b\".md",    "new\nline.md", "-n.md",   "'q'.md",
                                       "\xC3\xBC.md", "\x01.md",      "tab\t.md"};
  for (const std::string& name : names) repository.write(name, "text of " + name);
  repository.commit("2020-01-01T00:00:00Z");
  const auto history = pipeline::read_history(repository.folder());
  REQUIRE(history);
  CHECK(history->size() == names.size());
  for (const std::string& name : names) CHECK(history->count(name) == 1);
}

TEST_CASE("pipeline: files of merged branches and of a merge itself are dated", "[pipeline]") {
  const Repository repository;
  repository.write("a.md", "a");
  repository.commit("2020-01-01T00:00:00Z");
  repository.git({"checkout", "-q", "-b", "side"});
  repository.write("side.md", "side");
  repository.commit("2020-02-01T00:00:00Z");
  repository.git({"checkout", "-q", "-b", "other", "HEAD~1"});
  repository.write("main.md", "main");
  repository.commit("2020-03-01T00:00:00Z");
  repository.git({"merge", "-q", "--no-commit", "--no-ff", "side"}, "2020-04-01T00:00:00Z");
  repository.write("merge.md", "made by the merge");
  repository.commit("2020-04-01T00:00:00Z");
  CHECK(history_of(repository) ==
        "a.md: 2020-01-01T00:00:00Z 2020-01-01T00:00:00Z\n"
        "main.md: 2020-03-01T00:00:00Z 2020-03-01T00:00:00Z\n"
        "merge.md: 2020-04-01T00:00:00Z 2020-04-01T00:00:00Z\n"
        "side.md: 2020-02-01T00:00:00Z 2020-02-01T00:00:00Z\n");
}

TEST_CASE("pipeline: a log of any bytes is read to its end", "[pipeline]") {
  CHECK(lines_of(pipeline::history_in("")) == "");
  CHECK(lines_of(pipeline::history_in(std::string_view("\0\x01no date\0\0\nA\0a\0", 17))) == "");
  CHECK(lines_of(pipeline::history_in(std::string_view("\0\x01"
                                                       "2020-01-01T00:00:00Z\0\0\nR100\0a",
                                                       30))) ==
        ": 2020-01-01T00:00:00Z 2020-01-01T00:00:00Z\n");
}

TEST_CASE("pipeline: where git cannot tell, it is said why", "[pipeline]") {
  const Repository repository;
  repository.write("a.md", "a");
  repository.commit("2020-01-01T00:00:00Z");
  repository.write("a.md", "b");
  repository.commit("2020-01-02T00:00:00Z");

  const support::TempDir elsewhere;
  Repository::run({"git", "clone", "-q", "--depth", "1", "file://" + repository.folder().string(),
                   (elsewhere.path() / "clone").string()});
  CHECK(support::line_of(pipeline::read_history(elsewhere.path() / "clone").error()) ==
        "git cannot tell dates: the repository is a shallow clone, without its history "
        "[pipeline.no-git-history] (run `git fetch --unshallow`; in GitHub Actions give "
        "actions/checkout `fetch-depth: 0`)");
  CHECK(support::line_of(pipeline::read_history(elsewhere.path()).error()) ==
        "git cannot tell dates: the posts lie in no git repository [pipeline.no-git-history] "
        "(build in a clone of the site's repository, or take `git` out of posts.date_from and "
        "posts.updated_from)");
  {
    const support::Variable other_owner("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
    const support::Variable no_exceptions("GIT_CONFIG_GLOBAL", "/dev/null");
    const support::Variable nor_others("GIT_CONFIG_NOSYSTEM", "1");
    CHECK(history_of(repository) ==
          "git cannot tell dates: the repository belongs to another user, so git does not read it "
          "[pipeline.no-git-history] (run `git config --global --add safe.directory " +
              repository.folder().string() + "`)");
  }
  {
    const support::Variable nothing_there("PATH", elsewhere.path().string());
    CHECK(history_of(repository) ==
          "git cannot tell dates: it is not installed [pipeline.no-git-history] (install git, or "
          "take `git` out of posts.date_from and posts.updated_from)");
  }
}

TEST_CASE("pipeline: a hook's variables do not point git elsewhere", "[pipeline]") {
  const Repository repository;
  repository.write("a.md", "a");
  repository.commit("2020-01-01T00:00:00Z");
  const support::Variable hook("GIT_DIR", "/nowhere");
  CHECK(history_of(repository) == "a.md: 2020-01-01T00:00:00Z 2020-01-01T00:00:00Z\n");
}

TEST_CASE("pipeline: each file is looked up in the repository it lies in", "[pipeline]") {
  const Repository outer;
  outer.write("a.md", "a");
  outer.commit("2020-01-01T00:00:00Z");
  outer.write("new.md", "not committed");
  Repository::run({"git", "init", "-q", (outer.dir().path() / "inner").string()});
  outer.write("inner/b/c.md", "c");
  Repository::run({"git", "-C", (outer.dir().path() / "inner").string(), "add", "-A"});
  Repository::run({"git", "-C", (outer.dir().path() / "inner").string(), "commit", "-q", "-m", "x"},
                  "2021-01-01T00:00:00Z");
  pipeline::Histories histories;
  const auto of = [&](const char* name) {
    const auto found = histories.of(outer.dir().path() / name);
    REQUIRE(found);
    return *found ? shown(**found) : "none";
  };
  CHECK(of("a.md") == "2020-01-01T00:00:00Z 2020-01-01T00:00:00Z");
  CHECK(of("inner/b/c.md") == "2021-01-01T00:00:00Z 2021-01-01T00:00:00Z");
  CHECK(of("new.md") == "none");
}
