// SPDX-License-Identifier: GPL-2.0-or-later
#include "manual/completions.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "cli/commands.hpp"
#include "support/catch.hpp"

namespace blogsearch::manual {
namespace {

using cli::Operands;
using cli::Option;
using cli::Syntax;

/// What is completed where help names a value so.
std::string kind_of(std::string_view value) {
  static const std::map<std::string_view, std::string> kinds{
      {"FILE", "file"},       {"PATH", "file"},  {"OLD-FEED", "file"}, {"DIR", "folder"},
      {"COMMAND", "command"}, {"WORD", "query"}, {"PREFIX", "word"},   {"POST", "post"},
      {"N", "any"},           {"URL", "any"},    {"TIME", "any"},      {"SECONDS", "any"},
      {"T", "any"},           {"TAG", "any"}};
  const auto found = kinds.find(value);
  CAPTURE(std::string(value));
  CHECK(found != kinds.end());  // a new name has to be told what completes it
  return found == kinds.end() ? "any" : found->second;
}

std::string joined(std::span<const std::string_view> words, std::string_view between) {
  std::string out;
  for (const std::string_view word : words) {
    if (!out.empty()) out += between;
    out += word;
  }
  return out;
}

std::string completed_by(const Option& option) {
  return option.choices.empty() ? kind_of(option.value) : joined(option.choices, " ");
}

std::vector<Option> options_of(const Syntax& syntax) {
  std::vector<Option> options(syntax.options.begin(), syntax.options.end());
  options.push_back(cli::help_option);
  return options;
}

/// The first part of a help: a list has one line for each.
std::string brief(std::string_view help) {
  const std::size_t end = std::min({help.find(';'), help.find(" ("), help.find(": ")});
  return std::string(help.substr(0, end));
}

/// Between single quotes, as all three shells read it; `specials` get a backslash.
std::string in_quotes(std::string_view text, std::string_view specials = "") {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'')
      out += "'\\'";
    else if (specials.find(c) != specials.npos)
      out += '\\';
    out += c;
  }
  return out + "'";
}

std::string bash_options(const Syntax& syntax) {
  std::map<std::string, std::string> patterns;
  std::string names;
  for (const Option& option : options_of(syntax)) {
    names += (names.empty() ? "" : " ") + std::string(option.name);
    if (!option.short_name.empty()) names += ' ' + std::string(option.short_name);
    if (option.value.empty()) continue;
    std::string& pattern = patterns[completed_by(option)];
    pattern += (pattern.empty() ? "" : " | ") + std::string(option.name);
  }
  std::string out = "      options=" + in_quotes(names) + '\n';
  if (patterns.empty()) return out;
  out += "      case $2 in\n";
  for (const auto& [completed, pattern] : patterns)
    out += "        " + pattern + ") value=" + in_quotes(completed) + " ;;\n";
  return out + "      esac\n";
}

std::string zsh_action(const std::string& kind) {
  if (kind == "file") return "_files";
  if (kind == "folder") return "_files -/";
  if (kind == "command") return "_blogsearch_topics";
  if (kind == "any") return " ";
  const bool is_asked = kind == "query" || kind == "word" || kind == "post";
  return is_asked ? "_blogsearch_" + kind : "(" + kind + ")";
}

std::string zsh_option(const Option& option) {
  const std::string name(option.name);
  const std::string names = option.short_name.empty()
                                ? name
                                : "(" + std::string(option.short_name) + ' ' + name + ")'{" +
                                      std::string(option.short_name) + ',' + name + "}'";
  const std::string help = in_quotes(brief(option.help), "[]:");
  std::string spec =
      "'" + names + (option.value.empty() ? "" : "=") + '[' + help.substr(1, help.size() - 2) + ']';
  if (!option.value.empty())
    spec += ':' + std::string(option.value) + ':' + zsh_action(completed_by(option));
  spec += "'";
  return spec;
}

std::string fish_value(const std::string& kind) {
  if (kind == "file") return "-F";
  if (kind == "folder") return "-a '(__fish_complete_directories (commandline -ct))'";
  if (kind == "any") return "";
  if (kind == "command") return "-a '(__blogsearch_topics)'";
  const bool is_asked = kind == "query" || kind == "word" || kind == "post";
  return "-a " + (is_asked ? "'(__blogsearch_ask " + kind + ")'" : in_quotes(kind));
}

std::string fish_option(const Option& option) {
  std::string line = " -l " + std::string(option.name.substr(2));
  if (!option.short_name.empty()) line = " -s " + std::string(option.short_name.substr(1)) + line;
  if (!option.value.empty()) {
    const std::string value = fish_value(completed_by(option));
    line += value == "-F" ? " -r -F" : value.empty() ? " -x" : " -x " + value;
  }
  return line + " -d " + in_quotes(brief(option.help));
}

}  // namespace

std::string bash_tables() {
  std::string names, table;
  for (const cli::Command* command : cli::commands()) {
    const Syntax& syntax = command->syntax;
    names += (names.empty() ? "" : " ") + std::string(syntax.command);
    table += "    " + std::string(syntax.command) + ")\n" + bash_options(syntax);
    table += "      operand=" + (syntax.operand.empty() ? "any" : kind_of(syntax.operand)) + '\n';
    table += "      ;;\n";
  }
  return "_blogsearch_commands=" + in_quotes(names) +
         "\n\n# Of the command $1 the options, what completes its operands, and what the value of "
         "the option $2.\n_blogsearch_table() {\n  case $1 in\n" +
         table + "  esac\n}\n";
}

std::string zsh_tables() {
  std::string names, table;
  for (const cli::Command* command : cli::commands()) {
    const Syntax& syntax = command->syntax;
    names +=
        "  " + in_quotes(std::string(syntax.command) + ':' + std::string(syntax.summary)) + '\n';
    table += "    " + std::string(syntax.command) + ")\n      arguments=(\n";
    for (const Option& option : options_of(syntax)) table += "        " + zsh_option(option) + '\n';
    const bool is_one = syntax.operands == Operands::at_most_one;
    if (!syntax.operand.empty())
      table += "        '" + std::string(is_one ? "1" : "*") + ':' + std::string(syntax.operand) +
               ':' + zsh_action(kind_of(syntax.operand)) + "'\n";
    table += "      )\n      ;;\n";
  }
  return "typeset -ga _blogsearch_commands\n_blogsearch_commands=(\n" + names +
         ")\n\n_blogsearch_table() {\n  case $1 in\n" + table + "  esac\n}\n";
}

std::string fish_tables() {
  std::string out = "function __blogsearch_topics\n    printf '%s\\t%s\\n' \\\n";
  std::string commands;
  for (const cli::Command* command : cli::commands()) {
    const Syntax& syntax = command->syntax;
    const std::string name(syntax.command);
    out += "        " + name + ' ' + in_quotes(syntax.summary) + " \\\n";
    const std::string here = "complete -c blogsearch -n '__blogsearch_is " + name + "'";
    commands += "\ncomplete -c blogsearch -n 'not __blogsearch_has_command' -a " + name + " -d " +
                in_quotes(syntax.summary) + '\n';
    for (const Option& option : options_of(syntax)) commands += here + fish_option(option) + '\n';
    if (!syntax.operand.empty())
      commands += here + ' ' + fish_value(kind_of(syntax.operand)) + '\n';
    if (syntax.operand == "POST") commands += here + " -F\n";
  }
  return out + "        config 'every key of blogsearch.yaml'\nend\n" + commands;
}

}  // namespace blogsearch::manual
