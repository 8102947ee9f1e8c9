// SPDX-License-Identifier: GPL-2.0-or-later
//
// A program of somebody else: builds the site of this folder and finds a post in it.
#include <blogsearch/index/searcher.hpp>
#include <blogsearch/pipeline/build.hpp>
#include <chrono>
#include <iostream>

int main(int argc, char** argv) {
  blogsearch::Diagnostics findings;
  const auto config = blogsearch::pipeline::configure({}, findings);
  if (!config || argc != 2) return 2;
  const std::chrono::sys_seconds now{std::chrono::hours{24 * 365 * 55}};
  if (!blogsearch::pipeline::build(*config, {.now = {.instant = now}}, findings).published)
    return 3;
  const auto searcher = blogsearch::index::Searcher::open(config->search.index);
  if (!searcher) return 3;
  const auto answer = searcher->search({.words = argv[1]});
  if (!answer) return 3;
  for (const auto& hit : answer->hits) std::cout << hit.url << ' ' << hit.title << '\n';
}
