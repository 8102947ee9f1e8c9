// SPDX-License-Identifier: GPL-2.0-or-later
#include "faults/process.hpp"

#include <fcntl.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

#include "support/catch.hpp"

namespace blogsearch::faults {
namespace {

namespace fs = std::filesystem;

void send_to(int stream, const fs::path& file) {
  const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  dup2(descriptor, stream);
}

std::map<std::string, std::string> fault(const fs::path& folder, const std::string& calls,
                                         long at) {
  return {{"LD_PRELOAD", FAILING_CALLS},
          {"FAULT_BELOW", fs::canonical(folder).string()},
          {"FAULT_CALLS", calls},
          {"FAULT_AT", std::to_string(at)}};
}

}  // namespace

Child::Child(const Run& run) {
  std::vector<std::string> words = run.words;
  words.insert(words.begin(), run.program);
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  pid_ = fork();
  REQUIRE(pid_ >= 0);
  if (pid_ > 0) return;
  // Xapian drops what it cannot write, and deletes a table by the type of its base.
  setenv("ASAN_OPTIONS", "detect_leaks=0:new_delete_type_mismatch=0", 1);
  for (const auto& [name, value] : run.environment) setenv(name.c_str(), value.c_str(), 1);
  send_to(STDOUT_FILENO, output_.path() / "out");
  send_to(STDERR_FILENO, output_.path() / "err");
  if (run.prepare) run.prepare();
  if (chdir(run.folder.c_str()) == 0) execvp(argv[0], argv.data());
  _exit(127);
}

Child::~Child() {
  if (has_ended_) return;
  kill(pid_, SIGKILL);
  waitpid(pid_, nullptr, 0);
}

void Child::signal(int number) const {
  if (!has_ended_) kill(pid_, number);
}

bool Child::is_running() {
  if (!has_ended_) has_ended_ = waitpid(pid_, &status_, WNOHANG) == pid_;
  return !has_ended_;
}

void Child::wait_for_stop() const {
  int status = 0;
  REQUIRE(waitpid(pid_, &status, WUNTRACED) == pid_);
  REQUIRE(WIFSTOPPED(status));
}

Ended Child::wait() {
  if (!has_ended_) waitpid(pid_, &status_, 0);
  has_ended_ = true;
  Ended ended;
  ended.was_killed = WIFSIGNALED(status_);
  ended.status = ended.was_killed ? 128 + WTERMSIG(status_) : WEXITSTATUS(status_);
  ended.out = support::slurp(output_.path() / "out");
  ended.err = support::slurp(output_.path() / "err");
  return ended;
}

Ended run(const Run& run) { return Child(run).wait(); }

std::map<std::string, std::string> failing(const fs::path& folder, const std::string& calls,
                                           long at, int error) {
  auto environment = fault(folder, calls, at);
  environment["FAULT_ERRNO"] = std::to_string(error);
  return environment;
}

std::map<std::string, std::string> interrupted(const fs::path& folder, const std::string& calls,
                                               long at, int signal) {
  auto environment = fault(folder, calls, at);
  environment["FAULT_SIGNAL"] = std::to_string(signal);
  return environment;
}

long count_calls(Run run, const fs::path& folder, const std::string& calls) {
  const support::TempDir dir;
  run.environment = fault(folder, calls, 0);
  run.environment["FAULT_COUNT"] = (dir.path() / "count").string();
  faults::run(run);
  const std::string count = support::slurp(dir.path() / "count");
  REQUIRE_FALSE(count.empty());
  return std::stol(count);
}

void give_up_privileges() {
  for (const int privilege : {CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH})
    (void)prctl(PR_CAPBSET_DROP, privilege, 0, 0, 0);
}

}  // namespace blogsearch::faults
