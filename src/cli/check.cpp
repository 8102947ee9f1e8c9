// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

#include "blogsearch/pipeline/outputs.hpp"
#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/summary.hpp"

namespace blogsearch::cli {
namespace {

constexpr Option html_option{
    "--html", "", "DIR", "the built site, whose pages are to name the feeds; looks at them, too"};

constexpr Option outputs_option{
    "--outputs", "", "",
    "whether feeds and index are as the last build left them; looks at no post, unless --html is "
    "given, too"};

constexpr auto options = [] {
  std::array<Option, input_options.size() + 2> all{};
  auto end = std::copy(input_options.begin(), input_options.end(), all.begin());
  *end++ = html_option;
  *end = outputs_option;
  return all;
}();

constexpr Syntax syntax{"check",        "says all that build would say, and writes nothing",
                        Operands::many, "PATH",
                        path_help,      options};

/// Longer than a build takes to put its outputs in place.
constexpr std::chrono::seconds patience{10};

/// The answer of --outputs, where nothing is wrong.
std::string agreement(const pipeline::Outputs& outputs) {
  return fmt::format("{} and an index of {} are as the last build left them\n",
                     counted(outputs.files, "file"), counted(outputs.posts, "post"));
}

/// Only what the last build has left.
int run_outputs(const Inputs& inputs, Console& console) {
  Diagnostics findings;
  pipeline::Outputs outputs;
  if (const auto config = pipeline::configure(inputs.overrides, findings))
    outputs = pipeline::check_outputs(*config, patience, findings);
  const int status = conclude(findings, inputs.verbosity, inputs.messages, console);
  const bool is_heard = inputs.messages == Messages::text && inputs.verbosity != Verbosity::quiet;
  return findings.empty() && is_heard ? deliver(agreement(outputs), status, console) : status;
}

int run_check(const Arguments& arguments, Console& console) {
  Result<Inputs> inputs = read_inputs(arguments, console);
  if (!inputs) return fail(inputs.error(), arguments, console);
  inputs->options.keep = false;
  inputs->options.html = arguments.value(html_option.name).value_or("");
  const bool is_about_outputs = arguments.has(outputs_option.name);
  if (is_about_outputs && inputs->options.html.empty()) return run_outputs(*inputs, console);

  Outcome outcome = carry_out(*inputs, console);
  if (outcome.signal != 0) return end_by_signal(outcome, *inputs, console);
  if (is_about_outputs && outcome.config)
    (void)pipeline::check_outputs(*outcome.config, patience, outcome.findings);
  const int status = conclude(outcome.findings, inputs->verbosity, inputs->messages, console);
  if (inputs->messages != Messages::text) return status;
  const bool is_verbose = inputs->verbosity == Verbosity::verbose;
  if (is_verbose && outcome.config) console.err << details(outcome.report);
  const bool is_heard = console.err_is_terminal && inputs->verbosity != Verbosity::quiet;
  if (outcome.findings.empty() && (is_verbose || is_heard))
    console.err << fitted(fmt::format("nothing wrong in {}", headline(outcome.report)),
                          console.err_width());
  return status;
}

}  // namespace

constinit const Command check_command{syntax, run_check};

}  // namespace blogsearch::cli
