// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/messages.hpp"

#include <set>

#include "cli/fake_console.hpp"
#include "core/source_text.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using namespace blogsearch::cli;
using syntax::Json;

namespace {

Diagnostic placed(std::string file, std::string text, Span span,
                  Code code = Code::time_impossible) {
  return SourceText(std::move(file), std::move(text)).place({code, "m", "h", span, "", {}});
}

Diagnostic about(Code code, std::string file) { return {code, "m", "", {}, std::move(file), {}}; }

Diagnostics all_of(std::vector<Diagnostic> list) {
  Diagnostics findings;
  for (Diagnostic& finding : list) findings.add(std::move(finding));
  return findings;
}

/// The member at the end of a path such as `runs.0.results.0.level`, as JSON.
std::string at(const Json& json, std::string_view path) {
  if (path.empty()) return write_json(json);
  const std::size_t dot = std::min(path.find('.'), path.size());
  const std::string step(path.substr(0, dot));
  const std::string_view rest = path.substr(std::min(dot + 1, path.size()));
  if (const auto* array = std::get_if<Json::Array>(&json.value())) {
    const std::size_t i = std::stoul(step);
    return i < array->size() ? at((*array)[i], rest) : "nothing";
  }
  const Json* member = json.find(step);
  return member == nullptr ? "nothing" : at(*member, rest);
}

std::string result(const Diagnostic& finding, const std::string& path) {
  return at(sarif_of(all_of({finding}), 1), "runs.0.results.0." + path);
}

const std::string place = "locations.0.physicalLocation.";

}  // namespace

TEST_CASE("cli: findings as JSON have every field, null where there is nothing", "[cli]") {
  CHECK(write_json(json_of(all_of({}))) ==
        R"({"version":1,"findings":[],"errors":0,"warnings":0})");
  const Diagnostic first = placed("a.md", "x\nzwölf: 32\n", {9, 11});
  const Diagnostic second = about(Code::pipeline_no_posts, "");
  CHECK(write_json(json_of(all_of({first, second}))) ==
        R"({"version":1,"findings":[{"code":"time.impossible","severity":"error","message":"m",)"
        R"("hint":"h","file":"a.md","line":2,"column":7,"end_column":9,"excerpt":"zwölf: 32"},)"
        R"({"code":"pipeline.no-posts","severity":"warning","message":"m","hint":null,)"
        R"("file":null,"line":null,"column":null,"end_column":null,"excerpt":null}],)"
        R"("errors":1,"warnings":1})");
}

TEST_CASE("cli: columns count characters and end behind the last one", "[cli]") {
  struct Row {
    std::string text;
    Span span;
    std::string region;
  };
  const auto row = GENERATE(values<Row>({
      {"date: 32\n", {6, 8}, R"({"startLine":1,"startColumn":7,"endColumn":9})"},
      {"日本: x\n", {0, 6}, R"({"startLine":1,"startColumn":1,"endColumn":3})"},
      {"😀: x\n", {6, 7}, R"({"startLine":1,"startColumn":4,"endColumn":5})"},
      {"short\nnext\n", {5, 5}, R"({"startLine":1,"startColumn":6})"},
      {"\n", {0, 0}, R"({"startLine":1,"startColumn":1})"},
      {"one\ntwo\n", {1, 6}, R"({"startLine":1,"startColumn":2,"endColumn":4})"},
  }));
  CAPTURE(row.text);
  CHECK(result(placed("a.md", row.text, row.span), place + "region") == row.region);
}

TEST_CASE("cli: a SARIF place is a URI reference, relative to the folder of the call", "[cli]") {
  struct Row {
    std::string file, artifact;
  };
  const auto row = GENERATE(values<Row>({
      {"posts/a.md", R"({"uri":"posts/a.md","uriBaseId":"%SRCROOT%"})"},
      {"posts/a b #1?.md", R"({"uri":"posts/a%20b%20%231%3F.md","uriBaseId":"%SRCROOT%"})"},
      {"zwölf.md", R"({"uri":"zw%C3%B6lf.md","uriBaseId":"%SRCROOT%"})"},
      {"note:one.md", R"({"uri":"note%3Aone.md","uriBaseId":"%SRCROOT%"})"},
      {"posts/note:one.md", R"({"uri":"posts/note:one.md","uriBaseId":"%SRCROOT%"})"},
      {"..a.md", R"({"uri":"..a.md","uriBaseId":"%SRCROOT%"})"},
      {"/srv/posts/a b.md", R"({"uri":"file:///srv/posts/a%20b.md"})"},
  }));
  CHECK(result(about(Code::io_too_large, row.file), place + "artifactLocation") == row.artifact);
  CHECK(result(about(Code::io_too_large, "../a.md"), place + "artifactLocation")
            .rfind(R"({"uri":"file:///)", 0) == 0);
}

TEST_CASE("cli: a SARIF result names its rule, its level and what to write", "[cli]") {
  const Json sarif =
      sarif_of(all_of({placed("a.md", "x", {0, 1}), about(Code::pipeline_no_posts, "p")}), 1);
  CHECK(at(sarif, "version") == R"("2.1.0")");
  CHECK(at(sarif, "runs.0.columnKind") == R"("unicodeCodePoints")");
  const auto index = std::to_string(static_cast<int>(Code::time_impossible));
  CHECK(at(sarif, "runs.0.results.0.ruleId") == R"("time.impossible")");
  CHECK(at(sarif, "runs.0.results.0.ruleIndex") == index);
  CHECK(at(sarif, "runs.0.results.0.level") == R"("error")");
  CHECK(at(sarif, "runs.0.results.0.message") == R"({"text":"m\nhint: h"})");
  CHECK(at(sarif, "runs.0.results.1.level") == R"("warning")");
  CHECK(at(sarif, "runs.0.results.1.message") == R"({"text":"m"})");
  CHECK(at(sarif, "runs.0.results.1." + place + "region") == R"({"startLine":1})");
  CHECK(at(sarif, "runs.0.results.2") == "nothing");
  CHECK(at(sarif, "runs.0.invocations.0.executionSuccessful") == "true");
}

TEST_CASE("cli: every rule of SARIF is at the place of its code, with its words", "[cli]") {
  const Json sarif = sarif_of({}, 0);
  for (const CodeRow& row : code_table) {
    const std::string rule =
        "runs.0.tool.driver.rules." + std::to_string(static_cast<int>(row.code)) + ".";
    CAPTURE(row.id);
    CHECK(at(sarif, rule + "id") == '"' + std::string(row.id) + '"');
    CHECK(at(sarif, rule + "shortDescription.text").size() > 10);
    CHECK(at(sarif, rule + "defaultConfiguration.level") ==
          (row.severity == Severity::error ? R"("error")" : R"("warning")"));
  }
  CHECK(at(sarif, "runs.0.results") == "[]");
}

TEST_CASE("cli: what has no place in the sources is a notification, never a result", "[cli]") {
  const Json sarif =
      sarif_of(all_of({about(Code::cli_usage, ""), about(Code::io_unwritable, "dist")}), 3);
  CHECK(at(sarif, "runs.0.results") == "[]");
  const std::string call = "runs.0.invocations.0.toolConfigurationNotifications.0.";
  const std::string machine = "runs.0.invocations.0.toolExecutionNotifications.0.";
  CHECK(at(sarif, call + "associatedRule.id") == R"("cli.usage")");
  CHECK(at(sarif, call + "locations") == "[]");
  CHECK(at(sarif, machine + "associatedRule.id") == R"("io.unwritable")");
  CHECK(at(sarif, machine + place + "artifactLocation.uri") == R"("dist")");
  CHECK(at(sarif, "runs.0.invocations.0.executionSuccessful") == "false");
  CHECK(at(sarif, "runs.0.invocations.0.exitCode") == "3");
}

TEST_CASE("cli: a fingerprint stays when lines move and differs between findings", "[cli]") {
  const auto print = [](const Diagnostic& finding) {
    return result(finding, "partialFingerprints.primaryLocationLineHash");
  };
  const std::string before = print(placed("a.md", "date: 32\n", {6, 8}));
  CHECK(before.size() == 20);  // 16 digits, a colon, a count, quotes
  CHECK(print(placed("a.md", "new\nlines\ndate: 32\n", {16, 18})) == before);
  CHECK(print(placed("b.md", "date: 32\n", {6, 8})) != before);
  CHECK(print(placed("a.md", "date: 33\n", {6, 8})) != before);
  CHECK(print(placed("a.md", "date: 32\n", {6, 8}, Code::time_unknown_form)) != before);

  const Diagnostic twin = placed("a.md", "date: 32\n", {6, 8});
  const Json two = sarif_of(all_of({twin, twin}), 1);
  const std::string hash = "partialFingerprints.primaryLocationLineHash";
  CHECK(at(two, "runs.0.results.0." + hash) != at(two, "runs.0.results.1." + hash));
}

TEST_CASE("cli: a document goes to the standard output and nothing beside it", "[cli]") {
  const Diagnostics findings =
      all_of({about(Code::text_not_utf8, "a.md"), about(Code::time_impossible, "a.md")});
  FakeConsole json;
  CHECK(conclude(findings, Verbosity::normal, Messages::json, json.console) == 1);
  CHECK(json.out.str() == write_json(json_of(findings), syntax::Layout::indented) + "\n");
  CHECK(json.err.str().empty());

  FakeConsole quiet;
  CHECK(conclude(findings, Verbosity::quiet, Messages::json, quiet.console) == 1);
  CHECK(quiet.out.str().find("text.not-utf8") == std::string::npos);
  CHECK(quiet.out.str().find("time.impossible") != std::string::npos);

  FakeConsole text;
  CHECK(conclude(findings, Verbosity::normal, Messages::text, text.console) == 1);
  CHECK(text.out.str().empty());
}
