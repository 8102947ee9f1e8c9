// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/messages.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "core/characters.hpp"

namespace blogsearch::cli {
namespace {

using syntax::Json;

Json or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json json_of(const Diagnostic& finding) {
  Json::Object object{{"code", row_of(finding.code).id},
                      {"severity", finding.is_error() ? "error" : "warning"},
                      {"message", finding.message},
                      {"hint", or_null(finding.hint)},
                      {"file", or_null(finding.file)}};
  const std::optional<Location>& place = finding.location;
  object.emplace_back("line", place ? Json(place->line) : Json());
  object.emplace_back("column", place ? Json(place->column) : Json());
  object.emplace_back("end_column", place ? Json(end_column(*place)) : Json());
  object.emplace_back("excerpt", place ? Json(place->excerpt) : Json());
  return object;
}

Diagnostics errors_of(const Diagnostics& findings) {
  Diagnostics errors;
  for (const Diagnostic& finding : findings)
    if (finding.is_error()) errors.add(finding);
  return errors;
}

}  // namespace

Result<Messages> read_messages(const Arguments& arguments) {
  const Result<std::size_t> form = arguments.choice(messages_option.name, message_forms);
  if (!form) return form.error();
  return static_cast<Messages>(*form);
}

int conclude(const Diagnostics& findings, Verbosity verbosity, Messages messages,
             Console& console) {
  const int status = exit_status(findings);
  if (messages == Messages::text) {
    show(findings, verbosity, console);
    return status;
  }
  const Diagnostics told = verbosity == Verbosity::quiet ? errors_of(findings) : findings;
  const Json document = messages == Messages::json ? json_of(told) : sarif_of(told, status);
  return deliver(write_json(document, syntax::Layout::indented) + '\n', status, console);
}

int fail(Diagnostic finding, const Arguments& arguments, Console& console) {
  const Result<Messages> messages = read_messages(arguments);
  Diagnostics findings;
  findings.add(std::move(finding));
  return conclude(findings, Verbosity::normal, messages ? *messages : Messages::text, console);
}

std::size_t end_column(const Location& place) {
  const std::string_view line = place.excerpt;
  const std::size_t begin = std::min(place.caret.begin, line.size());
  const std::string_view at = line.substr(begin, place.caret.size());
  return place.column + count_characters(at);
}

Json json_of(const Diagnostics& findings) {
  Json::Array list;
  std::size_t errors = 0;
  for (const Diagnostic& finding : findings) {
    list.push_back(json_of(finding));
    if (finding.is_error()) ++errors;
  }
  return Json::Object{{"version", 1},
                      {"findings", std::move(list)},
                      {"errors", errors},
                      {"warnings", findings.size() - errors}};
}

}  // namespace blogsearch::cli
