// SPDX-License-Identifier: GPL-2.0-or-later
//
// The command of `build.on_change`: each changed file is told until the command has succeeded,
// whatever happens to the builds.
#include <unistd.h>

#include <csignal>
#include <set>
#include <sstream>

#include "faults/site.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using namespace blogsearch::faults;
namespace fs = std::filesystem;

namespace {

constexpr const char* note = ".blogsearch/changed";

/// A site that is published as version 0, and has a command from then on.
class Told {
 public:
  explicit Told(const std::string& build) : site(published()), build_(build) { write(0); }

  void write(int version) const {
    site.write(version);
    std::ofstream(site.path() / "blogsearch.yaml", std::ios::app) << "build:\n" << build_;
  }

  [[nodiscard]] Ended build(const Words& more = {}) const { return run(site.build(more)); }
  [[nodiscard]] fs::path path(const char* name) const { return site.path() / name; }
  [[nodiscard]] std::string file(const char* name) const { return support::slurp(path(name)); }

  Site site;

 private:
  std::string build_;
};

/// The feeds that differ between two outputs, as the command is told of them.
std::set<std::string> differing(const Outputs& before, const Outputs& after) {
  std::set<std::string> names;
  const std::string out = "dist/";
  for (const auto& [name, bytes] : after.files) {
    const auto known = before.files.find(name);
    const bool is_same = known != before.files.end() && known->second == bytes;
    if (!is_same && name.starts_with(out)) names.insert(name.substr(out.size()));
  }
  return names;
}

std::set<std::string> lines_of(const std::string& text) {
  std::istringstream stream(text);
  std::set<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.insert(line);
  return lines;
}

const std::string failure =
    "blogsearch.yaml: error: the command of `build.on_change` failed: its exit status is 1 "
    "[pipeline.on-change-failed]\n"
    "  hint: all is published; the next build tells it of the same files again\n";

}  // namespace

TEST_CASE("faults: the command is told once of all files that have changed", "[faults]") {
  const Told told("  on_change: cat >> told; echo end >> told\n");
  CHECK(told.build().status == 0);
  CHECK_FALSE(exists(told.path("told")));  // nothing has changed but the config
  told.write(1);
  CHECK(told.build({"--dry-run"}).status == 0);
  CHECK(run({{"check", "--now", "2025-01-01"}, told.site.path()}).status == 0);
  CHECK_FALSE(exists(told.path("told")));
  CHECK(told.build().status == 0);
  CHECK(told.build().status == 0);
  CHECK(told.build({"--full"}).status == 0);
  std::set<std::string> expected = differing(fresh(0), fresh(1));
  CHECK(expected.contains("atom.xml"));
  std::string lines;
  for (const std::string& name : expected) lines += name + '\n';
  CHECK(told.file("told") == lines + "end\n");
  CHECK_FALSE(exists(told.path(note)));
  CHECK(told.site.outputs() == fresh(1));
}

TEST_CASE("faults: the command is told of files that are no more, and where the files are",
          "[faults]") {
  const Told told(
      "  on_change: 'cat > \"$BLOGSEARCH_OUT/../told\"; echo \"$BLOGSEARCH_URL\" > url'\n");
  CHECK(told.build().status == 0);  // knows the copied feeds for its own
  for (int i = 11; i < 22; i += 2)
    fs::remove(told.site.path() / ("posts/nail-" + std::to_string(i) + ".md"));
  CHECK(told.build().status == 0);
  CHECK_FALSE(exists(told.path("dist/tags/copper/atom.xml")));
  CHECK(lines_of(told.file("told")).contains("tags/copper/atom.xml"));
  CHECK(told.file("url") == "https://shed.example/\n");
}

TEST_CASE("faults: a list of words is run without a shell", "[faults]") {
  const Told told("  on_change: [cp, /dev/stdin, told $(here)]\n");
  told.write(1);
  CHECK(told.build().status == 0);
  CHECK(lines_of(told.file("told $(here)")) == differing(fresh(0), fresh(1)));
}

TEST_CASE("faults: what the command says is not among the results", "[faults]") {
  const Told told("  on_change: 'echo purged; echo slowly >&2'\n");
  told.write(1);
  const Ended ended = told.build({"--messages", "json"});
  CHECK(ended.err == "purged\nslowly\n");
  CHECK(ended.out.find("purged") == std::string::npos);
}

TEST_CASE("faults: a command that fails undoes nothing, and is run again by the next build",
          "[faults]") {
  const Told told("  on_change: cat >> told; test -e well\n");
  told.write(1);
  const Ended failed = told.build({"-q"});
  CHECK(failed.status == 3);
  CHECK(failed.err == failure);
  CHECK(told.site.outputs() == fresh(1));
  CHECK(run(told.site.check_outputs()).status == 0);

  fs::remove(told.path("told"));
  const Ended again = told.build();  // with nothing else to do
  CHECK(again.status == 3);
  CHECK(again.err == failure);
  const std::set<std::string> expected = differing(fresh(0), fresh(1));
  CHECK(lines_of(told.file("told")) == expected);

  told.site.write("well", "");
  fs::remove(told.path("told"));
  CHECK(told.build().status == 0);
  CHECK(lines_of(told.file("told")) == expected);
  fs::remove(told.path("told"));
  CHECK(told.build().status == 0);
  CHECK_FALSE(exists(told.path("told")));
}

TEST_CASE("faults: a command that is not there, or has no end, is told", "[faults]") {
  struct Row {
    std::string build, why;
  };
  const auto row = GENERATE(values<Row>({
      {"  on_change: [./none]\n", "cannot run the program: no such file or folder: ./none"},
      {"  on_change: 'kill -9 $$'\n", "it was ended by signal 9"},
      {"  on_change: sleep 600\n  on_change_timeout: 1\n", "it took longer than 1 s and was ended"},
  }));
  const Told told(row.build);
  told.write(1);
  const Ended ended = told.build();
  CHECK(ended.status == 3);
  CHECK(ended.err == "blogsearch.yaml: error: the command of `build.on_change` failed: " + row.why +
                         " [pipeline.on-change-failed]\n"
                         "  hint: all is published; the next build tells it of the same files "
                         "again\n");
  CHECK(told.site.outputs() == fresh(1));
}

TEST_CASE("faults: what a killed build has changed is told by the next one", "[faults]") {
  const Told rehearsal("  on_change: cat >> told\n");
  rehearsal.write(1);
  const long renames = count_calls(rehearsal.site.build(), rehearsal.site.path(), "rename");
  REQUIRE(renames > 4);
  for (long at = 1; at <= renames; ++at) {
    const Told told("  on_change: cat >> told\n");
    told.write(1);
    Run build = told.site.build();
    build.environment = interrupted(told.site.path(), "rename", at, SIGKILL);
    CHECK(run(build).was_killed);
    CAPTURE(at);
    CHECK_FALSE(exists(told.path("told")));
    CHECK(told.build().status == 0);
    CHECK(lines_of(told.file("told")) == differing(fresh(0), fresh(1)));
    CHECK_FALSE(exists(told.path(note)));
  }
}

TEST_CASE("faults: a signal ends the command, and the next build runs it again", "[faults]") {
  const Told told("  on_change: 'cat > told; test -e well || { echo $$ > process; sleep 600; }'\n");
  told.write(1);
  Child child(told.site.build());
  while (child.is_running() && told.file("process").empty()) usleep(1000);
  child.signal(SIGTERM);
  const Ended ended = child.wait();
  CHECK(ended.status == 128 + SIGTERM);
  CHECK(ended.err ==
        "ended by SIGTERM; all is published, the next build runs `build.on_change` again\n");
  CHECK(kill(std::stoi(told.file("process")), 0) != 0);
  CHECK(told.site.outputs() == fresh(1));
  CHECK(told.site.litter() == "");

  told.site.write("well", "");
  fs::remove(told.path("told"));
  CHECK(told.build().status == 0);
  CHECK(lines_of(told.file("told")) == differing(fresh(0), fresh(1)));
}

TEST_CASE("faults: a build that the command calls is turned away", "[faults]") {
  const Told told("  on_change: '" BLOGSEARCH_PROGRAM " build 2> said; echo $? > status'\n");
  told.write(1);
  CHECK(told.build().status == 0);
  CHECK(told.file("status") == "75\n");
  CHECK(told.file("said").find("another build is running: process ") != std::string::npos);
}

TEST_CASE("faults: what the command leaves behind holds up no build", "[faults]") {
  const Told told("  on_change: 'sleep 600 > /dev/null 2>&1 & echo $! > process'\n");
  told.write(1);
  CHECK(told.build().status == 0);
  const pid_t left = std::stoi(told.file("process"));
  CHECK(kill(left, 0) == 0);
  told.write(0);
  CHECK(told.build().status == 0);
  kill(left, SIGKILL);
  kill(std::stoi(told.file("process")), SIGKILL);
}

TEST_CASE("faults: a command that is taken out of the config is told of nothing later",
          "[faults]") {
  const Told told("  on_change: exit 1\n");
  told.write(1);
  CHECK(told.build().status == 3);
  CHECK(exists(told.path(note)));
  told.site.write(1);
  CHECK(told.build().status == 0);
  CHECK_FALSE(exists(told.path(note)));
}

TEST_CASE("faults: where what changes cannot be noted nothing is published", "[faults]") {
  const Told told("  on_change: exit 0\n");
  fs::create_directory(told.path(note));
  told.write(1);
  const Ended ended = told.build();
  CHECK(ended.status == 3);
  CHECK(ended.err ==
        ".blogsearch/changed: error: cannot write: is a folder [io.unwritable]\n"
        "  hint: name a file\n");
  CHECK(told.site.outputs() == fresh(0));
}

TEST_CASE("faults: a parent that waits for no child hides no failure of the command", "[faults]") {
  const Told told("  on_change: exit 1\n");
  told.write(1);
  Run build = told.site.build();
  build.prepare = [] { std::signal(SIGCHLD, SIG_IGN); };
  const Ended ended = run(build);
  CHECK(ended.status == 3);
  CHECK(ended.err == failure);
  CHECK(exists(told.path(note)));
}

TEST_CASE("faults: what is still to be told is not forgotten where it cannot be read", "[faults]") {
  const Told told("  on_change: exit 1\n");
  told.write(1);
  CHECK(told.build().status == 3);
  const std::string untold = told.file(note);
  const Outputs before = told.site.outputs();
  fs::permissions(told.path(note), fs::perms::none);
  told.write(2);
  Run build = told.site.build();
  build.prepare = give_up_privileges;
  const Ended ended = run(build);
  CHECK(ended.status == 3);
  CHECK(ended.err.starts_with(".blogsearch/changed: error: cannot write: permission denied"));
  fs::permissions(told.path(note), fs::perms::owner_all);
  CHECK(told.file(note) == untold);
  CHECK(told.site.outputs() == before);
}
