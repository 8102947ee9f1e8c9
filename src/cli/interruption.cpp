// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/interruption.hpp"

#include <array>
#include <atomic>
#include <string_view>

namespace blogsearch::cli {
namespace {

struct Named {
  int signal;
  std::string_view name;
};
constexpr std::array<Named, 3> signals{
    {{SIGINT, "SIGINT"}, {SIGTERM, "SIGTERM"}, {SIGHUP, "SIGHUP"}}};

// The system tells a handler nothing but the signal: what it notes must be where it finds it.
std::atomic<int> received{0};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void note(int signal) {
  if (received.exchange(signal) == 0) return;
  std::signal(signal, SIG_DFL);  // the second of them
  std::raise(signal);
}

}  // namespace

Interruption::Interruption() {
  received = 0;
  for (const Named& each : signals) {
    struct sigaction before {};
    sigaction(each.signal, nullptr, &before);
    if (before.sa_handler == SIG_IGN) continue;
    struct sigaction action {};
    action.sa_handler = note;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(each.signal, &action, nullptr);
    before_.emplace_back(each.signal, before);
  }
}

Interruption::~Interruption() {
  for (const auto& [signal, action] : before_) sigaction(signal, &action, nullptr);
}

int Interruption::signal() const { return received; }

std::string signal_name(int signal) {
  for (const Named& each : signals)
    if (each.signal == signal) return std::string(each.name);
  return "signal " + std::to_string(signal);
}

}  // namespace blogsearch::cli
