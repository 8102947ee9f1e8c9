// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where words go and what is known of the reader: everything a command may ask of the outside.
// A test makes one of string streams; `main` makes the real one.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace blogsearch::cli {

struct Console {
  std::ostream& out;  ///< results only
  std::ostream& err;  ///< progress, diagnostics, remarks
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::size_t width = 80;                                         ///< columns of the terminal
  std::map<std::string, std::string, std::less<>> environment{};  ///< the variables that matter
  std::chrono::sys_seconds clock{};                               ///< when the program was started

  /// Columns for results: no more than one likes to read, and elsewhere than on a terminal the same
  /// always.
  [[nodiscard]] std::size_t text_width() const;

  /// Columns for what is told: elsewhere than on a terminal a line is as long as it is.
  [[nodiscard]] std::size_t err_width() const;

  /// A variable that is set and not empty.
  [[nodiscard]] std::optional<std::string> variable(std::string_view name) const;
};

/// The process's own streams, terminal, environment and clock.
[[nodiscard]] Console standard_console();

}  // namespace blogsearch::cli
