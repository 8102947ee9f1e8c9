// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/lookup.hpp"

#include <filesystem>
#include <utility>

#include "blogsearch/pipeline/build.hpp"

namespace blogsearch::cli {
namespace {

/// Nothing else of the config matters here: an index named outright is opened without one.
std::optional<std::filesystem::path> find_index(const Arguments& arguments, Diagnostics& findings) {
  const std::optional<std::string> config = arguments.value("--config");
  const std::optional<std::string> index = arguments.value("--index");
  if (index && !config) return std::filesystem::path(*index);
  pipeline::Overrides overrides;
  if (config) overrides.config = *config;
  if (index) overrides.index = *index;
  const std::optional<model::SiteConfig> site = pipeline::configure(overrides, findings);
  if (!site) return std::nullopt;
  return site->search.index;
}

}  // namespace

std::optional<index::Searcher> open_index(const Arguments& arguments, Diagnostics& findings) {
  const std::optional<std::filesystem::path> folder = find_index(arguments, findings);
  if (!folder) return std::nullopt;
  Result<index::Searcher> searcher = index::Searcher::open(*folder);
  if (searcher) return std::move(*searcher);
  findings.add(std::move(searcher).error());
  return std::nullopt;
}

}  // namespace blogsearch::cli
