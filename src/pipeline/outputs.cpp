// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/pipeline/outputs.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "blogsearch/index/writer.hpp"
#include "io/read.hpp"
#include "pipeline/edition.hpp"
#include "pipeline/memory.hpp"
#include "pipeline/turn.hpp"

namespace blogsearch::pipeline {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto pause = std::chrono::milliseconds(20);
constexpr const char* build_again = "run `blogsearch build`";
/// A build believes a file's stamp.
constexpr const char* build_all_again = "run `blogsearch build --full`";

Diagnostic about(const fs::path& file, Code code, std::string message, std::string hint) {
  return {code, std::move(message), std::move(hint), {}, io::shown(file), {}};
}

fs::path normal(const fs::path& path) {
  std::error_code ignored;
  return fs::absolute(path, ignored).lexically_normal();
}

bool is_below(const fs::path& file, const fs::path& folder) {
  const fs::path relative = normal(file).lexically_relative(normal(folder));
  return !relative.empty() && *relative.begin() != "..";
}

Diagnostic no_state(const fs::path& file, const Diagnostic& reason) {
  if (reason.code == Code::io_unreadable) return reason;
  const char* const message = reason.code == Code::io_not_found
                                  ? "no build has left its state here"
                                  : "what the last build left here cannot be read";
  return about(file, Code::state_missing, message, build_again);
}

void check_file(const state::Output& output, Diagnostics& findings) {
  const auto stamp = io::stamp_of(output.file);
  if (!stamp) {
    findings.add(about(output.file, Code::state_differs, "this file of the last build is missing",
                       build_again));
    return;
  }
  const Result<std::uint64_t> digest = io::digest_file(output.file);
  if (!digest) {
    findings.add(digest.error());
    return;
  }
  if (*digest == output.digest) return;
  findings.add(about(output.file, Code::state_differs,
                     "this file is not as the last build wrote it",
                     stamp == output.stamp ? build_all_again : build_again));
}

/// What the state says of the files of the index is that of its folder, or the other way round.
bool is_same_index(const std::vector<state::Output>& known, const fs::path& folder) {
  std::vector<fs::path> before, now;
  for (const state::Output& output : known) before.push_back(normal(output.file));
  for (const fs::path& file : index::files_of(folder)) now.push_back(normal(file));
  std::sort(before.begin(), before.end());
  std::sort(now.begin(), now.end());
  return before == now;
}

/// How many posts are in it.
std::size_t check_index(const fs::path& folder, const state::Glance& glance,
                        const std::vector<state::Output>& files, Diagnostics& findings) {
  const Result<index::Searcher> searcher = index::Searcher::open(folder);
  if (!searcher) {
    findings.add(searcher.error());
    return 0;
  }
  if (auto examined = searcher->examine(); !examined) {
    Diagnostic finding = std::move(examined).error();
    finding.hint = build_all_again;
    findings.add(std::move(finding));
    return 0;
  }
  const auto posts = searcher->made_of();
  if (!posts) {
    findings.add(posts.error());
    return 0;
  }
  std::string message;
  if (!is_same_index(files, folder)) message = "the index is not the one that the last build made";
  if (const state::Indexed now = indexed_of(*posts); now != glance.indexed)
    message = "the index does not hold the posts of the last build: there are " +
              std::to_string(now.posts) + ", and it had " + std::to_string(glance.indexed.posts);
  if (!message.empty())
    findings.add(about(folder, Code::state_differs, std::move(message), build_again));
  return posts->size();
}

Diagnostic elsewhere(const fs::path& out, const fs::path& file) {
  return about(out, Code::state_differs,
               "the last build wrote its feeds elsewhere, " + io::shown(file),
               "name the folder that the build was given, or run `blogsearch build`");
}

Outputs hold_against(const state::Glance& glance, const model::SiteConfig& config,
                     Diagnostics& findings) {
  std::vector<state::Output> feeds, of_index;
  for (const state::Output& output : glance.outputs)
    (output.digest == 0 ? of_index : feeds).push_back(output);
  const auto stray = std::find_if(feeds.begin(), feeds.end(), [&](const state::Output& output) {
    return !is_below(output.file, config.feeds.out);
  });
  if (stray == feeds.end())
    for (const state::Output& output : feeds) check_file(output, findings);
  else
    findings.add(elsewhere(config.feeds.out, stray->file));
  return {feeds.size(), check_index(config.search.index, glance, of_index, findings)};
}

Outputs look(const model::SiteConfig& config, Diagnostics& findings) {
  const Result<state::State> state = read_state(config);
  if (state) return hold_against(state->glance(), config, findings);
  findings.add(no_state(state_file(config), state.error()));
  return {};
}

}  // namespace

Outputs check_outputs(const model::SiteConfig& config, std::chrono::milliseconds patience,
                      Diagnostics& all_findings) {
  const auto end = Clock::now() + patience;
  for (;;) {
    const bool was_building = other_build(config).has_value();
    const state::Witness witness = state::look_at(state_file(config));
    Diagnostics findings;
    const Outputs outputs = look(config, findings);
    const std::vector<fs::path> litter = find_litter(config);
    const std::optional<Diagnostic> builder = other_build(config);
    const bool is_steady = !was_building && !builder && state::is_as_it_was(witness);
    if (is_steady)
      for (const fs::path& left : litter)
        findings.add(about(left, Code::state_litter, "a build that died has left this",
                           "the next `blogsearch build` removes it"));
    if (is_steady || findings.empty()) {
      all_findings.add(std::move(findings));
      return outputs;
    }
    if (builder && Clock::now() >= end) {
      all_findings.add(*builder);
      return outputs;
    }
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace blogsearch::pipeline
