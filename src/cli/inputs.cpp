// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <thread>
#include <utility>

#include "cli/interruption.hpp"
#include "cli/progress.hpp"
#include "cli/style.hpp"
#include "time/read.hpp"

namespace blogsearch::cli {
namespace {

Result<time::Timestamp> read_epoch(const std::string& text) {
  constexpr std::int64_t year_0 = -62'167'219'200;
  constexpr std::int64_t year_10000 = 253'402'300'800;
  std::int64_t seconds = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, seconds);
  if (error != std::errc{} || stop != end || seconds < year_0 || seconds >= year_10000)
    return usage_error(fmt::format("SOURCE_DATE_EPOCH wants seconds since 1970, not \"{}\"", text),
                       "set it to what `date +%s` prints, or unset it and give --now");
  return time::Timestamp{std::chrono::sys_seconds{std::chrono::seconds{seconds}}, {}};
}

std::optional<std::filesystem::path> path_of(const Arguments& arguments, std::string_view option) {
  const auto text = arguments.value(option);
  return text ? std::optional<std::filesystem::path>(*text) : std::nullopt;
}

/// What the config says of building. A rehearsal writes no report but the one that was asked for by
/// name; `check` keeps nothing, and would say less if it were strict.
void add_config(const model::BuildConfig& build, const pipeline::Overrides& overrides,
                pipeline::BuildOptions& options) {
  options.jobs = build.jobs == 0 ? std::max(std::thread::hardware_concurrency(), 1U) : build.jobs;
  options.strict = overrides.strict || (build.strict && options.keep);
  options.drafts = build.drafts;
  options.fail_on = build.fail_on;
  options.preview = !build.report.empty() && (options.keep || overrides.report);
  options.patience = std::chrono::seconds(build.wait);
}

}  // namespace

Result<time::Timestamp> read_now(const Arguments& arguments, const Console& console) {
  if (const auto text = arguments.value("--now")) {
    Result<time::Reading> reading = time::read(*text, time::Zone::utc());
    if (reading) return reading->timestamp;
    const bool is_for_posts = reading.error().hint.find("blogsearch.yaml") != std::string::npos;
    return usage_error("--now: " + reading.error().message,
                       is_for_posts ? "write it as 2024-05-17T10:00:00Z" : reading.error().hint);
  }
  if (const auto text = console.variable("SOURCE_DATE_EPOCH")) return read_epoch(*text);
  return time::Timestamp{console.clock, {}};
}

Result<Inputs> read_inputs(const Arguments& arguments, const Console& console) {
  const Result<time::Timestamp> now = read_now(arguments, console);
  if (!now) return now.error();
  const Result<Messages> messages = read_messages(arguments);
  if (!messages) return messages.error();
  Inputs inputs;
  inputs.messages = *messages;
  inputs.overrides.config = path_of(arguments, "--config");
  inputs.overrides.posts = {arguments.operands().begin(), arguments.operands().end()};
  inputs.overrides.site_url = arguments.value("--site-url");
  inputs.overrides.out = path_of(arguments, "--out");
  inputs.overrides.index = path_of(arguments, "--index");
  inputs.overrides.drafts = arguments.has("--drafts");
  inputs.options.now = *now;
  if (arguments.has("--verbose")) inputs.verbosity = Verbosity::verbose;
  if (arguments.has("--quiet")) inputs.verbosity = Verbosity::quiet;
  return inputs;
}

Outcome carry_out(const Inputs& inputs, Console& console) {
  Outcome outcome;
  outcome.config = pipeline::configure(inputs.overrides, outcome.findings);
  if (!outcome.config) return outcome;
  using Clock = std::chrono::steady_clock;
  pipeline::BuildOptions options = inputs.options;
  add_config(outcome.config->build, inputs.overrides, options);
  Progress progress(console.err, console.width, Clock::now());
  const bool is_able = console.err_is_terminal && console.variable("TERM") != "dumb";
  const bool is_watched =
      is_able && inputs.verbosity != Verbosity::quiet && inputs.messages == Messages::text;
  if (is_watched)
    options.progress = [&](std::string_view stage, std::size_t done, std::size_t total) {
      progress.advance(stage, done, total, Clock::now());
    };
  const Interruption interruption;
  options.is_stopped = [&interruption] { return interruption.signal() != 0; };
  outcome.report = pipeline::build(*outcome.config, options, outcome.findings);
  if (outcome.report.stopped) outcome.signal = interruption.signal();
  return outcome;
}

int end_by_signal(const Outcome& outcome, const Inputs& inputs, Console& console) {
  if (inputs.verbosity != Verbosity::quiet && inputs.messages == Messages::text)
    console.err << fitted(
        fmt::format("ended by {}; {}", signal_name(outcome.signal),
                    outcome.report.published
                        ? "all is published, the next build runs `build.on_change` again"
                        : "nothing was published"),
        console.err_width());
  return 128 + outcome.signal;
}

}  // namespace blogsearch::cli
