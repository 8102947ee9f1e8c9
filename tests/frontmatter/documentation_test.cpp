// SPDX-License-Identifier: GPL-2.0-or-later
//
// docs/front-matter.md says what the code does: its tables are made from the code's, and its
// examples are read. BLOGSEARCH_GOLDEN=write rewrites the tables.
#include <cstdlib>
#include <fstream>
#include <map>

#include "frontmatter/draft.hpp"
#include "frontmatter/fence.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/temp_dir.hpp"
#include "time/forms.hpp"
#include "time/write.hpp"

using namespace blogsearch;
using frontmatter::Field;
using frontmatter::KeyRow;

namespace {

const std::string path = SOURCE_DIR "/docs/front-matter.md";

/// Dates besides the forms' own examples: clocks, zones, names, and what is never a date.
const std::vector<std::string> more_dates{
    "2022-1-4",
    "2022-12-14 10:00",
    "2022-12-14T10:00:00Z",
    "2022-12-14T10:00:00.123+02:00",
    "2022-12-14 10:00:00 -0500",
    "2022-12-14 10:00 Asia/Tokyo",
    "2022-12-14 10:00:00 EST",
    "20221214T100000Z",
    "December 14, 2022",
    "Dec. 14th, 2022, 3:04 PM",
    "14 décembre 2022",
    "14. Dezember 2022",
    "14 de dezembro de 2022",
    "Wed, 14 Dec 2022 10:00:00 +0100",
    "Wed, 14 Dec 22 10:00:00 GMT",
    "Wednesday, 14-Dec-22 10:00:00 UTC",
    "Wed Dec 14 2022 10:00:00 GMT+0200 (Eastern European Standard Time)",
    "2022-12-14 10:00:00 +0200 EET",
};
const std::vector<std::string> more_refusals{"2022-02-30",
                                             "03/04/2022",
                                             "2022-12-14 25:00",
                                             "2022-12-14 10:00 IST",
                                             "2022-12-14 10:00+15:00",
                                             "2022-12-14 draft",
                                             "1889-12-14",
                                             "tomorrow",
                                             "Post 5",
                                             "۱۴۰۳/۰۳/۰۸"};

/// What a key must say in order to mean its field.
std::string cell(const KeyRow& row) {
  const std::string key(row.key);
  if (!row.word.empty()) return "`" + key + ": " + std::string(row.word) + "`";
  const bool is_plain = row.sense == frontmatter::Sense::plain;
  if (row.field == Field::draft) return "`" + key + (is_plain ? ": true`" : ": false`");
  if (row.field == Field::feed || row.field == Field::search)
    return "`" + key + (is_plain ? ": false`" : ": true`");
  return "`" + key + "`";
}

std::string keys_of(Field field) {
  std::string table = "| key | used by |\n| --- | --- |\n";
  for (const KeyRow& row : frontmatter::key_table())
    if (row.field == field) table += "| " + cell(row) + " | " + std::string(row.used_by) + " |\n";
  return table;
}

Result<time::Reading> read_date(const std::string& value) {
  return time::read(value, *time::find_zone("Europe/Berlin"));
}

std::string dates() {
  std::string table = "| written | read as |\n| --- | --- |\n";
  const auto add = [&table](const std::string& value) {
    const auto reading = read_date(value);
    REQUIRE(reading);
    table += "| `" + value + "` | " + time::rfc3339(reading->timestamp) + " |\n";
  };
  for (const time::Form& form : time::forms()) {
    const std::string example(form.example);
    if (read_date(example)) add(example);
  }
  for (const std::string& value : more_dates) add(value);
  return table;
}

std::string refusals() {
  std::string table = "| written | why it is refused | what to write |\n| --- | --- | --- |\n";
  const auto add = [&table](const std::string& value) {
    const auto reading = read_date(value);
    REQUIRE_FALSE(reading);
    table +=
        "| `" + value + "` | " + reading.error().message + " | " + reading.error().hint + " |\n";
  };
  for (const time::Form& form : time::forms()) {
    const std::string example(form.example);
    if (!read_date(example)) add(example);
  }
  for (const std::string& value : more_refusals) add(value);
  return table;
}

std::map<std::string, std::string> tables() {
  std::map<std::string, std::string> all{{"dates", dates()}, {"refusals", refusals()}};
  for (const std::string_view name : frontmatter::field_names())
    all["keys of " + std::string(name)] = keys_of(*frontmatter::field_named(name));
  return all;
}

/// The bytes between `<!-- NAME -->` and `<!-- end -->`, with an empty line at both ends.
Span place_of(const std::string& page, const std::string& name) {
  const std::string mark = "<!-- " + name + " -->\n\n";
  const std::size_t begin = page.find(mark);
  CAPTURE(name);
  REQUIRE(begin != page.npos);
  const std::size_t end = page.find("\n<!-- end -->", begin);
  REQUIRE(end != page.npos);
  return {begin + mark.size(), end};
}

/// The fenced blocks of the page that are whole posts.
std::vector<std::string> examples(const std::string& page) {
  const std::string opening = "````post\n";
  std::vector<std::string> posts;
  for (std::size_t at = page.find(opening); at != page.npos; at = page.find(opening, at)) {
    at += opening.size();
    posts.push_back(page.substr(at, page.find("````", at) - at));
  }
  return posts;
}

}  // namespace

TEST_CASE("frontmatter: the documented tables are the code's", "[frontmatter][golden]") {
  std::string page = support::slurp(path);
  const char* golden = std::getenv("BLOGSEARCH_GOLDEN");
  const bool is_rewriting = golden != nullptr && std::string(golden) == "write";
  for (const auto& [name, table] : tables()) {
    const Span place = place_of(page, name);
    if (is_rewriting) page.replace(place.begin, place.size(), table);
    CHECK(page.substr(place_of(page, name).begin, table.size()) == table);
    CHECK(place_of(page, name).size() == table.size());
  }
  if (is_rewriting) std::ofstream(path) << page;
}

TEST_CASE("frontmatter: every documented header is read", "[frontmatter]") {
  const std::string page = support::slurp(path);
  const std::vector<std::string> posts = examples(page);
  CHECK(posts.size() >= 10);
  for (const std::string& post : posts) {
    CAPTURE(post);
    const SourceText source("a.md", post);
    Diagnostics findings;
    const auto draft =
        frontmatter::read(source, {time::Zone::utc(), time::Order::strict}, {}, {}, findings);
    CHECK(support::lines_of(findings) == "");
    REQUIRE(draft);
    CHECK(draft->title == "Beans, a report");
    REQUIRE(draft->published);
    CHECK(time::rfc3339(*draft->published) == "2022-12-14T00:00:00Z");
    CHECK(draft->tags == std::vector<std::string>{"garden", "beans"});
    CHECK(source.at(draft->body).find("Nine rows.") != std::string_view::npos);
  }
}

TEST_CASE("frontmatter: every fence is documented", "[frontmatter]") {
  const std::string page = support::slurp(path);
  for (const frontmatter::Fence& fence : frontmatter::fences()) {
    CAPTURE(std::string(fence.opening));
    CHECK(page.find("`" + std::string(fence.opening) + "`") != page.npos);
    for (const std::string_view closing : fence.closing)
      CHECK(page.find("`" + std::string(closing) + "`") != page.npos);
  }
}
