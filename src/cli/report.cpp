// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <tuple>
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

/// `path:2:7: error: message [code]`.
std::string headline(const Diagnostic& finding, Colour colour, std::size_t width) {
  constexpr std::size_t indent = 4;
  const std::string where = place(finding);
  const std::size_t label_at = text::display_width(where) + 1;
  const std::string_view label = finding.is_error() ? "error:" : "warning:";
  const Style style = finding.is_error() ? Style::error : Style::warning;
  // A path is not broken at its spaces.
  const std::string whole = fmt::format("{:x<{}} {} {} [{}]", "", label_at - 1, label,
                                        printable(finding.message), row_of(finding.code).id);
  std::string out;
  for (const Span line : wrap(whole, width - std::min(width, indent), LongWords::whole)) {
    std::size_t at = line.begin;
    if (at == 0) {
      out += paint(where, Style::place, colour);
      at = label_at - 1;
    } else {
      out.append("\n").append(indent, ' ');
    }
    if (at <= label_at && label_at < line.end) {
      out.append(label_at - at, ' ').append(paint(label, style, colour));
      at = label_at + label.size();
    }
    out += whole.substr(at, line.end - at);
  }
  return out + '\n';
}

/// A line of a file with the place that is meant.
struct Excerpt {
  std::string before, at, after;
};

/// What of it is in `room` columns, with the place in it and "…" for what is left out.
void shorten(Excerpt& excerpt, std::size_t room) {
  using text::display_width;
  const auto [before, at, after] = std::tuple(
      display_width(excerpt.before), display_width(excerpt.at), display_width(excerpt.after));
  if (before + at + after <= room) return;
  if (before + std::min(at, room / 2) >= room) {
    const std::size_t gone = before - room / 3;
    excerpt.before = "…" + excerpt.before.substr(cut(excerpt.before, 0, gone));
  }
  const std::size_t left = room - std::min(room, display_width(excerpt.before) + 1);
  if (at > left) {
    excerpt.at.resize(cut(excerpt.at, 0, left));
    excerpt.after = "…";
  } else if (display_width(excerpt.before) + at + after > room) {
    const std::size_t rest = left - at;
    excerpt.after.resize(rest == 0 ? 0 : cut(excerpt.after, 0, rest));
    excerpt.after += "…";
  }
}

std::string show_line(const Location& location, Colour colour, std::size_t width) {
  const std::string_view line = location.excerpt;
  const Span caret = location.caret;
  Excerpt excerpt{printable(line.substr(0, std::min(caret.begin, line.size()))), "", ""};
  if (caret.begin < line.size()) {
    excerpt.at = printable(line.substr(caret.begin, caret.size()));
    excerpt.after = printable(line.substr(std::min(caret.end, line.size())));
  }
  const std::string number = std::to_string(location.line);
  shorten(excerpt, width - std::min(width, number.size() + 5));
  const std::string pointer(std::max<std::size_t>(1, text::display_width(excerpt.at)), '^');
  return fmt::format("  {} | {}{}{}\n  {:{}} | {:{}}{}\n", number, excerpt.before, excerpt.at,
                     excerpt.after, "", number.size(), "", text::display_width(excerpt.before),
                     paint(pointer, Style::error, colour));
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

std::string describe(const Diagnostic& finding, Colour colour, std::size_t width) {
  constexpr std::string_view label = "  hint:";
  std::string out = headline(finding, colour, width);
  if (finding.location) out += show_line(*finding.location, colour, width);
  if (finding.hint.empty()) return out;
  const std::string hint =
      hang(label, label.size() + 1, printable(finding.hint), width, LongWords::whole);
  return out + "  " + paint(label.substr(2), Style::hint, colour) + hint.substr(label.size());
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
      console.err << describe(finding, colour, console.err_width());
  if (verbosity != Verbosity::quiet && findings.size() > 1) console.err << tally(findings) << '\n';
}

int fail(Diagnostic finding, Console& console) {
  console.err << describe(finding, colour_of(console.err_is_terminal, console),
                          console.err_width());
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
