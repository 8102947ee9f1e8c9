// SPDX-License-Identifier: GPL-2.0-or-later
//
// Several processes at one site.
#include <unistd.h>

#include <csignal>

#include "faults/site.hpp"
#include "io/lock.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using namespace blogsearch::faults;

namespace {

constexpr const char* note = "4711 2024-01-01T00:00:00Z\n";

/// The text between two others.
std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t at = text.find(begin);
  if (at == std::string::npos) return {};
  const std::size_t from = at + begin.size();
  return text.substr(from, text.find(end, from) - from);
}

}  // namespace

TEST_CASE("faults: a second build ends at once with 75 and names the first", "[faults]") {
  const Site site;
  Run first = site.build();
  first.environment = interrupted(site.path() / "posts", "read", 3, SIGSTOP);
  Child holder(first);
  holder.wait_for_stop();

  const Ended refused = run(site.build());
  CHECK(refused.status == 75);
  const std::string since = between(refused.err, ", since ", " [");
  CHECK(since.size() == std::string("2024-01-01T00:00:00Z").size());
  CHECK(refused.err == ".blogsearch/lock: error: another build is running: process " +
                           std::to_string(holder.pid()) + ", since " + since +
                           " [pipeline.locked]\n"
                           "  hint: run the command again when it has ended, or `blogsearch build "
                           "--wait 60`\n");
  holder.signal(SIGCONT);
  CHECK(holder.wait().status == 0);
  CHECK(run(site.build()).status == 0);
}

TEST_CASE("faults: a build that died holds no lock", "[faults]") {
  const Site site;
  Run first = site.build();
  first.environment = interrupted(site.path() / "posts", "read", 3, SIGKILL);
  CHECK(run(first).was_killed);
  CHECK(run(site.build()).status == 0);
}

TEST_CASE("faults: outputs are not said to differ while a build puts them in place", "[faults]") {
  const Site rehearsal(published());
  rehearsal.write(1);
  const long renames = count_calls(rehearsal.build(), rehearsal.path(), "rename");
  const Site site(published());
  site.write(1);
  Run build = site.build();
  build.environment = interrupted(site.path(), "rename", renames, SIGSTOP);  // of the state
  Child builder(build);
  builder.wait_for_stop();

  Child check(site.check_outputs());
  usleep(200'000);  // it would have been said by now
  const bool is_waiting = check.is_running();
  builder.signal(SIGCONT);
  CHECK(builder.wait().status == 0);
  const Ended checked = check.wait();
  CAPTURE(checked.out, checked.err);
  CHECK(is_waiting);
  CHECK(checked.status == 0);
  CHECK(checked.err == "");
}

TEST_CASE("faults: who reads takes no lock and waits for none", "[faults]") {
  const Site site(published());
  const auto lock = io::Lock::take(site.path() / ".blogsearch/lock", note);
  REQUIRE(*lock);
  const Words words = GENERATE(values<Words>({{"check", "--now", "2025-01-01"},
                                              {"build", "--dry-run", "--now", "2025-01-01"},
                                              {"query", "hammer"},
                                              {"suggest", "ham"},
                                              {"related", "https://shed.example/nail-10/"},
                                              {"stats"}}));
  const Ended ended = run({words, site.path()});
  CAPTURE(words, ended.err);
  CHECK(ended.status == 0);
}

TEST_CASE("faults: adopt writes ids, so it takes its turn", "[faults]") {
  const Site site(published());
  const auto lock = io::Lock::take(site.path() / ".blogsearch/lock", note);
  const Ended ended = run({{"adopt", "dist/atom.xml"}, site.path()});
  CHECK(ended.status == 75);
  CHECK(run({{"adopt", "--dry-run", "dist/atom.xml"}, site.path()}).status == 0);
}

TEST_CASE("faults: a build waits as long as it is told", "[faults]") {
  const Site site;
  Child waiting = [&] {
    const auto lock = io::Lock::take(site.path() / ".blogsearch/lock", note);
    REQUIRE(*lock);
    CHECK(run(site.build({"--wait", "0"})).status == 75);
    CHECK(run(site.build({"--wait", "1"})).status == 75);
    return Child(site.build({"--wait", "600"}));
  }();
  CHECK(waiting.wait().status == 0);
  const Ended ended = run(site.build({"--wait", "long"}));
  CHECK(ended.status == 2);
  CHECK(ended.err ==
        "blogsearch: error: --wait wants a whole number from 0 to 1000000000, not \"long\" "
        "[cli.usage]\n  hint: write --wait 0\n");
}

TEST_CASE("faults: where no lock can be made nothing is built", "[faults]") {
  const Site site;
  SECTION("a file is in the way") {
    site.write(".blogsearch", "");
    const Ended ended = run(site.build());
    CHECK(ended.status == 3);
    CHECK(ended.err ==
          ".blogsearch/lock: error: cannot lock: a part of the path is not a folder "
          "[io.unwritable]\n  hint: choose a path that leads through folders only\n");
  }
  SECTION("the folder must not be written to") {
    std::filesystem::create_directory(site.path() / ".blogsearch");
    std::filesystem::permissions(
        site.path() / ".blogsearch",
        std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    Run build = site.build();
    build.prepare = give_up_privileges;
    const Ended ended = run(build);
    CHECK(ended.status == 3);
    CHECK(ended.err ==
          ".blogsearch/lock: error: cannot lock: permission denied [io.unwritable]\n"
          "  hint: give the user who runs blogsearch the right to it\n");
  }
  CHECK_FALSE(std::filesystem::exists(site.path() / "dist"));
}
