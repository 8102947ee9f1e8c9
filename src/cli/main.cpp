// SPDX-License-Identifier: GPL-2.0-or-later
#include <csignal>
#include <exception>
#include <string>
#include <vector>

#include "cli/report.hpp"
#include "cli/run.hpp"

int main(int argc, char** argv) {
  using namespace blogsearch;
  // A reader that has seen enough (`head`) ends us without a word, whatever our parent ignores.
  std::signal(SIGPIPE, SIG_DFL);
  cli::Console console = cli::standard_console();
  try {
    return cli::run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc), console);
  } catch (const std::exception& bug) {
    return cli::fail({Code::cli_bug, bug.what(), "please report it", {}, "", {}}, console);
  }
}
