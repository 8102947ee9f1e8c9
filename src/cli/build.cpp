// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/summary.hpp"
#include "core/suggest.hpp"
#include "io/read.hpp"
#include "io/release.hpp"

namespace blogsearch::cli {
namespace {

constexpr std::array<std::string_view, 2> conditions{"id-change", "shrink"};

constexpr std::array<Option, 7> own_options{{
    {"--jobs", "", "N", "how many threads work (as many as there are processors)"},
    {"--full", "", "", "builds all anew, by nothing of the last build"},
    {"--dry-run", "", "", "builds and reports, and changes nothing"},
    {"--strict", "", "", "an error in any post publishes nothing"},
    {"--fail-on", "", "LIST",
     "publishes nothing when readers of the main feed would see one of these: id-change, shrink",
     conditions},
    {"--report", "", "FILE", "writes what was done as JSON"},
    {"--wait", "", "SECONDS", "waits so long for another build of the site to end (0)"},
}};

constexpr auto options = [] {
  std::array<Option, input_options.size() + own_options.size()> all{};
  std::copy(own_options.begin(), own_options.end(),
            std::copy(input_options.begin(), input_options.end(), all.begin()));
  return all;
}();

constexpr Syntax syntax{
    "build", "writes feeds and the search index", Operands::many, "PATH", path_help, options};

bool is_stopped_by_strict(const Outcome& outcome, const Inputs& inputs) {
  return inputs.options.strict && !outcome.report.published &&
         std::any_of(outcome.findings.begin(), outcome.findings.end(),
                     [](const Diagnostic& f) { return f.is_error() && f.fault() == Fault::post; });
}

/// The first few by name.
std::string list(const std::vector<std::string>& files) {
  constexpr std::size_t most_named = 4;
  if (files.empty()) return "nothing";
  if (files.size() <= most_named) return printable(fmt::format("{}", fmt::join(files, ", ")));
  const auto last = files.begin() + most_named - 1;
  return printable(fmt::format("{} and {} more files", fmt::join(files.begin(), last, ", "),
                               files.size() - most_named + 1));
}

/// One line that says what the build came to; empty when there is nobody to read it.
std::string closing(const Outcome& outcome, const Inputs& inputs, const Console& console) {
  const pipeline::Report& report = outcome.report;
  if (inputs.verbosity == Verbosity::quiet) return "";
  if (is_stopped_by_strict(outcome, inputs)) return "nothing was published, because of --strict\n";
  if (!console.err_is_terminal && inputs.verbosity != Verbosity::verbose) return "";
  if (report.files.empty()) return "nothing was published\n";
  if (!inputs.options.keep)
    return fmt::format("{}; --dry-run, so nothing was written; would change: {}\n",
                       headline(report), list(report.files_changed));
  return fmt::format("{} → {}; index in {}\n", headline(report), list(report.files),
                     printable(io::shown(outcome.config->search.index)));
}

Result<std::size_t> read_jobs(const Arguments& arguments, std::size_t fallback) {
  constexpr std::size_t most = 256;
  Result<std::size_t> jobs = arguments.number("--jobs", fallback);
  if (jobs && (*jobs == 0 || *jobs > most))
    return usage_error(fmt::format("--jobs wants 1 to {}, not {}", most, *jobs),
                       fmt::format("write --jobs {}", fallback));
  return jobs;
}

Result<pipeline::FailOn> read_fail_on(std::string_view list) {
  constexpr std::array<std::string_view, 2> names{"id-change", "shrink"};
  pipeline::FailOn fail_on;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    const std::string_view name = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    if (name == names[0]) {
      fail_on.id_change = true;
    } else if (name == names[1]) {
      fail_on.shrink = true;
    } else {
      Diagnostic finding;
      finding.code = Code::cli_usage;
      finding.message = fmt::format("--fail-on knows no \"{}\"", name);
      finding.hint = did_you_mean(name, names);
      if (finding.hint.empty()) finding.hint = "write --fail-on id-change,shrink";
      return finding;
    }
  }
  return fail_on;
}

int run_build(const Arguments& arguments, Console& console) {
  Result<Inputs> inputs = read_inputs(arguments, console);
  if (!inputs) return fail(inputs.error(), arguments, console);
  inputs->options.keep = !arguments.has("--dry-run");
  inputs->options.full = arguments.has("--full");
  inputs->options.strict = arguments.has("--strict");
  inputs->options.preview = arguments.has("--report");
  const Result<pipeline::FailOn> fail_on = read_fail_on(arguments.value("--fail-on").value_or(""));
  if (!fail_on) return fail(fail_on.error(), arguments, console);
  inputs->options.fail_on = *fail_on;
  const Result<std::size_t> jobs = read_jobs(arguments, inputs->options.jobs);
  if (!jobs) return fail(jobs.error(), arguments, console);
  inputs->options.jobs = *jobs;
  const Result<std::size_t> seconds = arguments.number("--wait", 0);
  if (!seconds) return fail(seconds.error(), arguments, console);
  inputs->options.patience = std::chrono::seconds(*seconds);

  Outcome outcome = carry_out(*inputs, console);
  if (outcome.signal != 0) return end_by_signal(outcome, *inputs, console);
  const std::optional<std::string> report = arguments.value("--report");
  if (report && outcome.config) {
    const syntax::Json json = json_of(outcome.report, *outcome.config, peak_rss_bytes());
    const auto written = io::replace(*report, write_json(json, syntax::Layout::indented) + '\n');
    if (!written) outcome.findings.add(written.error());
  }
  const int status = conclude(outcome.findings, inputs->verbosity, inputs->messages, console);
  if (outcome.config && inputs->messages == Messages::text) {
    if (inputs->verbosity == Verbosity::verbose) console.err << details(outcome.report);
    console.err << closing(outcome, *inputs, console);
  }
  return status;
}

}  // namespace

constinit const Command build_command{syntax, run_build};

}  // namespace blogsearch::cli
