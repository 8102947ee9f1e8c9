// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/report.hpp"

#include <stdexcept>
#include <streambuf>

#include "cli/fake_console.hpp"
#include "cli/run.hpp"
#include "core/source_text.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using namespace blogsearch::cli;

namespace {

Diagnostic finding(Code code, std::string message = "m") {
  return {code, std::move(message), "", {}, "", {}};
}

Diagnostics all_of(const std::vector<Code>& codes) {
  Diagnostics findings;
  for (const Code code : codes) findings.add(finding(code));
  return findings;
}

/// Takes nothing, as a full disk.
struct FullBuffer : std::streambuf {};

/// Stands for a mistake deep inside.
struct ThrowingBuffer : std::streambuf {
  int_type overflow(int_type) override { throw std::runtime_error("vector::at"); }
};

}  // namespace

TEST_CASE("cli: a finding is told with its line, a caret and a hint", "[cli]") {
  const SourceText source("posts/a.md", "---\ntitle: A\nzwölf: 32 Dec 2022\n---\n");
  const Diagnostic placed = source.place(
      {Code::time_impossible, "December has no day 32", "write 31 Dec 2022", {21, 32}, "", {}});
  CHECK(describe(placed, Colour::off) ==
        "posts/a.md:3:8: error: December has no day 32 [time.impossible]\n"
        "  3 | zwölf: 32 Dec 2022\n"
        "    |        ^^^^^^^^^^^\n"
        "  hint: write 31 Dec 2022\n");
}

TEST_CASE("cli: the caret stands below its place on a terminal", "[cli]") {
  struct Row {
    std::string line;
    Span span;
    std::string pointer;
  };
  const auto row = GENERATE(values<Row>({
      {"日本: x", {8, 9}, "      ^"},       // wide characters before
      {"日本: x", {0, 6}, "^^^^"},          // and below
      {"e\u0301: x", {5, 6}, "   ^"},       // a combining accent
      {"a\x1b[1m: x", {7, 8}, "       ^"},  // what is shown in place of ESC
      {"short", {5, 5}, "     ^"},          // the end of a line
      {"", {0, 0}, "^"},                    // an empty line
  }));
  const SourceText source("a.md", row.line + "\nnext\n");
  const std::string text =
      describe(source.place({Code::time_unknown_form, "m", "", row.span, "", {}}), Colour::off);
  CAPTURE(text);
  CHECK(text.substr(text.rfind("| ")) == "| " + row.pointer + "\n");
}

TEST_CASE("cli: a finding without a place names its file, or the program", "[cli]") {
  Diagnostic missing = finding(Code::io_not_found, "there is no such file");
  missing.file = "posts/b\x1b.md";
  CHECK(describe(missing, Colour::off) ==
        "posts/b\uFFFD.md: error: there is no such file [io.not-found]\n");
  CHECK(describe(finding(Code::pipeline_no_posts, "there are no posts"), Colour::off) ==
        "blogsearch: warning: there are no posts [pipeline.no-posts]\n");
}

TEST_CASE("cli: on a terminal the labels are coloured", "[cli]") {
  Diagnostic finding{Code::time_unknown_form, "m", "h", {}, "a.md", Location{1, 1, "x", {0, 1}}};
  CHECK(describe(finding, Colour::on) ==
        "\x1b[1ma.md:1:1:\x1b[0m \x1b[1;31merror:\x1b[0m m [time.unknown-form]\n"
        "  1 | x\n"
        "    | \x1b[1;31m^\x1b[0m\n"
        "  \x1b[36mhint:\x1b[0m h\n");
}

TEST_CASE("cli: on a terminal a finding is wrapped between words", "[cli]") {
  Diagnostic told =
      finding(Code::pipeline_id_changed, "the id changes to https://shed.example/a/b");
  told.file = "posts/a b c d.md";
  told.hint = "write `id: https://shed.example/nails/` to keep it";
  const std::string lines =
      "posts/a b c d.md: warning: the id\n"
      "    changes to https://shed.example/a/b\n"
      "    [pipeline.id-changed]\n"
      "  hint: write `id:\n"
      "        https://shed.example/nails/` to\n"
      "        keep it\n";
  CHECK(describe(told, Colour::off, 40) == lines);
  const std::string coloured = describe(told, Colour::on, 40);
  CHECK(coloured.starts_with("\x1b[1mposts/a b c d.md:\x1b[0m \x1b[1;35mwarning:\x1b[0m the id\n"));
  CHECK(coloured.find("  \x1b[36mhint:\x1b[0m write `id:\n") != std::string::npos);

  told.file = "posts/a-name-that-is-wider-than-the-line.md";
  told.hint.clear();
  CHECK(describe(told, Colour::off, 40) ==
        "posts/a-name-that-is-wider-than-the-line.md:\n"
        "    warning: the id changes to\n"
        "    https://shed.example/a/b\n"
        "    [pipeline.id-changed]\n");
}

TEST_CASE("cli: of a line wider than the terminal the part around the caret is shown", "[cli]") {
  struct Row {
    std::string line;
    Span span;
    std::string shown, pointer;
  };
  const auto row = GENERATE(values<Row>({
      {"0123456789abcdefghijklmnopqrst", {2, 4}, "0123456789abcdefghijklmn…", "  ^^"},
      {"0123456789abcdefghijklmnopqrst", {26, 28}, "…ijklmnopqrst", "         ^^"},
      {"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJ",
       {20, 21},
       "0123456789abcdefghijklmn…",
       "                    ^"},
      {"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJ",
       {24, 26},
       "…ghijklmnopqrstuvwxyzABC…",
       "         ^^"},
      {"0123456789abcdefghijklmnopqrstuvwxyz",
       {0, 36},
       "0123456789abcdefghijklmn…",
       "^^^^^^^^^^^^^^^^^^^^^^^^"},
      {"日本語日本語日本語日本語日本語", {36, 39}, "…語日本語日本語", "         ^^"},
      {"日本語日本語日本語日本語日本語", {0, 3}, "日本語日本語日本語日本語…", "^^"},
      {"0123456789abcdefghijklmno",
       {24, 25},
       "0123456789abcdefghijklmno",
       "                        ^"},  // just fits
  }));
  const SourceText source("a.md", row.line + "\n");
  const std::string text =
      describe(source.place({Code::time_unknown_form, "m", "", row.span, "", {}}), Colour::off, 31);
  CAPTURE(row.line);
  const std::string told = "  1 | " + row.shown + "\n    | " + row.pointer + "\n";
  CHECK(text.substr(text.find("  1 | ")) == told);
}

TEST_CASE("cli: the gravest error decides the exit status", "[cli]") {
  struct Row {
    std::vector<Code> codes;
    int status;
  };
  const auto row = GENERATE(values<Row>({
      {{}, 0},
      {{Code::text_not_utf8}, 0},  // a warning
      {{Code::text_not_utf8, Code::time_impossible}, 1},
      {{Code::time_impossible, Code::pipeline_locked}, 75},
      {{Code::time_impossible, Code::io_unwritable}, 3},
      {{Code::io_unwritable, Code::pipeline_bad_config}, 2},
      {{Code::cli_usage, Code::cli_bug, Code::index_missing}, 70},
  }));
  CHECK(exit_status(all_of(row.codes)) == row.status);
}

TEST_CASE("cli: findings are tallied", "[cli]") {
  const Code error = Code::time_impossible, warning = Code::text_not_utf8;
  CHECK(tally(all_of({})) == "");
  CHECK(tally(all_of({warning})) == "1 warning");
  CHECK(tally(all_of({error})) == "1 error");
  CHECK(tally(all_of({error, warning, error})) == "2 errors, 1 warning");
}

TEST_CASE("cli: findings go to the error stream, and only errors when quiet", "[cli]") {
  const Diagnostics findings = all_of({Code::text_not_utf8, Code::time_impossible});
  FakeConsole normal;
  show(findings, Verbosity::normal, normal.console);
  CHECK(normal.out.str().empty());
  CHECK(normal.err.str() ==
        "blogsearch: warning: m [text.not-utf8]\n"
        "blogsearch: error: m [time.impossible]\n"
        "1 error, 1 warning\n");
  FakeConsole quiet;
  show(findings, Verbosity::quiet, quiet.console);
  CHECK(quiet.err.str() == "blogsearch: error: m [time.impossible]\n");
}

TEST_CASE("cli: results that cannot be written are an error of the environment", "[cli]") {
  FullBuffer full;
  std::ostream out(&full);
  std::ostringstream err;
  Console console{out, err};
  CHECK(deliver("results\n", 1, console) == 3);
  CHECK(err.str() ==
        "blogsearch: error: cannot write to the standard output [io.unwritable]\n"
        "  hint: send it to a file or a program that takes it\n");

  FakeConsole fake;
  CHECK(deliver("results\n", 1, fake.console) == 1);
  CHECK(fake.out.str() == "results\n");
}

TEST_CASE("cli: an exception that nobody caught is told as a bug of ours", "[cli]") {
  ThrowingBuffer broken;
  std::ostream out(&broken);
  out.exceptions(std::ios::badbit);  // so that the stream lets it pass
  std::ostringstream err;
  Console console{out, err};
  CHECK(run(std::vector<std::string>{"--version"}, console) == 70);
  CHECK(err.str() ==
        "blogsearch: error: a mistake of blogsearch, not yours: vector::at [cli.bug]\n"
        "  hint: please report it, with the command and the post that brought it about\n");
}
