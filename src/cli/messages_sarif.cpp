// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <string>
#include <utility>

#include "cli/messages.hpp"
#include "cli/rules.hpp"
#include "io/read.hpp"
#include "text/uri.hpp"

namespace blogsearch::cli {
namespace {

using syntax::Json;

constexpr const char* root = "%SRCROOT%";  // the folder of the call; GitHub's name for it

Json text_object(std::string text) { return Json::Object{{"text", std::move(text)}}; }

const char* level_of(Severity severity) {
  return severity == Severity::error ? "error" : "warning";
}

Json descriptor_of(const CodeRow& row) {
  std::string sentence(rule_of(row.code));
  return Json::Object{
      {"id", row.id},
      {"shortDescription", text_object(sentence)},
      {"fullDescription", text_object(sentence)},
      {"help", text_object(fmt::format("{}: see \"{}\" in docs/diagnostics.md", sentence, row.id))},
      {"defaultConfiguration", Json::Object{{"level", level_of(row.severity)}}}};
}

Json driver() {
  Json::Array rules;
  for (const CodeRow& row : code_table) rules.push_back(descriptor_of(row));
  return Json::Object{
      {"name", "blogsearch"}, {"version", BLOGSEARCH_VERSION}, {"rules", std::move(rules)}};
}

/// Below the folder of the call a reference relative to it, elsewhere absolute.
Json artifact_of(const std::string& file) {
  const bool is_inside = file.front() != '/' && file != ".." && file.substr(0, 3) != "../";
  if (!is_inside) {
    std::error_code ignored;
    const auto path = std::filesystem::absolute(file, ignored).lexically_normal();
    return Json::Object{{"uri", "file://" + text::encode_path(path.generic_string())}};
  }
  std::string uri = text::encode_path(file);
  const std::size_t colon = uri.find(':');
  if (colon < uri.find('/')) uri.replace(colon, 1, "%3A");  // what is before it is no scheme
  return Json::Object{{"uri", std::move(uri)}, {"uriBaseId", root}};
}

/// What is behind the end of a line has no characters: there, `endColumn` is left out.
Json region_of(const Location& place) {
  Json::Object region{{"startLine", place.line}, {"startColumn", place.column}};
  if (end_column(place) > place.column) region.emplace_back("endColumn", end_column(place));
  return region;
}

/// GitHub wants a line even of a finding about a whole file.
Json::Array locations_of(const Diagnostic& finding) {
  if (finding.file.empty()) return {};
  const Json region =
      finding.location ? region_of(*finding.location) : Json(Json::Object{{"startLine", 1}});
  return {Json::Object{
      {"physicalLocation",
       Json::Object{{"artifactLocation", artifact_of(finding.file)}, {"region", region}}}}};
}

std::string words_of(const Diagnostic& finding) {
  return finding.hint.empty() ? finding.message
                              : fmt::format("{}\nhint: {}", finding.message, finding.hint);
}

/// Tells a finding from others as long as its line stays the same, wherever that moves to.
class Fingerprints {
 public:
  std::string next(const Diagnostic& finding) {
    const std::string& line = finding.location ? finding.location->excerpt : finding.message;
    const auto digest =
        io::digest(fmt::format("{}\n{}\n{}", row_of(finding.code).id, finding.file, line));
    return fmt::format("{:016x}:{}", digest, ++seen_[digest]);
  }

 private:
  std::map<std::uint64_t, int> seen_;
};

Json result_of(const Diagnostic& finding, Fingerprints& fingerprints) {
  return Json::Object{{"ruleId", row_of(finding.code).id},
                      {"ruleIndex", static_cast<std::size_t>(finding.code)},
                      {"level", level_of(finding.severity())},
                      {"message", text_object(words_of(finding))},
                      {"locations", locations_of(finding)},
                      {"partialFingerprints",
                       Json::Object{{"primaryLocationLineHash", fingerprints.next(finding)}}}};
}

Json notification_of(const Diagnostic& finding) {
  return Json::Object{
      {"associatedRule", Json::Object{{"id", row_of(finding.code).id},
                                      {"index", static_cast<std::size_t>(finding.code)}}},
      {"level", level_of(finding.severity())},
      {"message", text_object(words_of(finding))},
      {"locations", locations_of(finding)}};
}

bool is_about_a_source(const Diagnostic& finding) {
  return finding.location || (finding.fault() == Fault::post && !finding.file.empty());
}

}  // namespace

Json sarif_of(const Diagnostics& findings, int exit_status) {
  Json::Array results, of_the_call, of_the_machine;
  Fingerprints fingerprints;
  for (const Diagnostic& finding : findings) {
    if (is_about_a_source(finding))
      results.push_back(result_of(finding, fingerprints));
    else
      (finding.fault() == Fault::usage ? of_the_call : of_the_machine)
          .push_back(notification_of(finding));
  }
  const Json invocation = Json::Object{{"executionSuccessful", exit_status <= 1},
                                       {"exitCode", exit_status},
                                       {"toolConfigurationNotifications", std::move(of_the_call)},
                                       {"toolExecutionNotifications", std::move(of_the_machine)}};
  const Json run = Json::Object{
      {"tool", Json::Object{{"driver", driver()}}},
      {"columnKind", "unicodeCodePoints"},
      {"originalUriBaseIds",
       Json::Object{{root, Json::Object{{"description", text_object("the folder of the call")}}}}},
      {"invocations", Json::Array{invocation}},
      {"results", std::move(results)}};
  return Json::Object{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                      {"version", "2.1.0"},
                      {"runs", Json::Array{run}}};
}

}  // namespace blogsearch::cli
