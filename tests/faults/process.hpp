// SPDX-License-Identifier: GPL-2.0-or-later
//
// The real program, with something happening to it.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "support/temp_dir.hpp"

namespace blogsearch::faults {

using Words = std::vector<std::string>;

struct Ended {
  int status = -1;          ///< of its exit; 128 + n when signal n killed it
  bool was_killed = false;  ///< by a signal, rather than having ended by itself
  std::string out, err;
};

struct Run {
  Words words;                   ///< behind the program's name
  std::filesystem::path folder;  ///< its current one
  std::map<std::string, std::string> environment = {};
  std::function<void()> prepare = {};  ///< done in the new process before it becomes the program
  std::string program = BLOGSEARCH_PROGRAM;
};

/// A program that runs. What it still does when this is destroyed is ended by SIGKILL.
class Child {
 public:
  explicit Child(const Run& run);
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child();

  [[nodiscard]] pid_t pid() const { return pid_; }
  void signal(int number) const;
  [[nodiscard]] bool is_running();
  /// Until SIGSTOP has stopped it.
  void wait_for_stop() const;
  Ended wait();

 private:
  support::TempDir output_;
  pid_t pid_ = -1;
  int status_ = 0;
  bool has_ended_ = false;
};

Ended run(const Run& run);

/// The environment that makes the `at`-th of `calls` on a file below `folder` fail with `error`, or
/// sends a signal there (failing_calls.cpp).
std::map<std::string, std::string> failing(const std::filesystem::path& folder,
                                           const std::string& calls, long at, int error);
std::map<std::string, std::string> interrupted(const std::filesystem::path& folder,
                                               const std::string& calls, long at, int signal);

/// How many of `calls` a run makes that nothing happens to.
long count_calls(Run run, const std::filesystem::path& folder, const std::string& calls);

/// In the new process: root is refused what its permissions do not allow, as anybody.
void give_up_privileges();

}  // namespace blogsearch::faults
