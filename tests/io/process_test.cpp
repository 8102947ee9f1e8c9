// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/process.hpp"

#include <stdlib.h>

#include "support/catch.hpp"
#include "support/findings.hpp"

using namespace blogsearch;

TEST_CASE("io: a program's words, output and status are exact", "[io]") {
  const auto finished = io::run(
      {{"sh", "-c", "printf '%s|' \"$@\"; echo wrong >&2; exit 7", "sh", "a b", "'\"$(x)\n", ""}});
  REQUIRE(finished);
  CHECK(finished->out == "a b|'\"$(x)\n||");
  CHECK(finished->err == "wrong\n");
  CHECK(finished->status == 7);
}

TEST_CASE("io: a program reads an empty input and the environment it is given", "[io]") {
  ::setenv("BLOGSEARCH_TEST_A", "outer", 1);
  ::setenv("BLOGSEARCH_TEST_B", "outer", 1);
  const auto finished =
      io::run({{"sh", "-c", "cat; echo \"${BLOGSEARCH_TEST_A-none} ${BLOGSEARCH_TEST_B-none}\""},
               {{"BLOGSEARCH_TEST_A", "inner"}},
               {"BLOGSEARCH_TEST_B"}});
  ::unsetenv("BLOGSEARCH_TEST_A");
  ::unsetenv("BLOGSEARCH_TEST_B");
  REQUIRE(finished);
  CHECK(finished->out == "inner none\n");
}

TEST_CASE("io: much output on both sides does not block", "[io]") {
  const auto finished = io::run(
      {{"sh", "-c",
        "head -c 300000 /dev/zero >&2; head -c 300000 /dev/zero; head -c 9 /dev/zero >&2"}});
  REQUIRE(finished);
  CHECK(finished->out.size() == 300000);
  CHECK(finished->err.size() == 300009);
}

TEST_CASE("io: a program that a signal ends says which", "[io]") {
  const auto finished = io::run({{"sh", "-c", "kill -9 $$"}});
  REQUIRE(finished);
  CHECK(finished->status == 128 + 9);
}

TEST_CASE("io: a program that is not there is an error", "[io]") {
  const auto finished = io::run({{"no-such-program-anywhere"}});
  REQUIRE_FALSE(finished);
  CHECK(support::line_of(finished.error()) ==
        "cannot run the program: no such file or folder [io.not-found] (check the spelling of the "
        "path)");
  CHECK(finished.error().file == "no-such-program-anywhere");
}
