// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/run.hpp"

#include <fmt/format.h>

#include <array>
#include <exception>
#include <vector>

#include "cli/commands.hpp"
#include "cli/help.hpp"
#include "cli/narrow.hpp"
#include "cli/report.hpp"
#include "core/suggest.hpp"

namespace blogsearch::cli {
namespace {

constexpr std::array<const Command*, 10> table{
    &build_command, &check_command, &query_command, &suggest_command, &related_command,
    &stats_command, &adopt_command, &init_command,  &eval_command,    &help_command};

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  names.reserve(table.size());
  for (const Command* command : table) names.push_back(command->syntax.command);
  return names;
}

int run_words(std::span<const std::string> args, Console& console) {
  if (args.empty())
    return fail(usage_error("a command is missing",
                            fmt::format("one of {}", fmt::join(command_names(), ", "))),
                console);
  if (args[0] == "--help" || args[0] == "-h") return deliver_help(overview(), console);
  if (args[0] == "--version") return deliver(version(), 0, console);

  const Result<const Command*> command = find_command(args[0]);
  if (!command) return fail(command.error(), console);
  const Syntax& syntax = (*command)->syntax;
  const Result<Arguments> arguments = parse(syntax, args.subspan(1));
  if (!arguments) return fail(arguments.error(), console);
  if (arguments->has(help_option.name)) return deliver_help(help_of(syntax), console);
  return (*command)->run(*arguments, console);
}

}  // namespace

std::span<const Command* const> commands() { return table; }

Result<const Command*> find_command(std::string_view name) {
  for (const Command* command : table)
    if (command->syntax.command == name) return command;
  const std::vector<std::string_view> names = command_names();
  std::string hint = did_you_mean(name, names);
  if (name.substr(0, 1) == "-") hint = "options go after the command";
  if (hint.empty()) hint = fmt::format("the commands are {}", fmt::join(names, ", "));
  return usage_error(fmt::format("there is no command \"{}\"", name), hint);
}

int run(std::span<const std::string> args, Console& console) {
  try {
    return run_words(args, console);
  } catch (const std::exception& bug) {
    return fail({Code::cli_bug,
                 std::string("a mistake of blogsearch, not yours: ") + bug.what(),
                 "please report it, with the command and the post that brought it about",
                 {},
                 "",
                 {}},
                console);
  }
}

}  // namespace blogsearch::cli
