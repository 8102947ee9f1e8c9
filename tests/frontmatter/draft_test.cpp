// SPDX-License-Identifier: GPL-2.0-or-later
#include "frontmatter/draft.hpp"

#include "support/catch.hpp"
#include "support/findings.hpp"
#include "time/write.hpp"

using namespace blogsearch;
using frontmatter::Draft;

namespace {

std::optional<Draft> read(const std::string& header, Diagnostics& findings) {
  const SourceText source("a.md", "---\n" + header + "\n---\nbody\n");
  return frontmatter::read(source, {time::Zone::utc(), time::Order::strict}, findings);
}

Draft draft_of(const std::string& header) {
  Diagnostics findings;
  const auto draft = read(header, findings);
  CHECK(support::lines_of(findings) == "");
  REQUIRE(draft);
  return *draft;
}

std::string findings_of(const std::string& header) {
  Diagnostics findings;
  CHECK_FALSE(read(header, findings));
  return support::lines_of(findings);
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : "|") + word;
  return out;
}

}  // namespace

TEST_CASE("frontmatter: the names of all generators mean the same date", "[frontmatter]") {
  const std::string key = GENERATE("pubDate", "date", "Date", "published", "publishDate",
                                   "published_at", "pubDatetime", "created", "PUBDATE");
  CAPTURE(key);
  const Draft draft = draft_of(key + ": 2022-12-14");
  REQUIRE(draft.published);
  CHECK(time::rfc3339(*draft.published) == "2022-12-14T00:00:00Z");
}

TEST_CASE("frontmatter: updated and expiry dates are read by all their names", "[frontmatter]") {
  for (const char* key : {"updated", "updatedDate", "lastmod", "modified", "last_modified_at"}) {
    CAPTURE(key);
    const Draft draft = draft_of("date: 2022-01-01\n" + std::string(key) + ": 2023-01-01");
    REQUIRE(draft.updated);
    CHECK(time::rfc3339(*draft.updated) == "2023-01-01T00:00:00Z");
  }
  for (const char* key : {"expiryDate", "unpublishDate"})
    CHECK(draft_of(std::string(key) + ": 2024-01-01").expires);
}

TEST_CASE("frontmatter: a flag is never read as a date", "[frontmatter]") {
  const Draft draft = draft_of("published: true\ndate: 2022-12-14");
  REQUIRE(draft.published);
  CHECK(time::rfc3339(*draft.published) == "2022-12-14T00:00:00Z");
  CHECK_FALSE(draft.is_draft);
  CHECK(draft_of("published: false\ndate: 2022-12-14").is_draft);
  CHECK(draft_of("draft: true").is_draft);
  CHECK(draft_of("draft: Yes").is_draft);
  CHECK_FALSE(draft_of("draft: false").is_draft);
}

TEST_CASE("frontmatter: a title stays as it was written", "[frontmatter]") {
  struct Row {
    std::string yaml, title;
  };
  const auto row = GENERATE(values<Row>({
      {"title: 10000", "10000"},
      {"title: true", "true"},
      {"title: 1.0", "1.0"},
      {"title: \"Rust: a \\\"new\\\" hope!\"", "Rust: a \"new\" hope!"},
      {"title: >\n  folded\n  title", "folded title"},
      {"title: '  spaced   out '", "spaced out"},
      {"TITLE: loud", "loud"},
      {"title:", ""},
  }));
  CAPTURE(row.yaml);
  CHECK(draft_of(row.yaml).title == row.title);
}

TEST_CASE("frontmatter: tags are a list, words with commas, or one word", "[frontmatter]") {
  struct Row {
    std::string yaml, tags;
  };
  const auto row = GENERATE(values<Row>({
      {"tags: [a, b c, a]", "a|b c"},
      {"tags:\n  - c++\n  - 'd'", "c++|d"},
      {"tags: a, b ,, c", "a|b|c"},
      {"tags: static sites", "static sites"},
      {"tags:", ""},
      {"tags: []", ""},
      {"categories: [x]", "x"},
      {"tags: [1, 2.0]", "1|2.0"},
  }));
  CAPTURE(row.yaml);
  CHECK(joined(draft_of(row.yaml).tags) == row.tags);
}

TEST_CASE("frontmatter: authors are names, addresses or mappings", "[frontmatter]") {
  struct Row {
    std::string yaml;
    std::vector<model::Person> people;
  };
  const auto row = GENERATE(values<Row>({
      {"author: Ann", {{"Ann", "", ""}}},
      {"author: Ann B. <ann@e.org>", {{"Ann B.", "ann@e.org", ""}}},
      {"authors: [Ann, Bob]", {{"Ann", "", ""}, {"Bob", "", ""}}},
      {"authors:\n  - name: Ann\n    email: a@e.org\n    url: https://e.org/\n  - Bob",
       {{"Ann", "a@e.org", "https://e.org/"}, {"Bob", "", ""}}},
      {"author: {name: Ann}", {{"Ann", "", ""}}},
      {"author: ''", {}},
  }));
  CAPTURE(row.yaml);
  CHECK(draft_of(row.yaml).authors == row.people);
}

TEST_CASE("frontmatter: everything that is wrong is said in one go, at its place",
          "[frontmatter]") {
  CHECK(findings_of("title: {a: b}\ntags: {c: d}\ndraft: maybe\nauthor: [[x]]") ==
        "2:8 `title` should be a text, not a mapping [frontmatter.wrong-type] (write `title: …`)\n"
        "3:7 `tags` should be a list, not a mapping [frontmatter.wrong-type] (write `tags: [one, "
        "two]`)\n"
        "5:10 `author` should be a name, not a list [frontmatter.wrong-type] (write `author: A. "
        "Writer`)\n"
        "4:8 `draft` should be true or false, not a text [frontmatter.wrong-type] (write `draft: "
        "true`)\n");
  CHECK(findings_of("date: [2022]") ==
        "2:7 `date` should be a date, not a list [frontmatter.wrong-type] (write `date: "
        "2022-12-14`)\n");
}

TEST_CASE("frontmatter: a wrong date is placed inside the post", "[frontmatter]") {
  Diagnostics findings;
  CHECK_FALSE(read("title: x\npubDate: \"2022-02-30\"\nupdated: 2022-13-01", findings));
  REQUIRE(findings.size() == 2);
  CHECK(findings.begin()->location->line == 3);
  CHECK(findings.begin()->location->column >= 11);
  CHECK(std::next(findings.begin())->location->line == 4);
}

TEST_CASE("frontmatter: a wrong date that is not written letter by letter is pointed at whole",
          "[frontmatter]") {
  const auto place_of = [](const std::string& yaml) {
    Diagnostics findings;
    CHECK_FALSE(read(yaml, findings));
    REQUIRE(findings.size() == 1);
    const Location& place = *findings.begin()->location;
    return std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
           place.excerpt.substr(place.caret.begin, place.caret.size());
  };
  CHECK(place_of("date: 2022-02-30") == "2:15 30");
  CHECK(place_of("date: '2022-02-30'") == "2:16 30");
  CHECK(place_of("date: |\n  2022-02-30\n") == "2:7 |");
  CHECK(place_of("date: >\n  30 February\n  2022\n") == "2:7 >");
  CHECK(place_of("date: \"2022-02\\x2d30\"") == "2:8 2022-02\\x2d30\"");
}

TEST_CASE("frontmatter: a header that is no mapping is refused", "[frontmatter]") {
  CHECK(findings_of("just a sentence") ==
        "2:1 front matter should be `key: value` lines, not a text [frontmatter.not-a-mapping] (if "
        "the first line is a rule and no front matter, write it as `***`)\n");
}

TEST_CASE("frontmatter: an empty header and none at all leave only a body", "[frontmatter]") {
  CHECK_FALSE(draft_of("").published);
  Diagnostics findings;
  const SourceText source("a.md", "# Just text\n");
  const auto draft = frontmatter::read(source, {time::Zone::utc(), time::Order::strict}, findings);
  REQUIRE(draft);
  CHECK(source.at(draft->body) == "# Just text\n");
  CHECK(draft->title.empty());
}
