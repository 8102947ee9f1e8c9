// SPDX-License-Identifier: GPL-2.0-or-later
//
// Work that is done on several threads and taken in its order by one.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace blogsearch::pipeline {

/// How many hands are of use for `count` things to make.
[[nodiscard]] inline std::size_t hands_for(std::size_t jobs, std::size_t count) {
  return std::clamp(count, std::size_t{1}, std::max(jobs, std::size_t{1}));
}

/// Calls `make(hand, k)` for k = 0, 1 … `count` - 1, each hand on a thread of its own, and on the
/// calling thread `take(k, made)` in the order of k, until that returns false; then no more is
/// begun. What is made and not taken is never more than two a hand. With one hand there is no
/// other thread. `make` does not throw.
template <class Hand, class Make, class Take>
class InOrder {
 public:
  InOrder(std::vector<Hand>& hands, std::size_t count, const Make& make, const Take& take)
      : hands_(hands), count_(count), make_(make), take_(take), made_(2 * hands.size()) {}

  void run() {
    if (hands_.size() == 1) {
      for (std::size_t k = 0; k < count_; ++k)
        if (!take_(k, make_(hands_.front(), k))) return;
      return;
    }
    std::vector<std::jthread> threads;
    threads.reserve(hands_.size());
    for (Hand& hand : hands_) threads.emplace_back([this, &hand] { work(hand); });
    while (taken_ < count_ && take_(taken_, next())) advance();
    stop();
  }

 private:
  using Made = std::invoke_result_t<const Make&, Hand&, std::size_t>;

  void work(Hand& hand) {
    while (const std::optional<std::size_t> k = begin()) {
      Made made = make_(hand, *k);
      const std::lock_guard lock(mutex_);
      made_[*k % made_.size()] = std::move(made);
      is_made_.notify_one();
    }
  }

  std::optional<std::size_t> begin() {
    std::unique_lock lock(mutex_);
    has_room_.wait(
        lock, [this] { return is_stopped_ || begun_ == count_ || begun_ < taken_ + made_.size(); });
    if (is_stopped_ || begun_ == count_) return std::nullopt;
    return begun_++;
  }

  Made next() {
    std::unique_lock lock(mutex_);
    std::optional<Made>& made = made_[taken_ % made_.size()];
    is_made_.wait(lock, [&made] { return made.has_value(); });
    return *std::exchange(made, std::nullopt);
  }

  void advance() {
    const std::lock_guard lock(mutex_);
    ++taken_;
    has_room_.notify_all();
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    is_stopped_ = true;
    has_room_.notify_all();
  }

  std::vector<Hand>& hands_;
  std::size_t count_;
  const Make& make_;
  const Take& take_;
  std::mutex mutex_;
  std::condition_variable is_made_, has_room_;
  std::vector<std::optional<Made>> made_;  ///< a ring
  std::size_t begun_ = 0, taken_ = 0;
  bool is_stopped_ = false;
};

}  // namespace blogsearch::pipeline
