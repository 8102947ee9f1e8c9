// SPDX-License-Identifier: GPL-2.0-or-later
#include <yaml-cpp/yaml.h>

#include "frontmatter/draft.hpp"
#include "posts.hpp"

namespace blogsearch::bench {
namespace {

void front_matter(benchmark::State& state) {
  const frontmatter::Dates dates;
  const frontmatter::Keys keys;
  const model::Limits limits;
  over_samples(
      state,
      [&](const Sample& sample) {
        Diagnostics findings;
        benchmark::DoNotOptimize(frontmatter::read(sample.source, dates, keys, limits, findings));
      },
      header_size);
}

void yaml(benchmark::State& state) {
  over_samples(
      state,
      [](const Sample& sample) {
        benchmark::DoNotOptimize(YAML::Load(std::string(sample.source.at(sample.header))));
      },
      header_size);
}

void copy(benchmark::State& state) {
  over_samples(
      state,
      [](const Sample& sample) {
        std::string header(sample.source.at(sample.header));
        benchmark::DoNotOptimize(header.data());
      },
      header_size);
}

BENCHMARK(front_matter)->Name("front matter/draft");
BENCHMARK(yaml)->Name("front matter/floor: yaml-cpp");
BENCHMARK(copy)->Name("front matter/floor: a copy");

}  // namespace
}  // namespace blogsearch::bench
