// SPDX-License-Identifier: GPL-2.0-or-later
#ifdef BLOGSEARCH_GFM
#include <cmark-gfm.h>
#else
#include <cmark.h>
#endif

#include <cstdlib>

#include "markup/clean.hpp"
#include "markup/document.hpp"
#include "posts.hpp"

namespace blogsearch::bench {
namespace {

constexpr const char* url = "https://example.org/post/";

void parse(benchmark::State& state) {
  over_samples(
      state,
      [](const Sample& sample) { benchmark::DoNotOptimize(markup::Document(sample.body, url)); },
      body_size);
}

void html(benchmark::State& state) {
  over_samples(
      state,
      [](const Sample& sample) {
        benchmark::DoNotOptimize(markup::Document(sample.body, url).html());
      },
      body_size);
}

void feed_html(benchmark::State& state) {
  over_samples(
      state,
      [](const Sample& sample) {
        const markup::Document document(sample.body, url);
        benchmark::DoNotOptimize(markup::clean(document.html(), {.url = url}));
      },
      body_size);
}

void parts(benchmark::State& state) {
  over_samples(
      state,
      [](const Sample& sample) {
        const markup::Document document(sample.body, url);
        benchmark::DoNotOptimize(document.parts(model::Anchors::github));
      },
      body_size);
}

void cmark(benchmark::State& state) {
  over_samples(
      state,
      [](const Sample& sample) {
        char* made = cmark_markdown_to_html(sample.body.data(), sample.body.size(), 0);
        benchmark::DoNotOptimize(made);
        std::free(made);
      },
      body_size);
}

void copy(benchmark::State& state) {
  over_samples(
      state,
      [](const Sample& sample) {
        std::string body(sample.body);
        benchmark::DoNotOptimize(body.data());
      },
      body_size);
}

BENCHMARK(parse)->Name("body/parse");
BENCHMARK(html)->Name("body/parse, HTML");
BENCHMARK(feed_html)->Name("body/parse, HTML, clean for feeds");
BENCHMARK(parts)->Name("body/parse, parts for the index");
BENCHMARK(cmark)->Name("body/floor: cmark, parse and HTML");
BENCHMARK(copy)->Name("body/floor: a copy");

}  // namespace
}  // namespace blogsearch::bench
