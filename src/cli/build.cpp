// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/summary.hpp"
#include "io/replace.hpp"

namespace blogsearch::cli {
namespace {

constexpr std::array<Option, 3> own_options{{
    {"--dry-run", "", "", "builds and reports, and changes nothing"},
    {"--strict", "", "", "an error in any post publishes nothing"},
    {"--report", "", "FILE", "writes what was done as JSON"},
}};

constexpr auto options = [] {
  std::array<Option, input_options.size() + own_options.size()> all{};
  std::copy(own_options.begin(), own_options.end(),
            std::copy(input_options.begin(), input_options.end(), all.begin()));
  return all;
}();

constexpr Syntax syntax{
    "build", "writes feeds and the search index", Operands::many, "PATH", path_help, options};

/// One line that says what the build came to; empty when a run without a terminal went well.
std::string closing(const Outcome& outcome, const Inputs& inputs, const Console& console) {
  const pipeline::Report& report = outcome.report;
  const model::SiteConfig& config = *outcome.config;
  if (inputs.verbosity == Verbosity::quiet) return "";
  if (inputs.options.strict && outcome.findings.has_errors())
    return "nothing was published, because of --strict\n";
  if (!console.err_is_terminal && inputs.verbosity != Verbosity::verbose) return "";
  if (!inputs.options.keep)
    return fmt::format("{}; nothing was written, because of --dry-run; would change: {}\n",
                       headline(report),
                       report.files_changed.empty()
                           ? "nothing"
                           : printable(fmt::format("{}", fmt::join(report.files_changed, ", "))));
  if (!report.published) return "nothing was published\n";
  return fmt::format("{} → {}; index in {}\n", headline(report),
                     printable(fmt::format("{}", fmt::join(report.files, ", "))),
                     printable(config.search.index.string()));
}

int run_build(const Arguments& arguments, Console& console) {
  Result<Inputs> inputs = read_inputs(arguments, console);
  if (!inputs) return fail(inputs.error(), console);
  inputs->options.keep = !arguments.has("--dry-run");
  inputs->options.strict = arguments.has("--strict");

  Outcome outcome = carry_out(*inputs, console);
  const std::optional<std::string> report = arguments.value("--report");
  if (report && outcome.config) {
    const syntax::Json json = json_of(outcome.report, *outcome.config, peak_rss_bytes());
    const auto written = io::replace(*report, write_json(json, syntax::Layout::indented) + '\n');
    if (!written) outcome.findings.add(written.error());
  }
  show(outcome.findings, inputs->verbosity, console);
  if (outcome.config) {
    if (inputs->verbosity == Verbosity::verbose) console.err << details(outcome.report);
    console.err << closing(outcome, *inputs, console);
  }
  return exit_status(outcome.findings);
}

}  // namespace

constinit const Command build_command{syntax, run_build};

}  // namespace blogsearch::cli
