// SPDX-License-Identifier: GPL-2.0-or-later
//
// The state of the last build, damaged in any way: it is refused, or what is read of it can be
// written and read again. The first byte chooses whether the damage is one that the digest shows.
#include "state/state.hpp"

#include "fuzz/fuzz.hpp"

using namespace blogsearch;
using fuzz::require;

namespace {

const io::Ground ground("/site");

void check_loaded(std::string_view bytes) {
  const auto loaded = state::unpack_loaded(bytes, ground);
  if (!loaded) return;
  const std::string packed = state::pack(*loaded, ground);
  const auto again = state::unpack_loaded(packed, ground);
  require(again.has_value() && state::pack(*again, ground) == packed,
          "what is loaded is kept as it is");
}

void check_state(std::string bytes) {
  const Result<state::State> read = state::State::decode(std::move(bytes), ground);
  if (!read) {
    require(read.error().code == Code::state_damaged, "a state is refused as damaged");
    return;
  }
  const state::Memo memo = read->memo();
  for (const std::string& loaded : memo.loaded) check_loaded(loaded);
  const std::string written = state::encode(read->glance(), memo, ground);
  const Result<state::State> again = state::State::decode(written, ground);
  require(again && state::encode(again->glance(), again->memo(), ground) == written,
          "a state is written as it is");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::text_of(data, size);
  switch (fuzz::take_choice(bytes) % 3) {
    case 0:
      check_state(std::string(bytes));
      break;
    case 1:
      check_state(state::sealed(bytes));
      break;
    default:
      check_loaded(bytes);
  }
  return 0;
}
