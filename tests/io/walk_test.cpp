// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/walk.hpp"

#include "io/read.hpp"
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

namespace {

std::string paths_in(const std::filesystem::path& folder, const io::Patterns& patterns,
                     Diagnostics& findings) {
  std::string paths;
  for (const io::Found& file : io::walk(folder, patterns, findings)) paths += file.path + " ";
  return paths;
}

}  // namespace

TEST_CASE("io: links that lead out of the folder are refused unless they are asked for", "[io]") {
  namespace fs = std::filesystem;
  const support::TempDir dir;
  dir.write("secret.md", "");
  dir.write("other/far.md", "");
  dir.write("posts/a.md", "");
  dir.write("posts/deep/b.md", "");
  fs::create_symlink("../secret.md", dir.path() / "posts/secret.md");
  fs::create_symlink("deep/b.md", dir.path() / "posts/near.md");
  fs::create_symlink("nowhere.md", dir.path() / "posts/nowhere.md");
  fs::create_symlink("../secret.md", dir.path() / "posts/secret.txt");  // not asked for
  fs::create_directory_symlink("../other", dir.path() / "posts/other");
  fs::create_directory_symlink("..", dir.path() / "posts/deep/up");
  fs::create_directory_symlink("../../other", dir.path() / "posts/deep/again");

  Diagnostics findings;
  CHECK(paths_in(dir.path() / "posts", {{"**/*.md"}, {}}, findings) ==
        "a.md deep/b.md near.md nowhere.md ");
  CHECK(support::lines_of(findings) ==
        "the link leads out of the folder of posts and is not followed [io.leads-out] (put the "
        "file itself here, or set `posts: {follow_links: true}`)\n");
  CHECK(findings.begin()->file == io::shown(dir.path() / "posts/secret.md"));

  findings = {};
  CHECK(paths_in(dir.path() / "posts", {{"**/*.md"}, {}, {}, io::Links::anywhere}, findings) ==
        "a.md deep/again/far.md deep/b.md near.md nowhere.md secret.md ");
  CHECK(findings.empty());
}

TEST_CASE("io: a folder with several paths is walked by the one without links", "[io]") {
  const support::TempDir dir;
  dir.write("posts/real/a.md", "");
  std::filesystem::create_directory_symlink("real", dir.path() / "posts/alias");
  std::filesystem::create_directory_symlink("alias", dir.path() / "posts/alias-of-alias");
  std::filesystem::create_directory_symlink("loop", dir.path() / "posts/loop");
  Diagnostics findings;
  CHECK(paths_in(dir.path() / "posts", {{"**/*.md"}, {}, {}, io::Links::anywhere}, findings) ==
        "real/a.md ");
  CHECK(findings.empty());
}

TEST_CASE("io: folders that are named are passed over, but not the one that is walked", "[io]") {
  const support::TempDir dir;
  dir.write("a.md", "");
  dir.write("out/b.md", "");
  dir.write("out/tags/c.md", "");
  std::filesystem::create_directory_symlink("out", dir.path() / "alias");
  const std::filesystem::path out = dir.path() / "out";
  Diagnostics findings;
  CHECK(paths_in(dir.path(), {{"**/*.md"}, {}, {out, "none"}, io::Links::anywhere}, findings) ==
        "a.md ");
  CHECK(paths_in(out, {{"**/*.md"}, {}, {out}}, findings) == "b.md tags/c.md ");
}
