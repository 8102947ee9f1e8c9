// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/lock.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>

#include "io/temporary_file.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;

namespace {

/// A process that holds the lock until it is killed.
pid_t hold(const fs::path& file) {
  std::array<int, 2> ready{};
  REQUIRE(pipe(ready.data()) == 0);
  const pid_t child = fork();
  if (child == 0) {
    const auto lock = io::Lock::take(file, "4711 now\n");
    (void)!write(ready[1], "x", 1);
    for (;;) pause();
  }
  close(ready[1]);
  char byte = 0;
  REQUIRE(read(ready[0], &byte, 1) == 1);
  close(ready[0]);
  return child;
}

void kill_and_wait(pid_t child) {
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
}

}  // namespace

TEST_CASE("io: a lock is one process's, and another's when that has died", "[io]") {
  const support::TempDir dir;
  const fs::path file = dir.path() / "state" / "lock";
  const pid_t holder = hold(file);
  const auto refused = io::Lock::take(file, "4712 now\n");
  REQUIRE(refused);
  CHECK_FALSE(*refused);
  CHECK(io::lock_note(file) == "4711 now\n");
  kill_and_wait(holder);

  const auto taken = io::Lock::take(file, "4712 now\n");
  REQUIRE(taken);
  REQUIRE(*taken);
  CHECK((*taken)->is_inherited());
  CHECK(io::lock_note(file) == "4712 now\n");
}

TEST_CASE("io: a lock given back leaves its file, without a note", "[io]") {
  const support::TempDir dir;
  const fs::path file = dir.path() / "lock";
  { REQUIRE(*io::Lock::take(file, "1 now\n")); }
  CHECK(fs::is_regular_file(file));
  CHECK(io::lock_note(file).empty());
  const auto again = io::Lock::take(file, "2 now\n");
  REQUIRE(*again);
  CHECK_FALSE((*again)->is_inherited());
  CHECK_FALSE(*io::Lock::take(file, "3 now\n"));  // another opening of the file, another lock
}

TEST_CASE("io: a program that is run does not keep the lock of who ran it", "[io]") {
  const support::TempDir dir;
  const fs::path file = dir.path() / "lock";
  std::array<int, 2> running{};
  REQUIRE(pipe2(running.data(), O_CLOEXEC) == 0);
  pid_t child = 0;
  {
    const auto lock = io::Lock::take(file, "1 now\n");
    REQUIRE(*lock);
    child = fork();
    if (child == 0) {
      execl("/bin/sleep", "sleep", "60", nullptr);
      _exit(127);
    }
    close(running[1]);
    char byte = 0;
    CHECK(read(running[0], &byte, 1) == 0);  // the program has taken the place of our copy
    close(running[0]);
  }
  CHECK(*io::Lock::take(file, "2 now\n"));
  kill_and_wait(child);
}

TEST_CASE("io: where no lock can be made, it is said why", "[io]") {
  const support::TempDir dir;
  const fs::path file = dir.write("state", "a file, no folder") / "lock";
  const auto refused = io::Lock::take(file, "");
  REQUIRE_FALSE(refused);
  CHECK(support::line_of(refused.error()) ==
        "cannot lock: a part of the path is not a folder [io.unwritable] (choose a path that leads "
        "through folders only)");
  CHECK(io::lock_note(file).empty());
}

TEST_CASE("io: what dead processes left is told by its name", "[io]") {
  const support::TempDir dir;
  const fs::path temporary = io::temporary_beside(dir.path() / "tags" / "atom.xml", 3);
  CHECK(temporary.parent_path() == dir.path() / "tags");
  dir.write("tags/" + temporary.filename().string(), "");
  dir.write(".feed.json.1.0.blogsearch", "");
  const std::array<const char*, 9> others{
      "atom.xml",          ".atom.xml.1.blogsearch", ".atom.xml.1.0.tmp",
      ".x.1.y.blogsearch", ".1.0.blogsearch",        "atom.xml.1.0.blogsearch",
      ".blogsearch",       ".x.1..blogsearch",       ".blogsearch.ids"};
  for (const char* name : others) dir.write(name, "");
  fs::create_directory(dir.path() / ".folder.1.0.blogsearch");
  const support::TempDir elsewhere;
  elsewhere.write(".feed.json.1.0.blogsearch", "");
  fs::create_directory_symlink(elsewhere.path(), dir.path() / "link");

  using Files = std::vector<fs::path>;
  const fs::path here = dir.path() / ".feed.json.1.0.blogsearch";
  CHECK(io::find_temporaries(dir.path(), io::Depth::folder) == Files{here});
  CHECK(io::find_temporaries(dir.path(), io::Depth::tree) == Files{here, temporary});
}
