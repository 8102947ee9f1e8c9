// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "io/error.hpp"
#include "text/words.hpp"

namespace blogsearch::cli {
namespace {

/// Gravest first.
constexpr std::array<std::pair<Fault, int>, 5> statuses{{{Fault::bug, 70},
                                                         {Fault::usage, 2},
                                                         {Fault::environment, 3},
                                                         {Fault::other_build, 75},
                                                         {Fault::post, 1}}};

std::string place(const Diagnostic& finding) {
  if (finding.file.empty()) return "blogsearch:";
  if (!finding.location) return printable(finding.file) + ':';
  return fmt::format("{}:{}:{}:", printable(finding.file), finding.location->line,
                     finding.location->column);
}

std::string excerpt(const Location& location, Colour colour) {
  const std::string_view line = location.excerpt;
  const Span caret = location.caret;
  const std::string before = printable(line.substr(0, std::min(caret.begin, line.size())));
  const std::string at =
      caret.begin < line.size() ? printable(line.substr(caret.begin, caret.size())) : "";
  const std::string number = std::to_string(location.line);
  const std::string pointer(std::max<std::size_t>(1, text::display_width(at)), '^');
  return fmt::format("  {} | {}\n  {:{}} | {:{}}{}\n", number, printable(line), "", number.size(),
                     "", text::display_width(before), paint(pointer, Style::error, colour));
}

std::size_t count_errors(const Diagnostics& findings) {
  return static_cast<std::size_t>(
      std::count_if(findings.begin(), findings.end(),
                    [](const Diagnostic& finding) { return finding.is_error(); }));
}

}  // namespace

int exit_status(const Diagnostics& findings) {
  for (const auto& row : statuses) {
    const bool is_found = std::any_of(findings.begin(), findings.end(), [&](const Diagnostic& f) {
      return f.is_error() && f.fault() == row.first;
    });
    if (is_found) return row.second;
  }
  return 0;
}

std::string describe(const Diagnostic& finding, Colour colour) {
  const std::string label = finding.is_error() ? paint("error:", Style::error, colour)
                                               : paint("warning:", Style::warning, colour);
  std::string out = fmt::format("{} {} {} [{}]\n", paint(place(finding), Style::place, colour),
                                label, printable(finding.message), row_of(finding.code).id);
  if (finding.location) out += excerpt(*finding.location, colour);
  if (!finding.hint.empty())
    out += fmt::format("  {} {}\n", paint("hint:", Style::hint, colour), printable(finding.hint));
  return out;
}

std::string tally(const Diagnostics& findings) {
  const std::size_t errors = count_errors(findings);
  const std::size_t warnings = findings.size() - errors;
  if (errors == 0) return warnings == 0 ? "" : counted(warnings, "warning");
  return counted(errors, "error") + (warnings == 0 ? "" : ", " + counted(warnings, "warning"));
}

void show(const Diagnostics& findings, Verbosity verbosity, Console& console) {
  const Colour colour = colour_of(console.err_is_terminal, console);
  for (const Diagnostic& finding : findings)
    if (finding.is_error() || verbosity != Verbosity::quiet)
      console.err << describe(finding, colour);
  if (verbosity != Verbosity::quiet && findings.size() > 1) console.err << tally(findings) << '\n';
}

int fail(Diagnostic finding, Console& console) {
  console.err << describe(finding, colour_of(console.err_is_terminal, console));
  Diagnostics findings;
  findings.add(std::move(finding));
  return exit_status(findings);
}

int deliver(std::string_view results, int status, Console& console) {
  errno = 0;
  console.out << results << std::flush;
  if (console.out) return status;
  const int error = errno;
  const std::string reason = error == 0       ? ""
                             : error == EBADF ? ": it is closed"
                                              : ": " + io::reason(error);
  const std::string hint = error == 0 || error == EBADF
                               ? "send it to a file or a program that takes it"
                               : io::remedy(error);
  return fail(
      {Code::io_unwritable, "cannot write to the standard output" + reason, hint, {}, "", {}},
      console);
}

}  // namespace blogsearch::cli
