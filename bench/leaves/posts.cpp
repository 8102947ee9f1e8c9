// SPDX-License-Identifier: GPL-2.0-or-later
#include "posts.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>

#include "frontmatter/fence.hpp"
#include "io/read.hpp"
#include "markup/document.hpp"

namespace blogsearch::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most = 200;

std::vector<fs::path> files() {
  const char* folder = std::getenv("BLOGSEARCH_POSTS");
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator entry(folder == nullptr ? "" : folder, error), end;
       !error && entry != end; entry.increment(error))
    found.push_back(entry->path());
  std::sort(found.begin(), found.end());
  found.resize(std::min(found.size(), most));
  return found;
}

std::vector<Sample> load() {
  std::vector<Sample> loaded;
  for (const fs::path& file : files()) {
    Result<std::string> bytes = io::read(file);
    if (!bytes) continue;
    SourceText source(file.string(), *std::move(bytes));
    const auto split = frontmatter::split(source);
    if (!split || !split->header) continue;
    std::string body(source.at(split->body));
    model::Body parts =
        markup::Document(body, "https://example.org/").parts(model::Anchors::github);
    loaded.push_back({std::move(source), *split->header, std::move(body), std::move(parts)});
  }
  if (loaded.empty()) {
    std::cerr << "BLOGSEARCH_POSTS names no folder with posts\n";
    std::exit(2);
  }
  return loaded;
}

}  // namespace

const std::vector<Sample>& samples() {
  static const std::vector<Sample> loaded = load();
  return loaded;
}

}  // namespace blogsearch::bench
