// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/model/ledger.hpp"

#include "core/source_text.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"

using namespace blogsearch;
using model::Ledger;

namespace {

const std::string header =
    "# The ids under which feeds have named the posts: commit this file, blogsearch keeps it.\n"
    "# A line is: id, digest of the body, URL, file.\n";

std::string findings_of(const std::string& text) {
  Diagnostics findings;
  const auto ledger = Ledger::parse(text, findings);
  CHECK(ledger.has_value() != findings.has_errors());
  const SourceText source("blogsearch.ids", text);
  Diagnostics placed;
  for (const Diagnostic& finding : findings) placed.add(source.place(finding));
  return support::lines_of(placed);
}

Ledger ledger_of(const std::string& text) {
  Diagnostics findings;
  auto ledger = Ledger::parse(text, findings);
  CHECK(support::lines_of(findings) == "");
  REQUIRE(ledger);
  return *std::move(ledger);
}

}  // namespace

TEST_CASE("model: a ledger is a line per post, in the order of ids", "[model]") {
  Ledger ledger;
  ledger.put({"https://e.org/b/", 0x0123456789abcdef, "/b/", "posts/b.md"});
  ledger.put({"https://e.org/a/", 0, "/a/", "posts/with blanks.md"});
  ledger.put({"12 at https://e.org", 0xff, "/c/", "posts/c.md"});
  const std::string text = header +
                           "12\\x20at\\x20https://e.org 00000000000000ff /c/ posts/c.md\n"
                           "https://e.org/a/ - /a/ posts/with blanks.md\n"
                           "https://e.org/b/ 0123456789abcdef /b/ posts/b.md\n";
  CHECK(ledger.print() == text);
  CHECK(ledger_of(text) == ledger);
  CHECK(ledger_of(text).print() == text);
}

TEST_CASE("model: no id and no file name can break a ledger", "[model]") {
  for (const std::string word : {"#1", "a b", "a\tb", "a\nb", "a\rb", "\\", "\\x20", "a\\", "é",
                                 "<<<<<<< HEAD", "=======", "-", "100%", "\x7f", " ", "a "}) {
    CAPTURE(word);
    Ledger ledger;
    ledger.put({word, 1, "/x/", "f.md"});
    ledger.put({"urn:x", 2, word, word});
    CHECK(ledger_of(ledger.print()) == ledger);
  }
}

TEST_CASE("model: a ledger that was edited is read in any order", "[model]") {
  const Ledger ledger = ledger_of("\n# mine\r\nurn:b - /b/ b.md\r\n\r\nurn:a - /a/ a.md");
  REQUIRE(ledger.entries().size() == 2);
  CHECK(ledger.with_path("b.md")->id == "urn:b");
  CHECK(ledger.with_id("urn:a")->path == "a.md");
  CHECK(ledger.with_path("c.md") == nullptr);
  CHECK(ledger.with_id("c.md") == nullptr);
  CHECK(ledger_of("").empty());
}

TEST_CASE("model: an entry takes the place of those with its id or its file", "[model]") {
  Ledger ledger;
  ledger.put({"urn:a", 1, "/a/", "a.md"});
  ledger.put({"urn:b", 2, "/b/", "b.md"});
  ledger.put({"urn:a", 3, "/a/", "b.md"});
  CHECK(ledger.print() == header + "urn:a 0000000000000003 /a/ b.md\n");
  CHECK(ledger.with_path("a.md") == nullptr);
  CHECK(ledger.with_id("urn:b") == nullptr);
}

TEST_CASE("model: every wrong line of a ledger is told at its place", "[model]") {
  const std::string broken =
      " this line is not an id, a digest, a URL and a file with single blanks between "
      "[model.bad-ledger] (take the line back from the last commit; delete it only if its post has "
      "never been published)\n";
  for (const std::string line :
       {"urn:a", "urn:a -", "urn:a - /a/", "urn:a - /a/ ", " - /a/ a.md", "urn:a 12 /a/ a.md",
        "urn:a  - /a/ a.md", "urn:a 0123456789ABCDEF /a/ a.md", "urn:\\y - /a/ a.md",
        "urn:\\x2 - /a/ a.md", "urn:a -  a.md", "urn:a - /a/ a\\"}) {
    CAPTURE(line);
    CHECK(findings_of("# x\n" + line + "\n") == "2:1" + broken);
  }
  const std::string delete_one =
      "[model.bad-ledger] (delete one of the two lines; the id that is published must stay)\n";
  CHECK(findings_of("urn:a - /a/ a.md\nx\nurn:a - /b/ b.md\nurn:c - /c/ a.md\n") ==
        "2:1" + broken + "3:1 the id urn:a is in line 1 already " + delete_one +
            "4:1 the file a.md is in line 1 already " + delete_one);
}

TEST_CASE("model: a merge conflict in a ledger is told once each", "[model]") {
  const std::string conflict =
      " a merge conflict is not resolved [model.bad-ledger] (keep one line of each post, with the "
      "id that is published, and delete the marks of git; the next build mends the rest of the "
      "line)\n";
  const std::string sides =
      "<<<<<<< HEAD\nurn:b - /b/ b.md\n||||||| 1234\n=======\nurn:b 00 /c/ b.md\n>>>>>>> other\n";
  CHECK(findings_of("urn:a - /a/ a.md\n" + sides + "urn:c - /c/ c.md\n" + sides) ==
        "2:1" + conflict + "9:1" + conflict);
  CHECK(findings_of("=======\n").find("merge conflict") != std::string::npos);
  CHECK(findings_of("<<<<<<<\n").find("merge conflict") != std::string::npos);
}
