// SPDX-License-Identifier: GPL-2.0-or-later
#include <xapian.h>

#include <algorithm>

#include "index/document.hpp"
#include "posts.hpp"
#include "text/tokens.hpp"

namespace blogsearch::bench {
namespace {

std::size_t text_size(const Sample& sample) {
  std::size_t bytes = 0;
  for (const model::Part& part : sample.parts) bytes += part.text.size();
  return bytes;
}

void tokens(benchmark::State& state) {
  over_samples(
      state,
      [](const Sample& sample) {
        std::size_t letters = 0;
        for (const model::Part& part : sample.parts)
          text::for_each_token(part.text,
                               [&](const text::Token& token) { letters += token.word.size(); });
        benchmark::DoNotOptimize(letters);
      },
      text_size);
}

void document(benchmark::State& state) {
  index::Stems stems("en");
  index::FacetValues facets;
  model::Post post;
  post.title = "What a document costs";
  over_samples(
      state,
      [&](const Sample& sample) {
        benchmark::DoNotOptimize(index::make_document(post, sample.parts, 0, stems, facets));
      },
      text_size);
}

void generator(benchmark::State& state) {
  Xapian::TermGenerator words;
  words.set_stemmer(Xapian::Stem("en"));
  over_samples(
      state,
      [&](const Sample& sample) {
        words.set_document(Xapian::Document());
        for (const model::Part& part : sample.parts) words.index_text(part.text);
        benchmark::DoNotOptimize(words.get_termpos());
      },
      text_size);
}

void letters(benchmark::State& state) {
  over_samples(
      state,
      [](const Sample& sample) {
        for (const model::Part& part : sample.parts)
          benchmark::DoNotOptimize(std::count(part.text.begin(), part.text.end(), ' '));
      },
      text_size);
}

BENCHMARK(tokens)->Name("words/tokens");
BENCHMARK(document)->Name("words/tokens, stems, Xapian's document");
BENCHMARK(generator)->Name("words/floor: TermGenerator");
BENCHMARK(letters)->Name("words/floor: counting spaces");

}  // namespace
}  // namespace blogsearch::bench
