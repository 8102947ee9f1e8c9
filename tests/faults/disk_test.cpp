// SPDX-License-Identifier: GPL-2.0-or-later
//
// Disks that are full, broken or not ours to write to.
#include <sys/resource.h>

#include <cerrno>

#include "faults/site.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using namespace blogsearch::faults;
namespace fs = std::filesystem;

namespace {

constexpr auto read_only = fs::perms::owner_read | fs::perms::owner_exec;

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// Version 0, published, with the posts of version 1.
struct Edited {
  Site site{published()};
  Outputs before = fresh(0);

  Edited() { site.write(1); }
  void check_mended() const {
    const Ended mended = run(site.build());
    CAPTURE(mended.err);
    CHECK(mended.status == 0);
    CHECK(site.outputs() == fresh(1));
    CHECK(site.litter() == "");
  }
};

}  // namespace

TEST_CASE("faults: a call that fails leaves each output whole, and the next build mends all",
          "[faults]") {
  const std::string calls = GENERATE(values<std::string>({"write", "fsync", "rename", "read"}));
  const Outputs after = fresh(1);
  const long all = [&calls] {
    const Edited counted;
    return count_calls(counted.site.build(), counted.site.path(), calls);
  }();
  REQUIRE(all > 0);
  constexpr long most_tries = 5;
  for (long at = 1; at <= all; at += 1 + all / most_tries) {
    const Edited tried;
    Run build = tried.site.build();
    build.environment = failing(tried.site.path(), calls, at, EIO);
    const Ended ended = run(build);
    CAPTURE(calls, at, all, ended.err);
    CHECK_FALSE(ended.was_killed);
    const bool is_config = contains(ended.err, "blogsearch.yaml: error: cannot read");
    CHECK((ended.status == 0 || ended.status == (is_config ? 2 : 3)));
    if (ended.status != 0) CHECK(contains(ended.err, "\n  hint: "));
    const bool is_note = calls == "write" && at == 1;  // in the lock, which is held without one
    if (calls == "write") CHECK(contains(ended.err, "nput/output error") != is_note);
    const bool is_post = contains(ended.err, "posts/");  // which is left out, as others are not
    if (!is_post) CHECK(tried.site.flaws(tried.before, after) == "");
    tried.check_mended();
  }
}

TEST_CASE("faults: where a feed cannot be made durable the index stays as it was, too",
          "[faults]") {
  const Edited edited;
  Run build = edited.site.build();
  build.environment = failing(edited.site.path() / "dist", "fsync", 1, EIO);
  const Ended ended = run(build);
  CAPTURE(ended.err);
  CHECK(ended.status == 3);
  CHECK(edited.site.outputs() == edited.before);
  edited.check_mended();
}

TEST_CASE("faults: a file that may grow no more is an error, not the end", "[faults]") {
  const Edited edited;
  const rlim_t limit = GENERATE(500U, 2000U, 20000U);
  Run build = edited.site.build();
  build.prepare = [limit] {
    const rlimit size{limit, limit};
    setrlimit(RLIMIT_FSIZE, &size);
  };
  const Ended ended = run(build);
  CAPTURE(limit, ended.err);
  CHECK(ended.status == 3);
  CHECK_FALSE(ended.was_killed);
  CHECK(contains(ended.err, "\n  hint: "));
  CHECK(edited.site.outputs() == edited.before);
  CHECK(edited.site.litter() == "");
  edited.check_mended();
}

TEST_CASE("faults: a folder of feeds that must not be written to stays as it is", "[faults]") {
  const Edited edited;
  fs::permissions(edited.site.path() / "dist", read_only);
  Run build = edited.site.build();
  build.prepare = give_up_privileges;
  const Ended ended = run(build);
  CHECK(ended.status == 3);
  CHECK(ended.err ==
        "dist/atom.xml: error: cannot write: permission denied [io.unwritable]\n"
        "  hint: let the user who runs blogsearch write to this folder, or choose another\n");
  CHECK(edited.site.outputs() == edited.before);
  CHECK(edited.site.litter() == "");
  fs::permissions(edited.site.path() / "dist", fs::perms::owner_all);
  edited.check_mended();
}

TEST_CASE("faults: a full disk leaves all as it was, and the next build mends all", "[faults]") {
  const Edited edited;
  const support::TempDir results;
  // The disk is seen by the script alone, which brings home what lies on it.
  const std::string script = R"(
    set -e
    mount -t tmpfs -o size=4m none "$1" || exit 77
    cp -a "$2/." "$1/"
    cd "$1"
    free=$(df --output=avail -k . | tail -n 1)
    head -c $(( (free - $4) * 1024 )) /dev/zero > filler
    status=0
    "$3" build --now 2025-01-01 2> "$5/err" || status=$?
    echo $status > "$5/status"
    rm filler
    cp -a . "$5/after"
    "$3" build --now 2025-01-01
    cp -a . "$5/mended"
  )";
  const std::string room = GENERATE(values<std::string>({"0", "20", "44", "80", "290", "400"}));
  const support::TempDir disk;
  const Ended ended = run({{"-rm", "sh", "-c", script, "sh", disk.path(), edited.site.path(),
                            BLOGSEARCH_PROGRAM, room, results.path()},
                           disk.path(),
                           {},
                           {},
                           "unshare"});
  if (!fs::exists(results.path() / "status") && ended.status != 0) {
    WARN("no disk may be mounted here, so none was filled: " + ended.err);
    return;
  }
  CAPTURE(room, ended.err);
  CHECK(ended.status == 0);
  const std::string err = support::slurp(results.path() / "err");
  CAPTURE(err);
  CHECK(support::slurp(results.path() / "status") == "3\n");
  CHECK(contains(err, "o space left on "));
  CHECK(contains(err, "\n  hint: "));
  CHECK(outputs_of(results.path() / "after") == edited.before);
  CHECK(litter_in(results.path() / "after") == "");
  CHECK(outputs_of(results.path() / "mended") == fresh(1));
}
