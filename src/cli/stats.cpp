// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <optional>

#include "cli/commands.hpp"
#include "cli/figures.hpp"
#include "cli/lookup.hpp"
#include "cli/report.hpp"

namespace blogsearch::cli {
namespace {

constexpr std::array<Option, 3> options{{
    config_option,
    index_option,
    {"--json", "", "", "one JSON object in place of text"},
}};

constexpr Syntax syntax{"stats", "says what the index holds", Operands::none, "", "", options};

int run_stats(const Arguments& arguments, Console& console) {
  Diagnostics findings;
  const std::optional<index::Searcher> searcher = open_index(arguments, findings);
  show(findings, Verbosity::normal, console);
  if (!searcher) return exit_status(findings);
  const Result<index::Stats> stats = searcher->stats();
  if (!stats) return fail(stats.error(), console);
  return deliver(arguments.has("--json")
                     ? write_json(json_of(*stats), syntax::Layout::indented) + '\n'
                     : show_stats(*stats, console.text_width()),
                 0, console);
}

}  // namespace

constinit const Command stats_command{syntax, run_stats};

}  // namespace blogsearch::cli
