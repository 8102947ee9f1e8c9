// SPDX-License-Identifier: GPL-2.0-or-later
//
// A command's words: declared once as a table, from which they are read and help is written.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "blogsearch/core/result.hpp"

namespace blogsearch::cli {

struct Option {
  std::string_view name;        ///< `--limit`
  std::string_view short_name;  ///< `-q`, or empty
  std::string_view value;       ///< `N`; empty: the option takes none
  std::string_view help;
  std::span<const std::string_view> choices = {};  ///< all values there are; empty: any
};

/// What a command takes besides options. `some`: one at least, which the command sees to. `words`:
/// after the first word everything that is not a long option of the command is a word too.
enum class Operands { none, at_most_one, many, some, words };

struct Syntax {
  std::string_view command;
  std::string_view summary;  ///< one line, for the list of commands
  Operands operands = Operands::none;
  std::string_view operand;       ///< how help names one: `PATH`
  std::string_view operand_help;  ///< and what it says of it
  std::span<const Option> options;
};

inline constexpr Option help_option{"--help", "-h", "", "says what the command does and takes"};

/// Words that were found to fit a Syntax.
class Arguments {
 public:
  [[nodiscard]] bool has(std::string_view option) const { return values_.count(option) != 0; }
  /// Of an option that was given several times the last value.
  [[nodiscard]] std::optional<std::string> value(std::string_view option) const;
  /// A whole number from 0 to a thousand millions, or `fallback`.
  [[nodiscard]] Result<std::size_t> number(std::string_view option, std::size_t fallback) const;
  /// The place of the option's value among `choices`; 0 when the option was not given.
  [[nodiscard]] Result<std::size_t> choice(std::string_view option,
                                           std::span<const std::string_view> choices) const;
  [[nodiscard]] const std::vector<std::string>& operands() const { return operands_; }

 private:
  friend Result<Arguments> parse(const Syntax& syntax, std::span<const std::string> args);
  std::map<std::string, std::string, std::less<>> values_;
  std::vector<std::string> operands_;
};

[[nodiscard]] Result<Arguments> parse(const Syntax& syntax, std::span<const std::string> args);

[[nodiscard]] Diagnostic usage_error(std::string message, std::string hint = {});

}  // namespace blogsearch::cli
