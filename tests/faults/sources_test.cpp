// SPDX-License-Identifier: GPL-2.0-or-later
//
// Posts that are not what they were, or not where they belong.
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <iterator>
#include <memory>

#include "faults/site.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using namespace blogsearch::faults;
namespace fs = std::filesystem;

namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// How many of the posts the index has.
std::size_t posts_found(const Site& site) {
  const Ended ended =
      run({{"query", "--template", "{url}\\n", "--limit", "99", "hammer"}, site.path()});
  return static_cast<std::size_t>(std::count(ended.out.begin(), ended.out.end(), '\n'));
}

}  // namespace

TEST_CASE("faults: a post that vanishes or changes while the site is read is told", "[faults]") {
  const Site site;
  Run build = site.build({"--full"});
  const fs::path posts = site.path() / "posts";
  const long reads = count_calls(build, posts, "read");
  const auto stopped_at = [&](long at) {
    build.environment = interrupted(posts, "read", at, SIGSTOP);
    auto child = std::make_unique<Child>(build);
    child->wait_for_stop();
    return child;
  };
  SECTION("before it is read for the first time") {
    const auto child = stopped_at(1);
    fs::remove(posts / "nail-20.md");
    child->signal(SIGCONT);
    const Ended ended = child->wait();
    CHECK(ended.status == 3);
    CHECK(ended.err ==
          "posts/nail-20.md: error: cannot read: no such file or folder [io.not-found]\n"
          "  hint: check the spelling of the path\n");
  }
  SECTION("between the two times it is read") {
    const auto child = stopped_at(reads / 2 + 1);
    fs::remove(posts / "nail-10.md");
    child->signal(SIGCONT);
    const Ended ended = child->wait();
    CHECK(ended.status == 1);
    CHECK(ended.err ==
          "posts/nail-10.md: error: the file vanished while the site was being built "
          "[pipeline.post-changed]\n  hint: build again\n");
  }
  SECTION("changing between the two times") {
    const auto child = stopped_at(reads / 2 + 1);
    site.write("posts/nail-10.md", "---\ndate: 2024-01-10\n---\nAnother hammer.\n");
    child->signal(SIGCONT);
    const Ended ended = child->wait();
    CHECK(ended.status == 1);
    CHECK(ended.err ==
          "posts/nail-10.md: error: the file changed while the site was being built "
          "[pipeline.post-changed]\n  hint: build again\n");
  }
  CHECK(posts_found(site) == 11);
  CHECK(site.litter() == "");
}

TEST_CASE("faults: a post that cannot be read is told, and the others are published", "[faults]") {
  const Site site;
  Run build = site.build();
  SECTION("because nobody may") {
    fs::permissions(site.path() / "posts/nail-15.md", fs::perms::none);
    build.prepare = give_up_privileges;
    const Ended ended = run(build);
    CHECK(ended.status == 3);
    CHECK(ended.err ==
          "posts/nail-15.md: error: cannot read: permission denied [io.unreadable]\n"
          "  hint: give the user who runs blogsearch the right to it\n");
  }
  SECTION("because the disk is broken") {
    build.environment = failing(site.path() / "posts", "read", 1, EIO);
    const Ended ended = run(build);
    CHECK(ended.status == 3);
    CHECK(ended.err ==
          "posts/nail-10.md: error: cannot read: input/output error [io.unreadable]\n"
          "  hint: look for a failing disk in the system's log\n");
  }
  CHECK(posts_found(site) == 11);
}

TEST_CASE("faults: a folder of posts that cannot be listed is told", "[faults]") {
  const Site site;
  site.write("posts/shut/a.md", "---\ndate: 2024-01-01\n---\nA hammer.\n");
  fs::permissions(site.path() / "posts/shut", fs::perms::none);
  Run build = site.build();
  build.prepare = give_up_privileges;
  const Ended ended = run(build);
  fs::permissions(site.path() / "posts/shut", fs::perms::owner_all);
  CHECK(ended.status == 3);
  CHECK(ended.err ==
        "posts/shut: error: cannot list: permission denied [io.unreadable]\n"
        "  hint: give the user who runs blogsearch the right to it\n");
  CHECK(posts_found(site) == 12);
}

TEST_CASE("faults: links that lead out of the posts or back into them do no harm", "[faults]") {
  const Site site;
  site.write("secret.md", "---\ndate: 2024-02-01\ntitle: Secret\n---\nA hammer nobody must see.\n");
  site.write("other/far.md", "---\ndate: 2024-02-01\ntitle: Far\n---\nA far hammer.\n");
  const fs::path posts = site.path() / "posts";
  fs::create_symlink("../secret.md", posts / "zz.md");
  fs::create_directory_symlink("..", posts / "up");
  fs::create_directory_symlink(".", posts / "self");
  fs::create_directory_symlink("../other", posts / "other");
  const Ended refused = run(site.build());
  CHECK(refused.status == 1);
  CHECK(refused.err ==
        "posts/zz.md: error: the link leads out of the folder of posts and is not followed "
        "[io.leads-out]\n"
        "  hint: put the file itself here, or set `posts: {follow_links: true}`\n");
  CHECK(posts_found(site) == 12);

  site.write("blogsearch.yaml",
             "site: {title: Shed, url: https://shed.example/}\n"
             "posts: {path: posts, follow_links: true, exclude: [up/**]}\n");
  const Ended followed = run(site.build());
  CHECK(followed.status == 0);
  CHECK(followed.err == "");
  CHECK(posts_found(site) == 14);
}

TEST_CASE("faults: what is written into the folder of posts is no post", "[faults]") {
  const Site site;
  site.write("blogsearch.yaml",
             "site: {title: Shed, url: https://shed.example/}\n"
             "posts: {path: posts}\n"
             "feeds: {out: posts/public}\n"
             "search: {index: posts/index}\n");
  for (const char* folder : {"public", "index"})
    site.write("posts/" + std::string(folder) + "/built.html",
               "---\ndate: 2024-02-01\n---\n<p>A hammer in a page that was built.</p>\n");
  fs::remove_all(site.path() / "posts/index");
  REQUIRE(run(site.build()).status == 0);
  CHECK(posts_found(site) == 12);
  CHECK(run(site.build()).status == 0);
  CHECK(posts_found(site) == 12);
}

TEST_CASE("faults: a clock that goes backwards holds posts back again", "[faults]") {
  const auto build_at = [](const Site& site, const char* now) {
    const Ended ended = run({{"build", "--now", now}, site.path()});
    CAPTURE(ended.err);
    CHECK(ended.status == 0);
    Outputs outputs = site.outputs();
    outputs.files.erase("blogsearch.ids");  // which forgets no post
    return outputs;
  };
  const Site moved, still;
  const Outputs later = build_at(moved, "2024-01-20");
  const Outputs earlier = build_at(moved, "2024-01-15");
  CHECK(contains(earlier.files.at("dist/atom.xml"), "nail-15"));
  CHECK_FALSE(contains(earlier.files.at("dist/atom.xml"), "nail-16"));
  CHECK(earlier == build_at(still, "2024-01-15"));
  CHECK(later == build_at(moved, "2024-01-20"));
}

TEST_CASE("faults: where one post has changed the entries of no other are made again", "[faults]") {
  const Site site;
  const fs::path posts = site.path() / "posts";
  const long count = std::distance(fs::directory_iterator(posts), fs::directory_iterator());
  const long of_all = count_calls(site.build(), posts, "read");  // once to load, once to render
  REQUIRE(of_all >= 2 * count);
  site.write("posts/nail-10.md", support::slurp(posts / "nail-10.md") + "It bends.\n");
  // Files so young are looked into, whether they have changed; then the changed one is rendered.
  CHECK(count_calls(site.build(), posts, "read") == of_all / 2 + of_all / 2 / count);
  CHECK(contains(support::slurp(site.path() / "dist/archive/2024/atom.xml"), "It bends."));
}
