// SPDX-License-Identifier: GPL-2.0-or-later
//
// The posts that the leaves are measured on.
#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <string>
#include <vector>

#include "blogsearch/model/body.hpp"
#include "core/source_text.hpp"

namespace blogsearch::bench {

struct Sample {
  SourceText source;
  Span header;  ///< the front matter without its fences
  std::string body;
  model::Body parts;
};

/// The first 200 of the folder that BLOGSEARCH_POSTS names, in the order of their names. Ends the
/// program where there are none.
[[nodiscard]] const std::vector<Sample>& samples();

/// Calls `work` with each sample, round by round; a round of all is one iteration. `size` says how
/// many bytes of a sample the work is about; the counter `post` is the time that one takes.
template <class Work, class Size>
void over_samples(benchmark::State& state, const Work& work, const Size& size) {
  std::size_t bytes = 0;
  for (const Sample& sample : samples()) bytes += size(sample);
  for (auto round : state) {
    (void)round;
    for (const Sample& sample : samples()) work(sample);
  }
  const auto posts = static_cast<double>(samples().size());
  state.counters["post"] = benchmark::Counter(
      posts, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
  state.counters["bytes"] =
      benchmark::Counter(static_cast<double>(bytes), benchmark::Counter::kIsIterationInvariantRate);
}

inline std::size_t header_size(const Sample& sample) { return sample.header.size(); }
inline std::size_t body_size(const Sample& sample) { return sample.body.size(); }

}  // namespace blogsearch::bench
