// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/help.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "cli/narrow.hpp"
#include "cli/report.hpp"
#include "cli/style.hpp"
#include "text/words.hpp"

namespace blogsearch::cli {
namespace {

constexpr std::size_t help_width = 80;

constexpr std::string_view statuses = R"(
Exit status:
  0   done, with or without warnings; query, suggest and related: found
      something
  1   posts with errors (the others are published); query, suggest and related:
      found nothing
  2   wrong usage or configuration
  3   something cannot be read or written, or there is no index
  70  a bug in blogsearch
)";

using Rows = std::vector<std::pair<std::string, std::string_view>>;

/// Two columns; the second is wrapped.
std::string layout(const Rows& rows) {
  std::size_t widest = 0;
  for (const auto& row : rows) widest = std::max(widest, text::display_width(row.first));
  std::string out;
  for (const auto& row : rows) out += hang("  " + row.first, widest + 4, row.second, help_width);
  return out;
}

std::string label(const Option& option) {
  return fmt::format("{}{}{}{}{}", option.short_name, option.short_name.empty() ? "" : ", ",
                     option.name, option.value.empty() ? "" : " ", option.value);
}

std::string usage_of(const Syntax& syntax) {
  std::string_view form;
  switch (syntax.operands) {
    case Operands::none:
      break;
    case Operands::at_most_one:
      form = " [{}]";
      break;
    case Operands::many:
      form = " [{}…]";
      break;
    case Operands::some:
    case Operands::words:
      form = " {}…";
      break;
  }
  return fmt::format("Usage: blogsearch {} [OPTION…]", syntax.command) +
         fmt::format(fmt::runtime(form), syntax.operand);
}

constexpr Syntax help_syntax{
    "help",    "says what a command does and takes",    Operands::at_most_one,
    "COMMAND", "the command; without one, all of them", {}};

int run_help(const Arguments& arguments, Console& console) {
  if (arguments.operands().empty()) return deliver_help(overview(), console);
  const Result<const Command*> command = find_command(arguments.operands().front());
  if (!command) return fail(command.error(), console);
  return deliver_help(help_of((*command)->syntax), console);
}

}  // namespace

constinit const Command help_command{help_syntax, run_help};

std::string version() { return "blogsearch " BLOGSEARCH_VERSION "\n"; }

std::string overview() {
  Rows rows;
  for (const Command* command : commands())
    rows.emplace_back(command->syntax.command, command->syntax.summary);
  return "Feeds and a full-text search index from a folder of blog posts.\n\n"
         "Usage: blogsearch COMMAND [OPTION…] [ARGUMENT…]\n"
         "       blogsearch --version\n\nCommands:\n" +
         layout(rows) + std::string(statuses) +
         "\n\"blogsearch help COMMAND\" says what a command takes.\n";
}

std::string help_of(const Syntax& syntax) {
  Rows rows;
  if (!syntax.operand.empty()) rows.emplace_back(syntax.operand, syntax.operand_help);
  for (const Option& option : syntax.options) rows.emplace_back(label(option), option.help);
  rows.emplace_back(label(help_option), help_option.help);
  return fmt::format("{}\n\nblogsearch {} {}.\n\n{}", usage_of(syntax), syntax.command,
                     syntax.summary, layout(rows));
}

}  // namespace blogsearch::cli
