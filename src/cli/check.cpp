// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/summary.hpp"

namespace blogsearch::cli {
namespace {

constexpr Option html_option{
    "--html", "", "DIR", "the built site, whose pages are to name the feeds; looks at them, too"};

constexpr auto options = [] {
  std::array<Option, input_options.size() + 1> all{};
  *std::copy(input_options.begin(), input_options.end(), all.begin()) = html_option;
  return all;
}();

constexpr Syntax syntax{"check",        "says all that build would say, and writes nothing",
                        Operands::many, "PATH",
                        path_help,      options};

int run_check(const Arguments& arguments, Console& console) {
  Result<Inputs> inputs = read_inputs(arguments, console);
  if (!inputs) return fail(inputs.error(), arguments, console);
  inputs->options.keep = false;
  inputs->options.html = arguments.value(html_option.name).value_or("");

  const Outcome outcome = carry_out(*inputs, console);
  if (outcome.signal != 0) return end_by_signal(outcome, *inputs, console);
  const int status = conclude(outcome.findings, inputs->verbosity, inputs->messages, console);
  if (inputs->messages != Messages::text) return status;
  const bool is_verbose = inputs->verbosity == Verbosity::verbose;
  if (is_verbose && outcome.config) console.err << details(outcome.report);
  const bool is_heard = console.err_is_terminal && inputs->verbosity != Verbosity::quiet;
  if (outcome.findings.empty() && (is_verbose || is_heard))
    console.err << fmt::format("nothing wrong in {}\n", headline(outcome.report));
  return status;
}

}  // namespace

constinit const Command check_command{syntax, run_check};

}  // namespace blogsearch::cli
