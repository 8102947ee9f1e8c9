// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/progress.hpp"

#include <sstream>

#include "support/catch.hpp"

using namespace blogsearch::cli;
using namespace std::chrono_literals;

namespace {

const Progress::Moment start{};
const std::string erase = "\r\x1b[K";

}  // namespace

TEST_CASE("cli: a build that is soon done shows no bar", "[cli]") {
  std::ostringstream terminal;
  {
    Progress progress(terminal, 80, start);
    progress.advance("read", 5, 10, start + 299ms);
  }
  CHECK(terminal.str().empty());
}

TEST_CASE("cli: a long build shows a bar that takes its line back", "[cli]") {
  std::ostringstream terminal;
  {
    Progress progress(terminal, 80, start);
    progress.advance("read", 5, 10, start + 300ms);
    progress.advance("read", 6, 10, start + 349ms);  // too soon after the last one
    progress.advance("index", 10, 10, start + 350ms);
  }
  CHECK(terminal.str() == erase + "read [" + std::string(20, '=') + std::string(20, ' ') +
                              "] 5/10" + erase + "index [" + std::string(40, '=') + "] 10/10" +
                              erase);
}

TEST_CASE("cli: the bar fits a narrow terminal, and gives way to bare numbers", "[cli]") {
  std::ostringstream narrow;
  Progress(narrow, 30, start).advance("read", 1, 2, start + 1s);
  CHECK(narrow.str() == erase + "read [=========         ] 1/2" + erase);
  std::ostringstream tiny;
  Progress(tiny, 12, start).advance("read", 1, 2, start + 1s);
  CHECK(tiny.str() == erase + "read 1/2" + erase);
}

TEST_CASE("cli: a stage with nothing to do, or more than was said, breaks no bar", "[cli]") {
  std::ostringstream terminal;
  Progress progress(terminal, 80, start);
  progress.advance("read", 0, 0, start + 1s);
  CHECK(terminal.str().empty());
  progress.advance("read", 3, 2, start + 2s);
  CHECK(terminal.str() == erase + "read [" + std::string(40, '=') + "] 3/2");
}
