// SPDX-License-Identifier: GPL-2.0-or-later
#include <csignal>
#include <string>
#include <vector>

#include "cli/run.hpp"
#include "io/open_files.hpp"

int main(int argc, char** argv) {
  using namespace blogsearch;
  // A reader that has seen enough (`head`) ends us without a word, whatever our parent ignores.
  std::signal(SIGPIPE, SIG_DFL);
  // A file that may grow no more is an error to be told, as a full disk is.
  std::signal(SIGXFSZ, SIG_IGN);
  // Under a parent that ignores these the system would not tell how a program that we run has
  // ended.
  std::signal(SIGCHLD, SIG_DFL);
  // Commonly 1024 may be open for the sake of programs that use `select`. An index of many posts is
  // put together of many files.
  io::allow_open_files(8192);
  cli::Console console = cli::standard_console();
  return cli::run(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc), console);
}
