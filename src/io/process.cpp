// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>

#include "io/file.hpp"
#include "io/new_process.hpp"

namespace blogsearch::io {
namespace {

struct Pipe {
  File reader{-1};
  File writer{-1};
};

std::optional<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  return Pipe{File(ends[0]), File(ends[1])};
}

/// What the child does with its descriptors before it becomes the program.
class Actions {
 public:
  Actions(const Pipe& out, const Pipe& err) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions_, out.writer.descriptor(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions_, err.writer.descriptor(), STDERR_FILENO);
  }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;
  ~Actions() { posix_spawn_file_actions_destroy(&actions_); }
  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

/// Both at once: a program that waits for one to be read must not wait for ever.
void listen(const Pipe& out, const Pipe& err, Finished& finished) {
  std::array<pollfd, 2> ends{
      {{out.reader.descriptor(), POLLIN, 0}, {err.reader.descriptor(), POLLIN, 0}}};
  const std::array<std::string*, 2> texts{&finished.out, &finished.err};
  std::array<char, 1U << 16U> buffer{};
  while (ends[0].fd >= 0 || ends[1].fd >= 0) {
    if (::poll(ends.data(), ends.size(), -1) < 0 && errno != EINTR) return;
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (ends[i].fd < 0 || ends[i].revents == 0) continue;
      const ssize_t size = ::read(ends[i].fd, buffer.data(), buffer.size());
      if (size > 0)
        texts[i]->append(buffer.data(), static_cast<std::size_t>(size));
      else if (size == 0 || errno != EINTR)
        ends[i].fd = -1;  // poll passes over it
    }
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

Result<Finished> run(const Command& command) {
  std::optional<Pipe> out = make_pipe();
  std::optional<Pipe> err = make_pipe();
  if (!out || !err) return cannot_run(command.words.front(), errno);

  const TextVector words(command.words);
  const TextVector variables(environment_with(command.set, command.unset));
  const Actions actions(*out, *err);
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, command.words.front().c_str(), actions.get(), nullptr,
                                   words.data(), variables.data());
  if (error != 0) return cannot_run(command.words.front(), error);
  out->writer.close();
  err->writer.close();
  Finished finished;
  listen(*out, *err, finished);
  finished.status = wait_for(child);
  return finished;
}

}  // namespace blogsearch::io
