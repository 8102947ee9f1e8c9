// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/inputs.hpp"
#include "cli/summary.hpp"

namespace blogsearch::cli {
namespace {

constexpr Syntax syntax{"check",        "says all that build would say, and writes nothing",
                        Operands::many, "PATH",
                        path_help,      input_options};

int run_check(const Arguments& arguments, Console& console) {
  Result<Inputs> inputs = read_inputs(arguments, console);
  if (!inputs) return fail(inputs.error(), arguments, console);
  inputs->options.keep = false;

  const Outcome outcome = carry_out(*inputs, console);
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
