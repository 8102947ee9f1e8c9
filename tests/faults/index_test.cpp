// SPDX-License-Identifier: GPL-2.0-or-later
//
// Indexes that are damaged, of another version, or replaced while they are read.
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <memory>
#include <vector>

#include "faults/site.hpp"
#include "index/republish.hpp"
#include "index/schema.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using namespace blogsearch::faults;
namespace fs = std::filesystem;

namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

fs::path index_of(const Site& site) { return site.path() / ".blogsearch/index"; }

/// The stub, and the files of the generation that it names.
std::vector<fs::path> files_of(const Site& site) {
  const std::string stub = support::slurp(index_of(site) / "XAPIANDB");
  std::vector<fs::path> files;
  const fs::path generation = index_of(site) / stub.substr(5, stub.find('\n') - 5);
  for (const auto& entry : fs::directory_iterator(generation))
    if (entry.file_size() > 0) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  files.push_back(index_of(site) / "XAPIANDB");
  return files;
}

void check_mended(const Site& site, const Outputs& before) {
  const Ended built = run(site.build());
  CAPTURE(built.err);
  CHECK(built.status == 0);
  CHECK(site.outputs() == before);
  CHECK(run(site.query("hammer")).status == 0);
}

void check_refused(const Site& site) {
  const Ended asked = run(site.query("hammer"));
  CAPTURE(asked.err);
  CHECK(asked.status == 3);
  CHECK(asked.out == "");
  CHECK((contains(asked.err, "[index.damaged]") || contains(asked.err, "[index.missing]")));
  CHECK(contains(asked.err, "\n  hint: run `blogsearch build`\n"));
}

}  // namespace

TEST_CASE("faults: a truncated or missing file of the index is told, and the next build mends it",
          "[faults]") {
  const Site site(published());
  const std::size_t count = files_of(site).size();
  REQUIRE(count >= 5);
  for (std::size_t i = 0; i < count; ++i) {
    const fs::path file = files_of(site)[i];
    const bool is_removed = i % 2 == 0;
    CAPTURE(file, is_removed);
    if (is_removed)
      fs::remove(file);
    else
      fs::resize_file(file, fs::file_size(file) / 2);
    check_refused(site);
    check_mended(site, fresh(0));
  }
}

TEST_CASE("faults: an index of other bytes is told, and the next build mends it", "[faults]") {
  const Site site(published());
  for (const char* name : {"XAPIANDB", "iamglass", "postlist.glass", "docdata.glass"}) {
    const std::vector<fs::path> files = files_of(site);
    const auto file = std::find_if(files.begin(), files.end(), [name](const fs::path& each) {
      return each.filename() == name;
    });
    CAPTURE(name);
    REQUIRE(file != files.end());
    std::ofstream(*file, std::ios::in | std::ios::binary) << std::string(fs::file_size(*file), 'x');
    check_refused(site);
    check_mended(site, fresh(0));
  }
}

namespace {

/// The second half of a table, which is as long as before.
void spoil(const Site& site, const char* table) {
  const std::vector<fs::path> files = files_of(site);
  const auto file = std::find_if(files.begin(), files.end(), [table](const fs::path& each) {
    return each.filename() == table;
  });
  REQUIRE(file != files.end());
  const auto size = static_cast<std::streamoff>(fs::file_size(*file));
  std::fstream stream(*file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekp(size / 2);
  stream << std::string(static_cast<std::size_t>(size - size / 2), 'x');
}

void change_a_post(const Site& site) {
  site.write("posts/nail-10.md", support::slurp(published() / "posts/nail-10.md") + "Rust.\n");
}

void check_rebuilt(const Site& site, const Ended& built, const Outputs& expected) {
  CAPTURE(built.err);
  CHECK(built.status == 0);
  CHECK(contains(built.err, ".blogsearch/index: warning: the index is damaged: "));
  CHECK(contains(built.err, " [index.rebuilt]\n  hint: it is built anew from the posts\n"));
  CHECK(site.outputs() == expected);
  CHECK(run(site.check_outputs()).status == 0);
}

/// What a site with a changed post becomes.
Outputs fresh_with_a_change() {
  const Site site;
  change_a_post(site);
  REQUIRE(run(site.build()).status == 0);
  return site.outputs();
}

}  // namespace

TEST_CASE("faults: an index that is damaged deep within is told and built anew", "[faults]") {
  const char* const table =
      GENERATE("postlist.glass", "termlist.glass", "position.glass", "docdata.glass");
  const bool is_post_changed = GENERATE(false, true);
  CAPTURE(table, is_post_changed);
  const Site site(published());
  spoil(site, table);
  if (is_post_changed) change_a_post(site);
  const Ended built = run(site.build());
  check_rebuilt(site, built, is_post_changed ? fresh_with_a_change() : fresh(0));
}

TEST_CASE("faults: an index that is damaged while a build goes on from it is built anew",
          "[faults][wild]") {
  const Site site(published());
  change_a_post(site);
  Run build = site.build();
  const fs::path post = site.path() / "posts/nail-10.md";
  build.environment = interrupted(post, "read", 3, SIGSTOP);  // its body, for the index
  Child child(build);
  child.wait_for_stop();
  spoil(site, "termlist.glass");
  child.signal(SIGCONT);
  check_rebuilt(site, child.wait(), fresh_with_a_change());
}

TEST_CASE("faults: an index of another schema is told, and the next build replaces it",
          "[faults]") {
  const Site site(published());
  index::republish(index_of(site), [](Xapian::WritableDatabase& database) {
    database.set_metadata(index::schema_key, "0");
  });
  const Ended asked = run(site.query("hammer"));
  CHECK(asked.status == 3);
  CHECK(contains(asked.err, "[index.wrong-schema]"));
  CHECK(contains(asked.err, "\n  hint: run `blogsearch build`\n"));
  check_mended(site, fresh(0));
}

TEST_CASE("faults: whatever is lost or damaged of the state comes back", "[faults]") {
  const Site site(published());
  const fs::path state = site.path() / ".blogsearch";
  const int how = GENERATE(0, 1, 2);
  for (const auto& entry : fs::directory_iterator(state)) {
    if (!entry.is_regular_file() || entry.path().filename() == "lock") continue;
    if (how == 0) fs::resize_file(entry.path(), entry.file_size() / 2);
    if (how == 1) std::ofstream(entry.path()) << "no state of ours\n";
  }
  if (how == 2) fs::remove_all(state);
  CHECK(run(site.build()).status == 0);
  CHECK(site.outputs() == fresh(0));
  site.write(1);
  CHECK(run(site.build()).status == 0);
  CHECK(site.outputs() == fresh(1));
}

TEST_CASE("faults: a hundred queries during ten rebuilds each answer from one whole generation",
          "[faults]") {
  const Site site;
  std::vector<std::string> answers;
  for (const int version : {1, 0}) {
    site.write(version);
    REQUIRE(run(site.build()).status == 0);
    answers.push_back(run(site.query("batch")).out);
    REQUIRE(contains(answers.back(), "\"hits\""));
  }
  REQUIRE(answers[0] != answers[1]);

  std::vector<std::unique_ptr<Child>> queries;
  const auto ask = [&](int count) {
    for (int i = 0; i < count; ++i) queries.push_back(std::make_unique<Child>(site.query("batch")));
  };
  ask(50);
  for (int i = 1; i <= 10; ++i) {
    site.write(i % 2);
    Child build(site.build());
    ask(5);
    CHECK(build.wait().status == 0);
  }
  REQUIRE(queries.size() == 100);
  for (const auto& query : queries) {
    const Ended ended = query->wait();
    CAPTURE(ended.err);
    CHECK(ended.status == 0);
    CHECK(ended.err == "");
    CHECK(std::count(answers.begin(), answers.end(), ended.out) == 1);
  }
}

TEST_CASE("faults: a query that finds its generation gone follows the stub again", "[faults]") {
  const Site site(published());
  const std::string before = run(site.query("batch")).out;
  Run query = site.query("batch");
  const long reads = count_calls(query, index_of(site), "read");
  for (long at = 1; at <= reads; at += 2) {
    query.environment = interrupted(index_of(site), "read", at, SIGSTOP);
    Child child(query);
    child.wait_for_stop();
    for (const int version : {1, 0}) {  // the generation before the last one is kept
      site.write(version);
      REQUIRE(run(site.build()).status == 0);
    }
    child.signal(SIGCONT);
    const Ended ended = child.wait();
    CAPTURE(at, reads, ended.err);
    CHECK(ended.status == 0);
    CHECK(ended.err == "");
    CHECK(ended.out == before);
  }
}
