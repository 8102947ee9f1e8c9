// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/summary.hpp"
#include "core/suggest.hpp"
#include "io/read.hpp"
#include "io/release.hpp"

namespace blogsearch::cli {
namespace {

constexpr std::array<std::string_view, 3> conditions{"id-change", "shrink", "none"};

constexpr std::array<Option, 7> own_options{{
    {"--jobs", "", "N", "how many threads work (build.jobs, or as many as there are processors)"},
    {"--full", "", "", "builds all anew, by nothing of the last build"},
    {"--dry-run", "", "", "builds and reports, and changes nothing"},
    {"--strict", "", "", "an error in any post publishes nothing"},
    {"--fail-on", "", "LIST",
     "publishes nothing when readers of the main feed would see one of these: id-change, shrink "
     "(build.fail_on; none: whatever that says)",
     conditions},
    {"--report", "", "FILE", "writes what was done as JSON (build.report)"},
    {"--wait", "", "SECONDS",
     "waits so long for another build of the site to end (build.wait, or 0)"},
}};

constexpr auto options = [] {
  std::array<Option, input_options.size() + own_options.size()> all{};
  std::copy(own_options.begin(), own_options.end(),
            std::copy(input_options.begin(), input_options.end(), all.begin()));
  return all;
}();

constexpr Syntax syntax{
    "build", "writes feeds and the search index", Operands::many, "PATH", path_help, options};

/// Why nothing was published, if that is for an error in a post; empty otherwise.
std::string_view strict_rule(const Outcome& outcome, const Inputs& inputs) {
  const bool is_strict = outcome.config && outcome.config->build.strict && inputs.options.keep;
  const bool is_stopped =
      !outcome.report.published &&
      std::any_of(outcome.findings.begin(), outcome.findings.end(),
                  [](const Diagnostic& f) { return f.is_error() && f.fault() == Fault::post; });
  if (!is_stopped || !(is_strict || inputs.overrides.strict)) return "";
  return inputs.overrides.strict ? "--strict" : "`build.strict`";
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
  if (const auto rule = strict_rule(outcome, inputs); !rule.empty())
    return fmt::format("nothing was published, because of {}\n", rule);
  if (!console.err_is_terminal && inputs.verbosity != Verbosity::verbose) return "";
  if (report.files.empty()) return "nothing was published\n";
  if (!inputs.options.keep)
    return fmt::format("{}; --dry-run, so nothing was written; would change: {}\n",
                       headline(report), list(report.files_changed));
  return fmt::format("{} → {}; index in {}\n", headline(report), list(report.files),
                     printable(io::shown(outcome.config->search.index)));
}

Result<std::optional<std::size_t>> read_number(const Arguments& arguments, std::string_view option,
                                               std::size_t fallback) {
  if (!arguments.has(option)) return std::optional<std::size_t>();
  const Result<std::size_t> number = arguments.number(option, fallback);
  return number ? Result<std::optional<std::size_t>>(*number) : number.error();
}

Result<std::optional<std::size_t>> read_jobs(const Arguments& arguments) {
  constexpr std::size_t most = model::BuildConfig::most_jobs;
  const std::size_t fallback = std::max(std::thread::hardware_concurrency(), 1U);
  Result<std::optional<std::size_t>> jobs = read_number(arguments, "--jobs", fallback);
  if (jobs && *jobs && (**jobs == 0 || **jobs > most))
    return usage_error(fmt::format("--jobs wants 1 to {}, not {}", most, **jobs),
                       fmt::format("write --jobs {}", fallback));
  return jobs;
}

Result<pipeline::FailOn> read_fail_on(std::string_view list) {
  pipeline::FailOn fail_on;
  if (list == "none") return fail_on;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    const std::string_view name = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    if (name == conditions[0]) {
      fail_on.id_change = true;
    } else if (name == conditions[1]) {
      fail_on.shrink = true;
    } else {
      Diagnostic finding;
      finding.code = Code::cli_usage;
      finding.message = fmt::format("--fail-on knows no \"{}\"", name);
      finding.hint = did_you_mean(name, conditions);
      if (finding.hint.empty()) finding.hint = "write --fail-on id-change,shrink, or none";
      return finding;
    }
  }
  return fail_on;
}

/// The words that are of no use to `check`.
Result<void> read_own_words(const Arguments& arguments, Inputs& inputs) {
  inputs.options.keep = !arguments.has("--dry-run");
  inputs.options.full = arguments.has("--full");
  inputs.overrides.strict = arguments.has("--strict");
  inputs.overrides.report = arguments.value("--report");
  if (const auto list = arguments.value("--fail-on")) {
    const Result<pipeline::FailOn> fail_on = read_fail_on(*list);
    if (!fail_on) return fail_on.error();
    inputs.overrides.fail_on = *fail_on;
  }
  const auto jobs = read_jobs(arguments);
  if (!jobs) return jobs.error();
  inputs.overrides.jobs = *jobs;
  const auto seconds = read_number(arguments, "--wait", 0);
  if (!seconds) return seconds.error();
  inputs.overrides.wait = *seconds;
  return {};
}

/// What the build did, where that is wanted. The report of the build that has the turn stays.
void write_report(const Inputs& inputs, Outcome& outcome) {
  const bool is_wanted = inputs.options.keep || inputs.overrides.report;
  const bool was_turned_away =
      std::any_of(outcome.findings.begin(), outcome.findings.end(),
                  [](const Diagnostic& finding) { return finding.code == Code::pipeline_locked; });
  if (!outcome.config || outcome.config->build.report.empty() || !is_wanted || was_turned_away)
    return;
  const syntax::Json json = json_of(outcome.report, *outcome.config, peak_rss_bytes());
  const auto written =
      io::replace(outcome.config->build.report, write_json(json, syntax::Layout::indented) + '\n');
  if (!written) outcome.findings.add(written.error());
}

int run_build(const Arguments& arguments, Console& console) {
  Result<Inputs> inputs = read_inputs(arguments, console);
  if (!inputs) return fail(inputs.error(), arguments, console);
  if (auto read = read_own_words(arguments, *inputs); !read)
    return fail(std::move(read).error(), arguments, console);
  Outcome outcome = carry_out(*inputs, console);
  if (outcome.signal != 0) return end_by_signal(outcome, *inputs, console);
  write_report(*inputs, outcome);
  const int status = conclude(outcome.findings, inputs->verbosity, inputs->messages, console);
  if (outcome.config && inputs->messages == Messages::text) {
    if (inputs->verbosity == Verbosity::verbose) console.err << details(outcome.report);
    console.err << fitted(closing(outcome, *inputs, console), console.err_width());
  }
  return status;
}

}  // namespace

constinit const Command build_command{syntax, run_build};

}  // namespace blogsearch::cli
