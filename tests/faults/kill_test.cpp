// SPDX-License-Identifier: GPL-2.0-or-later
//
// Builds that are killed. BLOGSEARCH_KILLS says how many (20), BLOGSEARCH_SEED by which numbers.
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <random>

#include "faults/site.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using namespace blogsearch::faults;

namespace {

constexpr const char* all_calls = "write fsync rename unlink";

unsigned long number_from(const char* variable, unsigned long otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoul(text, nullptr, 10);
}

unsigned long seed() {
  static const unsigned long number = number_from("BLOGSEARCH_SEED", std::random_device()());
  return number;
}

/// Kills builds half by the clock and half at a call that changes something on disk.
class Killer {
 public:
  explicit Killer(const Site& site) : random_(seed()) {
    calls_ = count_calls(site.build(), site.path(), all_calls);
    const auto begin = std::chrono::steady_clock::now();
    run(site.build());
    duration_ = std::chrono::steady_clock::now() - begin;
  }

  Ended build_and_kill(const Site& site) {
    Run build = site.build();
    by_clock_ = !by_clock_;
    if (!by_clock_) {
      build.environment = interrupted(site.path(), all_calls, number_up_to(calls_), SIGKILL);
      return run(build);
    }
    Child child(build);
    const auto longest = std::chrono::duration_cast<std::chrono::microseconds>(duration_).count();
    usleep(static_cast<useconds_t>(number_up_to(longest)));
    child.signal(SIGKILL);
    return child.wait();
  }

 private:
  long number_up_to(long greatest) {
    return std::uniform_int_distribution<long>(1, greatest)(random_);
  }

  std::mt19937 random_;
  long calls_ = 0;
  std::chrono::steady_clock::duration duration_{};
  bool by_clock_ = false;
};

void check_mended(const Site& site, const Outputs& expected) {
  const Ended mended = run(site.build());
  CAPTURE(mended.err);
  CHECK(mended.status == 0);
  CHECK(site.outputs() == expected);
  CHECK(site.litter() == "");
  const Ended checked = run(site.check_outputs());
  CAPTURE(checked.err);
  CHECK(checked.status == 0);
  CHECK(checked.err == "");
}

/// Whatever is found, it is said.
void check_told(const Site& site) {
  const Ended checked = run(site.check_outputs());
  CAPTURE(checked.out, checked.err);
  CHECK((checked.status == 0 || checked.status == 3));
  CHECK(checked.err.empty() == !checked.out.empty());
}

}  // namespace

TEST_CASE("faults: a killed build leaves each output whole, and the next one mends all",
          "[faults][kill]") {
  CAPTURE(seed());
  const std::array<Outputs, 2> versions{fresh(0), fresh(1)};
  const Site site;
  Killer killer(site);
  REQUIRE(site.outputs() == versions[0]);
  const unsigned long kills = number_from("BLOGSEARCH_KILLS", 20);
  for (unsigned long i = 1; i <= kills; ++i) {
    const Outputs& before = versions[(i + 1) % 2];
    const Outputs& after = versions[i % 2];
    site.write(static_cast<int>(i % 2));
    const Ended ended = killer.build_and_kill(site);
    CAPTURE(i, ended.status);
    CHECK((ended.was_killed || ended.status == 0));
    CHECK(site.flaws(before, after) == "");
    check_told(site);
    check_mended(site, after);
  }
}

TEST_CASE("faults: a first build that is killed leaves nothing that the next one minds",
          "[faults][kill]") {
  CAPTURE(seed());
  const Outputs expected = fresh(0);
  Killer killer{Site()};
  const unsigned long kills = number_from("BLOGSEARCH_KILLS", 20) / 4;
  for (unsigned long i = 1; i <= kills; ++i) {
    const Site site;
    Outputs nothing;
    nothing.index = "there is no index here [index.missing] (run `blogsearch build`)";
    const Ended ended = killer.build_and_kill(site);
    CAPTURE(i, ended.status);
    CHECK(site.flaws(nothing, expected) == "");
    check_told(site);
    check_mended(site, expected);
  }
}
