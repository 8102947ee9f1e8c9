// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <map>
#include <optional>
#include <string_view>

#include "io/error.hpp"
#include "io/file.hpp"

namespace blogsearch::io {
namespace {

using Environment = std::map<std::string, std::string>;

Environment environment_of(const Command& command) {
  Environment variables;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const std::size_t sign = std::min(text.find('='), text.size());
    if (sign < text.size()) variables.emplace(text.substr(0, sign), text.substr(sign + 1));
  }
  for (const std::string& name : command.unset) variables.erase(name);
  for (const auto& [name, value] : command.set) variables[name] = value;
  return variables;
}

/// Texts as the system takes them: an array of pointers that ends in null.
class Vector {
 public:
  explicit Vector(std::vector<std::string> texts) : texts_(std::move(texts)) {
    for (std::string& text : texts_) pointers_.push_back(text.data());
    pointers_.push_back(nullptr);
  }
  [[nodiscard]] char* const* data() const { return pointers_.data(); }

 private:
  std::vector<std::string> texts_;
  std::vector<char*> pointers_;
};

std::vector<std::string> assignments(const Environment& variables) {
  std::vector<std::string> texts;
  for (const auto& [name, value] : variables) texts.emplace_back(name).append("=").append(value);
  return texts;
}

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
  const auto failed = [&command](int error) {
    const Code code = error == ENOENT ? Code::io_not_found : Code::io_unreadable;
    return failure(code, "cannot run the program", command.words.front(), error);
  };
  std::optional<Pipe> out = make_pipe();
  std::optional<Pipe> err = make_pipe();
  if (!out || !err) return failed(errno);

  const Vector words(command.words);
  const Vector variables(assignments(environment_of(command)));
  const Actions actions(*out, *err);
  pid_t child = 0;
  const int error = ::posix_spawnp(&child, command.words.front().c_str(), actions.get(), nullptr,
                                   words.data(), variables.data());
  if (error != 0) return failed(error);
  out->writer.close();
  err->writer.close();
  Finished finished;
  listen(*out, *err, finished);
  finished.status = wait_for(child);
  return finished;
}

}  // namespace blogsearch::io
