// SPDX-License-Identifier: GPL-2.0-or-later
//
// A signal that ends a build where it leaves no trace, rather than anywhere.
#pragma once

#include <csignal>
#include <string>
#include <utility>
#include <vector>

namespace blogsearch::cli {

/// While one exists, the first of SIGINT, SIGTERM and SIGHUP is noted and nothing else; the second
/// ends the process at once. Those that the process ignores (nohup) stay ignored. One at a time.
class Interruption {
 public:
  Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;
  ~Interruption();

  /// The signal that came, or 0.
  [[nodiscard]] int signal() const;

 private:
  std::vector<std::pair<int, struct sigaction>> before_;
};

/// `SIGTERM`
[[nodiscard]] std::string signal_name(int signal);

}  // namespace blogsearch::cli
