// SPDX-License-Identifier: GPL-2.0-or-later
//
// Every command of the program; a file each.
#pragma once

#include <span>

#include "cli/arguments.hpp"
#include "cli/console.hpp"

namespace blogsearch::cli {

struct Command {
  const Syntax& syntax;
  int (*run)(const Arguments& arguments, Console& console);  ///< returns the exit status
};

extern const Command build_command;
extern const Command check_command;
extern const Command query_command;
extern const Command suggest_command;
extern const Command related_command;
extern const Command stats_command;
extern const Command init_command;
extern const Command adopt_command;
extern const Command eval_command;
extern const Command help_command;

/// In the order help shows them.
[[nodiscard]] std::span<const Command* const> commands();

/// Names the nearest command when there is none of this name.
[[nodiscard]] Result<const Command*> find_command(std::string_view name);

}  // namespace blogsearch::cli
