// SPDX-License-Identifier: GPL-2.0-or-later
#include "model/source_path.hpp"

#include "support/catch.hpp"

using namespace blogsearch;

TEST_CASE("model: a source path tells path, name, section and language", "[model]") {
  struct Row {
    std::string file, path, name, section, lang;
  };
  const auto row = GENERATE(values<Row>({
      {"hello.md", "hello", "hello", "", ""},
      {"2024/hello.md", "2024/hello", "hello", "2024", ""},
      {"a/hello/index.md", "a/hello", "hello", "a", ""},
      {"index.md", "", "", "", ""},
      {"reindex.md", "reindex", "reindex", "", ""},
      {"v1.2.md", "v1.2", "v1.2", "", ""},
      {".hidden", ".hidden", ".hidden", "", ""},
      {"2013-05-05-hello.md", "2013-05-05-hello", "hello", "", ""},
      {"2013-5-5_hello.md", "2013-5-5_hello", "hello", "", ""},
      {"2013-05-05 My Notes.md", "2013-05-05 My Notes", "My Notes", "", ""},
      {"2013-05-05.md", "2013-05-05", "2013-05-05", "", ""},
      {"2013-05-05-.md", "2013-05-05-", "2013-05-05-", "", ""},
      {"2013-05-05/hello.md", "2013-05-05/hello", "hello", "2013-05-05", ""},
      {"2013/05/05-hello.md", "2013/05/05-hello", "hello", "2013", ""},
      {"2013/05/05/hello/index.md", "2013/05/05/hello", "hello", "2013", ""},
      {"2013-05-05-hello/index.md", "2013-05-05-hello", "hello", "2013-05-05-hello", ""},
      {"_posts/2013-05-05-hello.md", "_posts/2013-05-05-hello", "hello", "_posts", ""},
      // languages
      {"hello.de.md", "hello", "hello", "", "de"},
      {"a/hello/index.pt-br.md", "a/hello", "hello", "a", "pt-BR"},
      {"index.de.md", "", "", "", "de"},
      {"hello.zh_hans.md", "hello", "hello", "", "zh-Hans"},
      {"2013-05-05-hello.fr.markdown", "2013-05-05-hello", "hello", "", "fr"},
      {"jquery.min.md", "jquery.min", "jquery.min", "", ""},
      {"socket.io.md", "socket.io", "socket.io", "", ""},
      {"hello.xx.md", "hello.xx", "hello.xx", "", ""},
      {"de.md", "de", "de", "", ""},
      {"de/hello.md", "de/hello", "hello", "de", ""},
  }));
  CAPTURE(row.file);
  const model::SourcePath read = model::read_source_path(row.file);
  CHECK(read.path == row.path);
  CHECK(read.name == row.name);
  CHECK(read.section == row.section);
  CHECK(read.lang == row.lang);
}

TEST_CASE("model: a day in a path is found where people file posts by it", "[model]") {
  struct Row {
    std::string path, date, place;  // no date: none is found
  };
  const auto row = GENERATE(values<Row>({
      {"2013-05-05-title", "2013-05-05", "2013-05-05"},
      {"2013-5-5-title", "2013-5-5", "2013-5-5"},
      {"2013-05-05_title", "2013-05-05", "2013-05-05"},
      {"2013-05-05 title", "2013-05-05", "2013-05-05"},
      {"2013-05-05", "2013-05-05", "2013-05-05"},
      {"2013-02-30-title", "2013-02-30", "2013-02-30"},
      {"2013-05-05-06-title", "2013-05-05", "2013-05-05"},
      {"a/2013-05-05/title", "2013-05-05", "2013-05-05"},
      {"2013/05/05/title", "2013-05-05", "2013/05/05"},
      {"2013/5/5", "2013-5-5", "2013/5/5"},
      {"2013/05/05-title", "2013-05-05", "2013/05/05"},
      {"blog/2013/05/05/a/title", "2013-05-05", "2013/05/05"},
      {"2012/01/01/2013-05-05-title", "2013-05-05", "2013-05-05"},
      {"/2025/01/23/title/", "2025-01-23", "2025/01/23"},
      {"", "", ""},
      {"2022-report", "", ""},
      {"2022-12-report", "", ""},
      {"2022", "", ""},
      {"1.2.3-release", "", ""},
      {"1-2-3-release", "", ""},
      {"12013-05-05-title", "", ""},
      {"2013-05-051", "", ""},
      {"2013-05-05x", "", ""},
      {"2013-05-05-", "", ""},
      {"20130505-title", "", ""},
      {"v2013-05-05-title", "", ""},
      {"2013/05/title", "", ""},
      {"2013/May/05/title", "", ""},
      {"2013-05-05-trip/day-two", "", ""},
      {"05/05/2013/title", "", ""},
  }));
  CAPTURE(row.path);
  const auto day = model::find_day(row.path);
  CHECK(day.has_value() == !row.date.empty());
  if (!day) return;
  CHECK(day->date == row.date);
  CHECK(row.path.substr(day->span.begin, day->span.size()) == row.place);
}

TEST_CASE("model: section pages and drafts are told by their paths", "[model]") {
  for (const char* path : {"_index.md", "blog/_index.md", "blog/_index.de.md"})
    CHECK(model::is_section_page(path));
  for (const char* path : {"index.md", "blog/my_index.md", "_index/a.md", "_indexes.md"})
    CHECK_FALSE(model::is_section_page(path));
  for (const char* path : {"_drafts/a.md", "blog/_drafts/b/a.md"}) CHECK(model::is_in_drafts(path));
  for (const char* path : {"drafts/a.md", "my_drafts/a.md", "_drafts.md", "a/_drafts"})
    CHECK_FALSE(model::is_in_drafts(path));
}
