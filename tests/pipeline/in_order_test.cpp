// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/in_order.hpp"

#include <atomic>
#include <string>

#include "support/catch.hpp"

using blogsearch::pipeline::InOrder;

namespace {

struct Hand {
  std::size_t made = 0;
};

}  // namespace

TEST_CASE("pipeline: what threads make is taken in its order", "[pipeline]") {
  const std::size_t count = GENERATE(0U, 1U, 3U, 500U);
  std::vector<Hand> hands(GENERATE(1U, 2U, 7U));
  std::atomic<std::size_t> waiting = 0, most_waiting = 0;
  std::vector<std::string> taken;
  const auto make = [&](Hand& hand, std::size_t k) {
    ++hand.made;
    const std::size_t now = ++waiting;
    std::size_t most = most_waiting;
    while (now > most && !most_waiting.compare_exchange_weak(most, now)) {
    }
    if (k % 3 == 0) std::this_thread::yield();
    return std::to_string(k);
  };
  const auto take = [&](std::size_t k, std::string made) {
    --waiting;
    CHECK(made == std::to_string(k));
    taken.push_back(std::move(made));
    return true;
  };
  InOrder(hands, count, make, take).run();
  CHECK(taken.size() == count);
  CHECK(most_waiting <= 2 * hands.size() + 1);
  std::size_t made = 0;
  for (const Hand& hand : hands) made += hand.made;
  CHECK(made == count);
}

TEST_CASE("pipeline: threads begin nothing more when enough was taken", "[pipeline]") {
  std::vector<Hand> hands(GENERATE(1U, 3U));
  std::atomic<std::size_t> begun = 0;
  std::size_t taken = 0;
  const auto make = [&begun](Hand&, std::size_t k) {
    ++begun;
    return k;
  };
  const auto take = [&taken](std::size_t, std::size_t) { return ++taken < 5; };
  InOrder(hands, 1000, make, take).run();
  CHECK(taken == 5);
  CHECK(begun <= 5 + 2 * hands.size() + 1);
}
