// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/walk.hpp"

#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;

TEST_CASE("io: glob patterns match whole paths", "[io]") {
  struct Row {
    std::string pattern, path;
    bool expected;
  };
  const auto row = GENERATE(values<Row>({
      {"*.md", "a.md", true},
      {"*.md", "b/a.md", false},
      {"**/*.md", "a.md", true},
      {"**/*.md", "b/c/a.md", true},
      {"**/*.md", "a.mdx", false},
      {"b/**", "b/c/a.md", true},
      {"b/**", "c/a.md", false},
      {"b/**/a.md", "b/a.md", true},
      {"b/**/a.md", "b/x/y/a.md", true},
      {"?.md", "a.md", true},
      {"?.md", "ab.md", false},
      {"a?b", "a/b", false},
      {"**/*.{md,mdx}", "x/a.mdx", true},
      {"**/*.{md,mdx}", "x/a.txt", false},
      {"{a,b}/{c,d}.md", "b/c.md", true},
      {"a*b*c", "aXXbYYc", true},
      {"a*b*c", "aXXbYY", false},
      {"", "", true},
      {"", "a", false},
  }));
  CAPTURE(row.pattern, row.path);
  CHECK(io::matches(row.pattern, row.path) == row.expected);
}

TEST_CASE("io: a walk finds the wanted files in the order of their paths", "[io]") {
  const support::TempDir dir;
  for (const char* name : {"z.md", "a/b.md", "a-b.md", "a/.hidden.md", ".git/x.md", "a/skip/y.md",
                           "note.txt", "B.md", "ä.md"})
    dir.write(name, "");
  std::filesystem::create_directory_symlink(dir.path() / "a", dir.path() / "link");
  std::filesystem::create_directory_symlink(dir.path(), dir.path() / "a" / "loop");

  Diagnostics findings;
  std::string found;
  for (const io::Found& file : io::walk(dir.path(), {{"**/*.md"}, {"**/skip/**"}}, findings)) {
    found += file.path + "\n";
    CHECK(std::filesystem::exists(file.file));
  }
  CHECK(found == "B.md\na-b.md\na/b.md\nz.md\nä.md\n");
  CHECK(findings.empty());
}

TEST_CASE("io: a file given in place of a folder is the one file found", "[io]") {
  const support::TempDir dir;
  const auto file = dir.write("posts/one.txt", "x");
  Diagnostics findings;
  const auto found = io::walk(file, {{"**/*.md"}, {}}, findings);
  REQUIRE(found.size() == 1);
  CHECK(found[0].path == "one.txt");
}

TEST_CASE("io: a folder that is not there is reported", "[io]") {
  Diagnostics findings;
  CHECK(io::walk("no/such/folder", {{"**"}, {}}, findings).empty());
  CHECK(support::lines_of(findings) ==
        "cannot read the folder of posts: no such file or folder [io.not-found] (name the "
        "folder that holds the posts)\n");
  CHECK(findings.begin()->file == "no/such/folder");
}
