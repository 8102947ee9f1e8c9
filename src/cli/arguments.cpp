// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/arguments.hpp"

#include <fmt/format.h>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <charconv>
#include <utility>

#include "core/suggest.hpp"

namespace blogsearch::cli {
namespace {

std::vector<Option> options_of(const Syntax& syntax) {
  std::vector<Option> options(syntax.options.begin(), syntax.options.end());
  options.push_back(help_option);
  return options;
}

/// `--limit` of `--limit=5`.
std::string_view name_of(std::string_view arg) { return arg.substr(0, arg.find('=')); }

bool looks_like_option(std::string_view arg) { return arg.size() > 1 && arg.front() == '-'; }

std::optional<Option> find_option(const Syntax& syntax, std::string_view arg) {
  if (!looks_like_option(arg)) return std::nullopt;
  for (const Option& option : options_of(syntax))
    if (name_of(arg) == option.name || arg == option.short_name) return option;
  return std::nullopt;
}

Diagnostic unknown_option(const Syntax& syntax, std::string_view arg) {
  std::vector<std::string_view> names;
  for (const Option& option : options_of(syntax)) names.push_back(option.name);
  std::string hint = did_you_mean(name_of(arg), names);
  if (hint.empty() && syntax.operands == Operands::words)
    hint = "words that begin with '-' go after a first word or after --";
  if (hint.empty()) hint = fmt::format("\"blogsearch help {}\" lists the options", syntax.command);
  return usage_error(fmt::format("{} has no option {}", syntax.command, name_of(arg)), hint);
}

/// CLI11 takes the next word for the value of `--out=`, and its own messages cannot be reworded:
/// what it would refuse is found here.
std::optional<Diagnostic> find_mistake(const Syntax& syntax, std::span<const std::string> args) {
  for (std::size_t i = 0; i < args.size() && args[i] != "--"; ++i) {
    const std::optional<Option> option = find_option(syntax, args[i]);
    if (!option) continue;
    const std::size_t equals = args[i].find('=');
    if (option->value.empty()) {
      if (equals != std::string::npos)
        return usage_error(fmt::format("{} takes no value", option->name),
                           fmt::format("write {} alone", option->name));
      continue;
    }
    const bool is_missing =
        equals == std::string::npos ? ++i == args.size() : equals + 1 == args[i].size();
    if (is_missing)
      return usage_error(fmt::format("{} needs a value", option->name),
                         fmt::format("write {} {}", option->name, option->value));
  }
  return std::nullopt;
}

struct Words {
  std::vector<std::string> options;  ///< with their values; for CLI11
  std::vector<std::string> text;
};

/// The rule of Operands::words.
Words split_words(const Syntax& syntax, std::span<const std::string> args) {
  Words words;
  for (std::size_t i = 0; i < args.size(); ++i) {
    const std::string& arg = args[i];
    if (arg == "--") {
      words.text.insert(words.text.end(), args.begin() + static_cast<long>(i) + 1, args.end());
      break;
    }
    const std::optional<Option> option = find_option(syntax, arg);
    const bool is_option =
        words.text.empty() ? looks_like_option(arg) : option && name_of(arg) == option->name;
    (is_option ? words.options : words.text).push_back(arg);
    if (!is_option || !option || option->value.empty() || arg != name_of(arg)) continue;
    if (i + 1 < args.size()) words.options.push_back(args[++i]);
  }
  return words;
}

/// The words CLI11 found no option for: operands, or options that are not there.
Result<std::vector<std::string>> read_operands(const Syntax& syntax,
                                               const std::vector<std::string>& rest) {
  std::vector<std::string> operands;
  bool only_operands = false;
  for (const std::string& arg : rest) {
    if (!only_operands && arg == "--")
      only_operands = true;
    else if (!only_operands && looks_like_option(arg))
      return unknown_option(syntax, arg);
    else
      operands.push_back(arg);
  }
  const std::size_t limit = syntax.operands == Operands::none          ? 0
                            : syntax.operands == Operands::at_most_one ? 1
                                                                       : operands.size();
  if (operands.size() > limit)
    return usage_error(fmt::format("{} does not take \"{}\"", syntax.command, operands[limit]),
                       fmt::format("see \"blogsearch help {}\"", syntax.command));
  return operands;
}

}  // namespace

Diagnostic usage_error(std::string message, std::string hint) {
  return {Code::cli_usage, std::move(message), std::move(hint), {}, "", {}};
}

std::optional<std::string> Arguments::value(std::string_view option) const {
  const auto found = values_.find(option);
  if (found == values_.end()) return std::nullopt;
  return found->second;
}

Result<std::size_t> Arguments::number(std::string_view option, std::size_t fallback) const {
  constexpr std::size_t greatest = 1'000'000'000;
  const std::optional<std::string> given = value(option);
  if (!given) return fallback;
  std::size_t number = 0;
  const char* const end = given->data() + given->size();
  const auto [stop, error] = std::from_chars(given->data(), end, number);
  if (error != std::errc{} || stop != end || number > greatest)
    return usage_error(
        fmt::format("{} wants a whole number from 0 to {}, not \"{}\"", option, greatest, *given),
        fmt::format("write {} {}", option, fallback));
  return number;
}

Result<std::size_t> Arguments::choice(std::string_view option,
                                      std::span<const std::string_view> choices) const {
  const std::optional<std::string> given = value(option);
  if (!given) return std::size_t{0};
  const auto found = std::find(choices.begin(), choices.end(), *given);
  if (found != choices.end()) return static_cast<std::size_t>(found - choices.begin());
  std::string hint = did_you_mean(*given, choices);
  if (hint.empty()) hint = fmt::format("write {} {}", option, choices.front());
  return usage_error(
      fmt::format("{} is one of {}, not \"{}\"", option, fmt::join(choices, ", "), *given), hint);
}

Result<Arguments> parse(const Syntax& syntax, std::span<const std::string> args) {
  Words words{{args.begin(), args.end()}, {}};
  if (syntax.operands == Operands::words) words = split_words(syntax, args);
  if (auto mistake = find_mistake(syntax, words.options)) return *std::move(mistake);

  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::map<std::string, std::string, std::less<>> values;
  for (const Option& option : options_of(syntax)) {
    const std::string names =
        fmt::format("{}{}{}", option.short_name, option.short_name.empty() ? "" : ",", option.name);
    const auto store = [&values, name = std::string(option.name)](const std::string& value) {
      values[name] = value;
    };
    if (option.value.empty())
      app.add_flag_callback(names, [store] { store(""); });
    else
      app.add_option_function<std::string>(names, store)->take_last();
  }
  try {
    std::reverse(words.options.begin(), words.options.end());  // the order App::parse wants
    app.parse(words.options);
  } catch (const CLI::ParseError& error) {
    return usage_error(error.what());
  }
  Result<std::vector<std::string>> operands = read_operands(syntax, app.remaining());
  if (!operands) return std::move(operands).error();
  Arguments arguments;
  arguments.values_ = std::move(values);
  arguments.operands_ = words.text.empty() ? *std::move(operands) : std::move(words.text);
  return arguments;
}

}  // namespace blogsearch::cli
