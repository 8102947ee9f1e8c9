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

TEST_CASE("cli: a long stage says how fast it is and how long it will last", "[cli]") {
  struct Row {
    std::size_t width, done, total;
    std::chrono::milliseconds passed;
    std::string said;
  };
  const std::string bar = std::string(20, '=') + std::string(20, ' ');
  const auto row = GENERATE_COPY(values<Row>({
      {80, 500, 1000, 999ms, "index [" + bar + "] 500/1000"},  // too soon to tell
      {80, 500, 1000, 2s, "index [" + bar + "] 500/1000, 250/s, 2 s left"},
      {80, 50, 100, 90s, "index [" + bar + "] 50/100, 1/s, 90 s left"},
      {80, 50, 100, 91s, "index [" + bar + "] 50/100, 1/s, 2 min left"},
      {80, 100, 100, 2s, "index [" + std::string(40, '=') + "] 100/100, 50/s, 0 s left"},
      {80, 0, 100, 2s, "index [" + std::string(40, ' ') + "] 0/100"},
      {40, 500, 1000, 2s, "index [======      ] 500/1000, 2 s left"},
      {30, 500, 1000, 2s, "index [======      ] 500/1000"},
      {20, 500, 1000, 2s, "index 500/1000"},
  }));
  std::ostringstream terminal;
  {
    Progress progress(terminal, row.width, start);
    progress.advance("index", 0, 0, start);
    progress.advance("index", row.done, row.total, start + row.passed);
  }
  CAPTURE(row.width, row.done, row.total);
  CHECK(terminal.str() == erase + row.said + erase);
}

TEST_CASE("cli: what was done when a stage began is no sign of its speed", "[cli]") {
  std::ostringstream terminal;
  Progress progress(terminal, 80, start);
  progress.advance("index", 900, 1000, start);
  progress.advance("index", 950, 1000, start + 2s);
  CHECK(terminal.str() ==
        erase + "index [" + std::string(38, '=') + "  ] 950/1000, 25/s, 2 s left");
}

TEST_CASE("cli: a stage without an end takes the bar away", "[cli]") {
  std::ostringstream terminal;
  {
    Progress progress(terminal, 80, start);
    progress.advance("index", 1, 1, start + 1s);
    terminal.str("");
    progress.advance("on_change", 0, 0, start + 2s);
    CHECK(terminal.str() == erase);
    terminal.str("");
  }
  CHECK(terminal.str().empty());
}

TEST_CASE("cli: a stage with nothing to do, or more than was said, breaks no bar", "[cli]") {
  std::ostringstream terminal;
  Progress progress(terminal, 80, start);
  progress.advance("read", 0, 0, start + 1s);
  CHECK(terminal.str().empty());
  progress.advance("read", 3, 2, start + 2s);
  CHECK(terminal.str() == erase + "read [" + std::string(40, '=') + "] 3/2");
}
