// SPDX-License-Identifier: GPL-2.0-or-later
//
// The findings of `build` and `check` for a person, or as one document for a program. A document
// goes to the standard output: it is the result that was asked for, and the error stream may carry
// words that are not ours. Beside it nothing is said.
#pragma once

#include <array>
#include <string_view>

#include "cli/arguments.hpp"
#include "cli/report.hpp"
#include "syntax/json.hpp"

namespace blogsearch::cli {

enum class Messages { text, json, sarif };

inline constexpr std::array<std::string_view, 3> message_forms{"text", "json", "sarif"};
inline constexpr Option messages_option{
    "--messages", "", "FORM",
    "text, json or sarif (text); the latter two are one document on the standard output, for CI",
    message_forms};

/// What was asked for.
[[nodiscard]] Result<Messages> read_messages(const Arguments& arguments);

/// Tells all that was found, as `show` does or as a document; the exit status.
[[nodiscard]] int conclude(const Diagnostics& findings, Verbosity verbosity, Messages messages,
                           Console& console);

/// Tells the one finding that ends a command in the form its words ask for; the exit status.
[[nodiscard]] int fail(Diagnostic finding, const Arguments& arguments, Console& console);

/// `version` (of this shape: 1), `findings`, `errors`, `warnings`. A finding has `code`,
/// `severity`, `message`, `hint`, `file`, `line`, `column`, `end_column`, `excerpt`; what it lacks
/// is null. Columns count code points from 1, `end_column` is behind the last one.
[[nodiscard]] syntax::Json json_of(const Diagnostics& findings);

/// The column behind the last character of the place; its first one where there is no character.
[[nodiscard]] std::size_t end_column(const Location& place);

/// SARIF 2.1.0, as GitHub's code scanning takes it. What is wrong with posts and the config file
/// is a result; what is wrong with the call or the machine has no place in the sources and is a
/// notification, since GitHub refuses the whole document for a result without a place.
[[nodiscard]] syntax::Json sarif_of(const Diagnostics& findings, int exit_status);

}  // namespace blogsearch::cli
