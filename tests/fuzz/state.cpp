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

io::Content content_of(std::string bytes) {
  return [bytes = std::move(bytes)](const io::Sink& sink) {
    sink(bytes);
    return Result<void>();
  };
}

std::string bytes_of(const io::Content& content) {
  std::string bytes;
  require(content([&bytes](std::string_view piece) { bytes += piece; }).has_value(),
          "it is written");
  return bytes;
}

void check_loaded(std::string_view bytes) {
  const auto loaded = state::unpack_loaded(bytes, ground);
  if (!loaded) return;
  const std::string packed = state::pack(*loaded, ground);
  const auto again = state::unpack_loaded(packed, ground);
  require(again.has_value() && state::pack(*again, ground) == packed,
          "what is loaded is kept as it is");
}

state::List list_of(std::size_t count, const std::string& packed) {
  return {count, content_of(packed)};
}

std::string written_again(const state::State& state) {
  std::string sources, rendered;
  for (std::size_t i = 0; i < state.sources().size(); ++i)
    sources += state::pack(state.sources()[i], state.loaded(i), ground);
  const state::RenderedPosts posts = state.rendered();
  for (const auto& [path, each] : posts) rendered += state::pack(path, each, ground);
  return bytes_of(state::encode(list_of(state.sources().size(), sources), state.glance(),
                                list_of(posts.size(), rendered), ground));
}

void check_state(std::string bytes) {
  const Result<state::State> read = state::State::decode(std::move(bytes), ground);
  if (!read) {
    require(read.error().code == Code::state_damaged, "a state is refused as damaged");
    return;
  }
  for (std::size_t i = 0; i < read->sources().size(); ++i) check_loaded(read->loaded(i));
  const std::string written = written_again(*read);
  const Result<state::State> again = state::State::decode(written, ground);
  require(again && written_again(*again) == written, "a state is written as it is");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::text_of(data, size);
  switch (fuzz::take_choice(bytes) % 3) {
    case 0:
      check_state(std::string(bytes));
      break;
    case 1:
      check_state(bytes_of(state::sealed(content_of(std::string(bytes)))));
      break;
    default:
      check_loaded(bytes);
  }
  return 0;
}
