// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a query takes inside a process that has the index open: ten posts, snippets, facets.
//
//     blogsearch_answers INDEX < QUERIES      a line each; milliseconds, a line each
//
// Each is asked twice, and the second time counts: the files are in memory then, as they are for
// whoever answers many.
#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>

#include "blogsearch/index/searcher.hpp"

int main(int count, char** arguments) {
  using namespace blogsearch;
  if (count != 2) return 2;
  const Result<index::Searcher> searcher = index::Searcher::open(arguments[1]);
  if (!searcher) return 1;
  index::Request request;
  while (std::getline(std::cin, request.words)) {
    std::chrono::duration<double, std::milli> elapsed{};
    for (int round = 0; round < 2; ++round) {
      const auto begin = std::chrono::steady_clock::now();
      const Result<index::Answer> answer = searcher->search(request);
      elapsed = std::chrono::steady_clock::now() - begin;
      if (!answer) return 1;
    }
    std::printf("%.3f\n", elapsed.count());
  }
}
