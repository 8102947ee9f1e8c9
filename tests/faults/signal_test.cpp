// SPDX-License-Identifier: GPL-2.0-or-later
//
// Builds that are asked to end.
#include <unistd.h>

#include <csignal>

#include "faults/site.hpp"
#include "io/lock.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using namespace blogsearch::faults;

namespace {

constexpr const char* all_calls = "read write fsync rename unlink";

/// A build of version 1 over version 0 that gets the signal at its `at`-th call.
struct Interrupted {
  Site site{published()};
  Outputs before = fresh(0);
  Ended ended;

  Interrupted(const Words& more, long at, int signal) {
    site.write(1);
    Run build = site.build(more);
    build.environment = interrupted(site.path(), all_calls, at, signal);
    ended = run(build);
  }
};

/// Whether the process is the program already, with a handler for the signal.
bool catches(pid_t process, int signal) {
  const std::filesystem::path program("/proc/" + std::to_string(process) + "/exe");
  std::error_code error;
  if (!std::filesystem::equivalent(program, BLOGSEARCH_PROGRAM, error)) return false;
  const std::string line = "SigCgt:\t";
  const std::string status = support::slurp("/proc/" + std::to_string(process) + "/status");
  const std::size_t at = status.find(line);
  if (at == std::string::npos) return false;
  return (std::stoull(status.substr(at + line.size()), nullptr, 16) >> (signal - 1) & 1U) != 0;
}

}  // namespace

TEST_CASE("faults: a build that is asked to end publishes nothing and leaves nothing", "[faults]") {
  const auto [signal, name] = GENERATE(
      table<int, std::string>({{SIGTERM, "SIGTERM"}, {SIGINT, "SIGINT"}, {SIGHUP, "SIGHUP"}}));
  const Interrupted interrupted({}, GENERATE(9, 20), signal);
  CHECK_FALSE(interrupted.ended.was_killed);
  CHECK(interrupted.ended.status == 128 + signal);
  CHECK(interrupted.ended.err == "ended by " + name + "; nothing was published\n");
  CHECK(interrupted.ended.out == "");
  CHECK(interrupted.site.outputs() == interrupted.before);
  CHECK(interrupted.site.litter() == "");
}

TEST_CASE("faults: a build asked to end at any instant publishes all or nothing", "[faults]") {
  const Outputs &before = fresh(0), &after = fresh(1);
  const Site site(published());
  site.write(1);
  const long calls = count_calls(site.build({"--dry-run"}), site.path(), all_calls);
  int stopped = 0, finished = 0;
  for (long at = 10; finished < 2; at += calls / 6) {
    Run build = site.build();
    build.environment = interrupted(site.path(), all_calls, at, SIGTERM);
    const Ended ended = run(build);
    CAPTURE(at, ended.err);
    const bool was_stopped = ended.status == 128 + SIGTERM;
    CHECK((was_stopped || ended.status == 0));
    ++(was_stopped ? stopped : finished);
    CHECK(site.outputs() == (was_stopped ? before : after));
    CHECK(site.litter() == "");
    if (!was_stopped) site.write(0), run(site.build()), site.write(1);
  }
  CHECK(stopped > 2);
}

TEST_CASE("faults: who wants quiet is told of a signal by the status alone", "[faults]") {
  const Interrupted quiet({"-q"}, 9, SIGTERM);
  CHECK(quiet.ended.status == 128 + SIGTERM);
  CHECK(quiet.ended.err == "");
  const Interrupted program({"--messages", "json"}, 9, SIGTERM);
  CHECK(program.ended.status == 128 + SIGTERM);
  CHECK(program.ended.err + program.ended.out == "");
}

TEST_CASE("faults: a second signal ends a build at once", "[faults]") {
  const Site site;
  Run build = site.build();
  build.environment = interrupted(site.path(), all_calls, 9, SIGSTOP);
  Child child(build);
  child.wait_for_stop();
  child.signal(SIGTERM);
  child.signal(SIGINT);
  child.signal(SIGCONT);
  const Ended ended = child.wait();
  CHECK(ended.was_killed);
  CHECK(ended.err == "");
}

TEST_CASE("faults: a signal that is ignored for a build is ignored by it", "[faults]") {
  const Site site;
  Run build = site.build();
  build.environment = interrupted(site.path(), all_calls, 9, SIGHUP);
  build.prepare = [] { std::signal(SIGHUP, SIG_IGN); };
  CHECK(run(build).status == 0);
}

TEST_CASE("faults: check and a rehearsal end on a signal, too, and keep no folder", "[faults]") {
  const Site site;
  const support::TempDir scratch;
  const Words words = GENERATE(values<Words>(
      {{"check", "--now", "2025-01-01"}, {"build", "--dry-run", "--now", "2025-01-01"}}));
  Run check{words, site.path(), interrupted(site.path(), "read", 9, SIGTERM)};
  check.environment["TMPDIR"] = scratch.path().string();
  const Ended ended = run(check);
  CHECK(ended.status == 128 + SIGTERM);
  CHECK(ended.err == "ended by SIGTERM; nothing was published\n");
  CHECK(std::filesystem::is_empty(scratch.path()));
}

TEST_CASE("faults: a build that waits for another one ends on a signal", "[faults]") {
  const Site site;
  const auto lock = io::Lock::take(site.path() / ".blogsearch/lock", "4711 2024-01-01T00:00:00Z\n");
  REQUIRE(*lock);
  Child child(site.build({"--wait", "600"}));
  while (child.is_running() && !catches(child.pid(), SIGTERM)) usleep(1000);
  child.signal(SIGTERM);
  const Ended ended = child.wait();
  CHECK(ended.status == 128 + SIGTERM);
}
