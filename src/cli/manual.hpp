// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is said of the commands besides their options. `--help` shows it, and the man pages are made
// of it (tests/manual). What is between backticks stands for itself.
#pragma once

#include <span>
#include <string_view>

namespace blogsearch::cli {

struct Example {
  std::string_view line;  ///< for a shell; the test suite runs it
  std::string_view text;  ///< what it is for
};

struct Manual {
  std::string_view command;      ///< empty: the program
  std::string_view description;  ///< paragraphs, an empty line between them
  std::span<const Example> examples;
};

/// Of every command, and first of the program.
[[nodiscard]] std::span<const Manual> manuals();

/// That of `command`; of the program where there is none.
[[nodiscard]] const Manual& manual_of(std::string_view command);

/// A name of the world outside, and what it is to the program.
struct Term {
  std::string_view name;
  std::string_view text;
};

[[nodiscard]] std::span<const Term> exit_statuses();
[[nodiscard]] std::span<const Term> variables();  ///< of the environment
[[nodiscard]] std::span<const Term> places();     ///< files and folders

}  // namespace blogsearch::cli
