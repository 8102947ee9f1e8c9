// SPDX-License-Identifier: GPL-2.0-or-later
//
// What only a real process shows: exit statuses, signals, full disks, terminals.
#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/folders.hpp"
#include "support/temp_dir.hpp"

namespace fs = std::filesystem;
using blogsearch::support::slurp;

namespace {

struct Ended {
  int status = -1;  ///< the exit status, or 128 + the signal
  std::string err;
};

[[noreturn]] void become_program(std::vector<std::string> args) {
  args.insert(args.begin(), BLOGSEARCH_PROGRAM);
  std::vector<char*> argv;
  for (std::string& arg : args) argv.push_back(arg.data());
  argv.push_back(nullptr);
  execv(argv[0], argv.data());
  _exit(127);
}

std::string read_all(int descriptor) {
  std::string text;
  std::array<char, 4096> buffer{};
  for (ssize_t size; (size = read(descriptor, buffer.data(), buffer.size())) > 0;)
    text.append(buffer.data(), static_cast<std::size_t>(size));
  return text;
}

int wait_for(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/// The program with its standard output going to `out`; closed when that is negative.
Ended run_program(const std::vector<std::string>& args, int out) {
  std::array<int, 2> err{};
  REQUIRE(pipe(err.data()) == 0);
  const pid_t child = fork();
  if (child == 0) {
    std::signal(SIGPIPE, SIG_IGN);  // as a parent such as a service manager may leave it
    out < 0 ? close(STDOUT_FILENO) : dup2(out, STDOUT_FILENO);
    dup2(err[1], STDERR_FILENO);
    become_program(args);
  }
  close(err[1]);
  Ended ended;
  ended.err = read_all(err[0]);
  close(err[0]);
  ended.status = wait_for(child);
  return ended;
}

Ended run_into(const std::vector<std::string>& args, const char* file) {
  const int out = open(file, O_WRONLY | O_CLOEXEC);
  REQUIRE(out >= 0);
  const Ended ended = run_program(args, out);
  close(out);
  return ended;
}

/// What a terminal shows of the program.
std::string shown_on_terminal(const std::vector<std::string>& args, const char* no_color) {
  int terminal = -1;
  const winsize size{24, 40, 0, 0};
  const pid_t child = forkpty(&terminal, nullptr, nullptr, &size);
  if (child == 0) {
    setenv("TERM", "xterm", 1);
    setenv("NO_COLOR", no_color, 1);
    unsetenv("COLUMNS");
    become_program(args);
  }
  REQUIRE(child > 0);
  const std::string text = read_all(terminal);  // ends with EIO when the child is gone
  close(terminal);
  wait_for(child);
  return text;
}

}  // namespace

TEST_CASE("cli: the process ends with the status of its run", "[cli]") {
  CHECK(run_into({"--version"}, "/dev/null").status == 0);
  const Ended mistyped = run_into({"biuld"}, "/dev/null");
  CHECK(mistyped.status == 2);
  CHECK(mistyped.err ==
        "blogsearch: error: there is no command \"biuld\" [cli.usage]\n"
        "  hint: did you mean \"build\"?\n");
  CHECK(run_into({"query", "--index", "/nonexistent", "x"}, "/dev/null").status == 3);
}

TEST_CASE("cli: results that do not fit on a disk are no success", "[cli]") {
  const Ended full = run_into({"help"}, "/dev/full");
  CHECK(full.status == 3);
  CHECK(full.err ==
        "blogsearch: error: cannot write to the standard output: no space left on the disk "
        "[io.unwritable]\n"
        "  hint: make space and run the command again\n");
}

TEST_CASE("cli: a closed standard output is no success", "[cli]") {
  const Ended closed = run_program({"help"}, -1);
  CHECK(closed.status == 3);
  CHECK(closed.err ==
        "blogsearch: error: cannot write to the standard output: it is closed "
        "[io.unwritable]\n"
        "  hint: send it to a file or a program that takes it\n");
}

TEST_CASE("cli: a reader that has gone ends the program without a word", "[cli]") {
  std::array<int, 2> out{};
  REQUIRE(pipe2(out.data(), O_CLOEXEC) == 0);
  close(out[0]);
  const Ended ended = run_program({"help"}, out[1]);
  close(out[1]);
  CHECK(ended.status == 128 + SIGPIPE);
  CHECK(ended.err.empty());
}

TEST_CASE("cli: a build whose reader has gone has published all", "[cli]") {
  const blogsearch::support::TempDir dir;
  const auto site = [&dir](const char* name) {
    dir.write(name + std::string("/posts/a.md"), "---\ndate: 2022-02-30\n---\n");
    dir.write(name + std::string("/posts/b.md"), "---\ntitle: B\ndate: 2022-02-20\n---\n");
    return dir
        .write(name + std::string("/blogsearch.yaml"),
               "site: {url: https://shed.example/}\nposts: {path: posts}\n")
        .string();
  };
  std::array<int, 2> err{};
  REQUIRE(pipe2(err.data(), O_CLOEXEC) == 0);
  close(err[0]);
  const std::string config = site("gone");
  const pid_t child = fork();
  if (child == 0) {
    dup2(err[1], STDERR_FILENO);
    become_program({"build", "--config", config, "--now", "2024-01-01"});
  }
  close(err[1]);
  CHECK(wait_for(child) == 128 + SIGPIPE);
  CHECK(run_into({"build", "--config", site("there"), "--now", "2024-01-01"}, "/dev/null").status ==
        1);
  CHECK(slurp(dir.path() / "gone/dist/atom.xml") == slurp(dir.path() / "there/dist/atom.xml"));
  CHECK(run_into({"query", "--index", (dir.path() / "gone/.blogsearch/index").string(), "b"},
                 "/dev/null")
            .status == 0);
}

TEST_CASE("cli: a terminal gets colours unless it asks for none", "[cli]") {
  const std::string hint = "  hint: did you mean \"build\"?\r\n";
  CHECK(shown_on_terminal({"biuld"}, "1") ==
        "blogsearch: error: there is no\r\n    command \"biuld\" [cli.usage]\r\n" + hint);
  CHECK(shown_on_terminal({"biuld"}, "").substr(0, 41) ==
        "\x1b[1mblogsearch:\x1b[0m \x1b[1;31merror:\x1b[0m the");
}

TEST_CASE("cli: ids outlive a rename and a move to another domain", "[cli]") {
  const blogsearch::support::TempDir dir;
  const fs::path site = dir.path() / "site";
  blogsearch::support::copy_folder(FIXTURES_DIR "/cli/adopt/input", site);
  const std::string config = (site / "blogsearch.yaml").string();
  const std::vector<std::string> build{"build", "--config", config, "--now", "2024-01-01", "-q"};
  const auto run = [](std::vector<std::string> words) {
    return run_into(words, "/dev/null").status;
  };
  CHECK(run({"adopt", "--config", config, (site / "old.xml").string()}) == 0);
  CHECK(run(build) == 0);
  CHECK(run({"adopt", "--config", config, (site / "old.xml").string()}) == 0);
  const std::string ledger = slurp(site / "blogsearch.ids");

  fs::rename(site / "posts/soil.md", site / "posts/earth.md");
  std::vector<std::string> moved = build;
  moved.insert(moved.end(), {"--site-url", "https://moved.example/"});
  setenv("TZ", "Pacific/Kiritimati", 1);
  CHECK(run(moved) == 0);
  unsetenv("TZ");
  for (const char* name : {"atom.xml", "rss.xml", "feed.json"}) {
    const std::string feed = slurp(site / "dist" / name);
    CAPTURE(name, feed);
    for (const char* word : {"https://old.example/?p=31", "https://old.example/?p=12",
                             "https://shed.example/rust/", "https://moved.example/earth/"})
      CHECK(feed.find(word) != std::string::npos);
  }
  const std::string after = slurp(site / "blogsearch.ids");
  const std::size_t soil = ledger.find("/soil/");
  CHECK(after.substr(0, soil) == ledger.substr(0, soil));
  CHECK(after.substr(soil, 22) == "/earth/ posts/earth.md");
}

TEST_CASE("cli: the status of adopt says whether there is something to look at", "[cli]") {
  const blogsearch::support::TempDir dir;
  const fs::path site = dir.path() / "site";
  blogsearch::support::copy_folder(FIXTURES_DIR "/cli/adopt-with-entries-left/input", site);
  const auto adopt = [&](const fs::path& feed) {
    const std::string config = (site / "blogsearch.yaml").string();
    return run_into({"adopt", "--config", config, feed.string()}, "/dev/null").status;
  };
  CHECK(adopt(site / "old.xml") == 1);
  CHECK(adopt(site / "blogsearch.yaml") == 2);
  CHECK(adopt(site / "none.xml") == 3);
  fs::remove(site / "blogsearch.ids");
  fs::create_directory(site / "blogsearch.ids");
  CHECK(adopt(site / "old.xml") == 3);
}
