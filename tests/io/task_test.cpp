// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/task.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>

#include "io/lock.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;
using namespace std::chrono_literals;
using How = io::TaskEnd::How;

namespace {

/// A shell that writes what a test wants to know into files of its folder.
struct Shell {
  support::TempDir dir;
  io::Task task;

  explicit Shell(const std::string& script) {
    task.words = {"/bin/sh", "-c", "exec 2> /dev/null; " + script};
    task.folder = dir.path();
    task.input = dir.write("input", "first\nlast\n");
    task.limit = 60s;
  }
  [[nodiscard]] std::string file(const char* name) const {
    return support::slurp(dir.path() / name);
  }
};

}  // namespace

TEST_CASE("io: a task reads its input in its folder and is told what is set", "[io]") {
  Shell shell("cat > out; printf '%s' \"$COLOUR $#\" > said");
  shell.task.set = {{"COLOUR", "green"}};
  shell.task.words.insert(shell.task.words.end(), {"sh", "a b", ""});
  const auto end = io::carry_out(shell.task);
  REQUIRE(end);
  CHECK(end->how == How::exited);
  CHECK(end->number == 0);
  CHECK(shell.file("out") == "first\nlast\n");
  CHECK(shell.file("said") == "green 2");
}

TEST_CASE("io: a task that fails says how", "[io]") {
  const auto refused = io::carry_out(Shell("exit 7").task);
  REQUIRE(refused);
  CHECK(refused->how == How::exited);
  CHECK(refused->number == 7);
  const auto killed = io::carry_out(Shell("kill -9 $$").task);
  REQUIRE(killed);
  CHECK(killed->how == How::killed);
  CHECK(killed->number == 9);
}

TEST_CASE("io: a task whose program is not there is an error", "[io]") {
  Shell shell("");
  shell.task.words = {"./no-such-program"};
  const auto end = io::carry_out(shell.task);
  REQUIRE_FALSE(end);
  CHECK(support::line_of(end.error()) ==
        "cannot run the program: no such file or folder [io.not-found] (check the spelling of the "
        "path)");
}

TEST_CASE("io: a task without an end is ended with all it has started", "[io]") {
  std::array<int, 2> alive{};
  REQUIRE(pipe2(alive.data(), O_CLOEXEC) == 0);
  REQUIRE(fcntl(alive[1], F_SETFD, 0) == 0);  // whoever lives has it
  const bool is_stopped = GENERATE(true, false);
  const char* script = GENERATE("sleep 600 & sleep 600", "trap '' TERM; while :; do sleep 1; done");
  Shell shell(script);
  shell.task.grace = 50ms;
  if (is_stopped)
    shell.task.is_stopped = [] { return true; };
  else
    shell.task.limit = 50ms;
  const auto end = io::carry_out(shell.task);
  close(alive[1]);
  REQUIRE(end);
  CHECK(end->how == (is_stopped ? How::was_stopped : How::took_too_long));
  char byte = 0;
  CHECK(read(alive[0], &byte, 1) == 0);  // nobody has it
  close(alive[0]);
}

TEST_CASE("io: a task that is asked to end may put its things in order", "[io]") {
  Shell shell("trap 'echo tidy > end; exit 0' TERM; echo > begun; while :; do sleep 0.01; done");
  shell.task.is_stopped = [&shell] { return exists(shell.dir.path() / "begun"); };
  shell.task.grace = 60s;
  REQUIRE(io::carry_out(shell.task));
  CHECK(shell.file("end") == "tidy\n");
}

TEST_CASE("io: what a task leaves behind goes on, and keeps no lock", "[io]") {
  Shell shell("sleep 600 & echo $! > process");
  {
    const auto lock = io::Lock::take(shell.dir.path() / "lock", "1 now\n");
    REQUIRE(*lock);
    REQUIRE(io::carry_out(shell.task));
  }
  const pid_t left = std::stoi(shell.file("process"));
  CHECK(kill(left, 0) == 0);
  CHECK(*io::Lock::take(shell.dir.path() / "lock", "2 now\n"));
  kill(left, SIGKILL);
}

TEST_CASE("io: a task has no terminal to ask at", "[io]") {
  Shell shell("(: < /dev/tty) 2> /dev/null && echo > asked; true");
  REQUIRE(io::carry_out(shell.task));
  CHECK_FALSE(exists(shell.dir.path() / "asked"));
}
