// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/task.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <optional>
#include <thread>

#include "io/new_process.hpp"

namespace blogsearch::io {
namespace {

using Clock = std::chrono::steady_clock;
using How = TaskEnd::How;

/// How the new process is to be before it becomes the program.
class Preparation {
 public:
  explicit Preparation(const Task& task) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, task.input.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions_, STDERR_FILENO, STDOUT_FILENO);
    posix_spawn_file_actions_addchdir_np(&actions_, task.folder.c_str());
    posix_spawnattr_init(&attributes_);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGDEF);
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    sigaddset(&signals, SIGXFSZ);
    posix_spawnattr_setsigdefault(&attributes_, &signals);
  }
  Preparation(const Preparation&) = delete;
  Preparation& operator=(const Preparation&) = delete;
  ~Preparation() {
    posix_spawnattr_destroy(&attributes_);
    posix_spawn_file_actions_destroy(&actions_);
  }
  [[nodiscard]] const posix_spawn_file_actions_t* actions() const { return &actions_; }
  [[nodiscard]] const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

/// Asks `is_done` again and again, as the system offers no wait for a child that ends in time.
template <class IsDone>
bool poll_until(Clock::time_point end, const IsDone& is_done) {
  constexpr std::chrono::milliseconds shortest{1}, longest{50};
  for (auto pause = shortest;; pause = std::min(pause * 2, longest)) {
    if (is_done()) return true;
    if (Clock::now() >= end) return false;
    std::this_thread::sleep_for(pause);
  }
}

/// The status of a child that has ended.
std::optional<int> status_of(pid_t child) {
  int status = 0;
  const pid_t ended = ::waitpid(child, &status, WNOHANG);
  const bool is_running = ended == 0 || (ended < 0 && errno == EINTR);
  return is_running ? std::nullopt : std::optional(status);
}

/// The child and all it has started: first they are asked to.
void end(pid_t child, std::chrono::milliseconds grace) {
  bool has_ended = false;
  ::kill(-child, SIGTERM);
  (void)poll_until(Clock::now() + grace, [&] {
    has_ended = has_ended || status_of(child);
    return has_ended && ::kill(-child, 0) != 0;
  });
  ::kill(-child, SIGKILL);
  if (!has_ended)
    (void)poll_until(Clock::time_point::max(), [&] { return status_of(child).has_value(); });
}

}  // namespace

Result<TaskEnd> carry_out(const Task& task) {
  const TextVector words(task.words);
  const TextVector variables(environment_with(task.set, {}));
  const Preparation preparation(task);
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, task.words.front().c_str(), preparation.actions(),
                                   preparation.attributes(), words.data(), variables.data());
  if (error != 0) return cannot_run(task.words.front(), error);

  bool is_stopped = false;
  std::optional<int> status;
  (void)poll_until(Clock::now() + task.limit, [&] {
    status = status_of(child);
    is_stopped = !status && task.is_stopped && task.is_stopped();
    return status || is_stopped;
  });
  if (!status) {
    end(child, task.grace);
    return TaskEnd{is_stopped ? How::was_stopped : How::took_too_long, 0};
  }
  return WIFSIGNALED(*status) ? TaskEnd{How::killed, WTERMSIG(*status)}
                              : TaskEnd{How::exited, WEXITSTATUS(*status)};
}

}  // namespace blogsearch::io
