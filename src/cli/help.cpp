// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/help.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "cli/commands.hpp"
#include "cli/help_config.hpp"
#include "cli/manual.hpp"
#include "cli/narrow.hpp"
#include "cli/report.hpp"
#include "cli/style.hpp"
#include "text/words.hpp"

namespace blogsearch::cli {
namespace {

using Rows = std::vector<std::pair<std::string, std::string_view>>;

/// Two columns; the second is wrapped.
std::string layout(const Rows& rows) {
  std::size_t widest = 0;
  for (const auto& row : rows) widest = std::max(widest, text::display_width(row.first));
  std::string out;
  for (const auto& row : rows) out += hang("  " + row.first, widest + 4, row.second, help_width);
  return out;
}

/// Paragraphs, with an empty line between them.
std::string paragraphs(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    out += hang("", 0, text.substr(0, end), help_width) + "\n";
    text.remove_prefix(std::min(end + 2, text.size()));
  }
  return out;
}

std::string shown(std::span<const Example> examples) {
  std::string out = "\nExamples:\n";
  for (const Example& example : examples)
    out += fmt::format("  {}\n{}", example.line, hang("      ", 6, example.text, help_width));
  return out;
}

constexpr Syntax help_syntax{"help",
                             "says what a command does and takes",
                             Operands::at_most_one,
                             "COMMAND",
                             "the command; without one, all of them; config for the keys of "
                             "blogsearch.yaml, feeds.limit for one of them",
                             {}};

int run_help(const Arguments& arguments, Console& console) {
  if (arguments.operands().empty()) return deliver_help(overview(), console);
  const std::string& topic = arguments.operands().front();
  if (topic == "config" || topic == "blogsearch.yaml")
    return deliver_help(help_of_config(), console);
  if (topic.find('.') != std::string::npos) {
    const Result<std::string> key = help_of_key(topic);
    return key ? deliver_help(*key, console) : fail(key.error(), console);
  }
  const Result<const Command*> command = find_command(topic);
  if (!command) return fail(command.error(), console);
  return deliver_help(help_of((*command)->syntax), console);
}

}  // namespace

constinit const Command help_command{help_syntax, run_help};

std::string version() { return "blogsearch " BLOGSEARCH_VERSION "\n"; }

std::string label_of(const Option& option) {
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
  return fmt::format("blogsearch {} [OPTION…]", syntax.command) +
         fmt::format(fmt::runtime(form), syntax.operand);
}

std::string overview() {
  Rows rows, statuses;
  for (const Command* command : commands())
    rows.emplace_back(command->syntax.command, command->syntax.summary);
  for (const Term& status : exit_statuses()) statuses.emplace_back(status.name, status.text);
  return "Feeds and a full-text search index from a folder of blog posts.\n\n"
         "Usage: blogsearch COMMAND [OPTION…] [ARGUMENT…]\n"
         "       blogsearch --version\n\nCommands:\n" +
         layout(rows) + "\nExit status:\n" + layout(statuses) +
         "\n\"blogsearch help COMMAND\" says what a command takes, \"blogsearch help config\"\n"
         "what may stand in blogsearch.yaml.\n";
}

std::string help_of(const Syntax& syntax) {
  Rows rows;
  if (!syntax.operand.empty()) rows.emplace_back(syntax.operand, syntax.operand_help);
  for (const Option& option : syntax.options) rows.emplace_back(label_of(option), option.help);
  rows.emplace_back(label_of(help_option), help_option.help);
  const Manual& manual = manual_of(syntax.command);
  return fmt::format("Usage: {}\n\nblogsearch {} {}.\n\n{}{}{}", usage_of(syntax), syntax.command,
                     syntax.summary, paragraphs(manual.description), layout(rows),
                     shown(manual.examples));
}

}  // namespace blogsearch::cli
