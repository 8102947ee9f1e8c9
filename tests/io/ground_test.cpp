// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/ground.hpp"

#include <vector>

#include "support/catch.hpp"
#include "support/folders.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;

TEST_CASE("io: a path is written down from a folder, wherever one stands", "[io]") {
  const support::TempDir dir;
  const fs::path site = fs::canonical(dir.path()) / "site";
  fs::create_directories(site / "posts");
  struct Row {
    fs::path here, folder;      ///< where one stands, and the folder as it is given there
    fs::path given;             ///< a path
    std::string inward, shown;  ///< how it is written down, and how it comes back
  };
  const std::string whole = site.string();
  const std::string above = site.parent_path().string();
  const std::vector<Row> rows{
      {"", "", "posts/a.md", "posts/a.md", "posts/a.md"},
      {"", "", "./posts//a.md", "posts/a.md", "posts/a.md"},
      {"", "", "posts/", "posts", "posts"},
      {"", "", whole + "/posts/a.md", "posts/a.md", "posts/a.md"},
      {"", whole, whole + "/posts/a.md", "posts/a.md", "posts/a.md"},
      {"", "", ".", ".", "."},
      {"", "", "", "", ""},
      {"", "", "../dist", "../dist", "../dist"},
      {"", "", above + "/dist", above + "/dist", above + "/dist"},
      {"", "", "..a/b", "..a/b", "..a/b"},
      {"posts", whole, whole + "/posts/a.md", "posts/a.md", whole + "/posts/a.md"},
      {"posts", whole, "a.md", "posts/a.md", whole + "/posts/a.md"},
      {"posts", "..", "../posts/a.md", "posts/a.md", "../posts/a.md"},
      {"posts", "..", "a.md", "posts/a.md", "../posts/a.md"},
      {"posts", "..", "../../dist", "../dist", "../../dist"},
      {"posts", "..", "..", ".", ".."},
  };
  for (const Row& row : rows) {
    CAPTURE(row.here, row.folder, row.given);
    const support::Inside inside(site / row.here);
    const io::Ground ground(row.folder);
    CHECK(ground.inward(row.given) == row.inward);
    CHECK(ground.outward(row.inward) == row.shown);
    CHECK(ground.settled(row.given) == row.shown);
  }
}
