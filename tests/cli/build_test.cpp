// SPDX-License-Identifier: GPL-2.0-or-later
//
// How the options of `build` and the keys of the same name meet.
#include <filesystem>

#include "cli/fake_console.hpp"
#include "cli/run.hpp"
#include "io/lock.hpp"
#include "support/catch.hpp"
#include "support/folders.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;

namespace {

using Words = std::vector<std::string>;

/// A post and a draft.
class Site {
 public:
  explicit Site(const std::string& build) {
    dir_.write("posts/nails.md", "---\ntitle: Nails\ndate: 2023-05-01\n---\nx\n");
    dir_.write("posts/saw.md", "---\ntitle: Saw\ndate: 2023-05-02\ndraft: true\n---\nx\n");
    configure(build);
  }

  void configure(const std::string& build) const {
    dir_.write(
        "blogsearch.yaml",
        "site: {url: https://shed.example/}\nposts: {path: posts}\nbuild: {" + build + "}\n");
  }
  void add_broken() const {
    dir_.write("posts/bolt.md", "---\ntitle: Bolt\ndate: 2022-02-30\n---\nx\n");
  }
  void schedule(const char* day) const {
    dir_.write("posts/later.md", std::string("---\ntitle: L\ndate: ") + day + "\n---\nx\n");
  }

  /// From a folder below, so that paths of the config are seen to lead from its own.
  int run(const Words& words) {
    const support::Inside inside(dir_.path() / "posts");
    cli::FakeConsole fake;
    const int status = cli::run(words, fake.console);
    err = fake.err.str();
    return status;
  }
  int build(Words more = {}) {
    more.insert(more.begin(), {"build", "--now", "2024-01-01"});
    return run(more);
  }

  [[nodiscard]] bool has(const char* name) const { return fs::exists(dir_.path() / name); }
  [[nodiscard]] bool names(const char* file, const char* text) const {
    return support::slurp(dir_.path() / file).find(text) != std::string::npos;
  }
  [[nodiscard]] const fs::path& path() const { return dir_.path(); }

  std::string err;

 private:
  support::TempDir dir_;
};

constexpr const char* feed = "dist/atom.xml";

}  // namespace

TEST_CASE("cli: drafts are published when the config says so", "[cli]") {
  Site site("");
  CHECK(site.build() == 0);
  CHECK_FALSE(site.names(feed, "Saw"));
  site.configure("drafts: true");
  CHECK(site.build() == 0);
  CHECK(site.names(feed, "Saw"));
  site.configure("drafts: false");
  CHECK(site.build() == 0);
  CHECK_FALSE(site.names(feed, "Saw"));
  CHECK(site.build({"--drafts"}) == 0);
  CHECK(site.names(feed, "Saw"));
}

TEST_CASE("cli: a key that changes no output is no reason to build", "[cli]") {
  Site site("");
  CHECK(site.build({"-v"}) == 0);
  CHECK(site.err.find("publish ") != std::string::npos);
  site.configure("jobs: 3, wait: 9, report: done.json, on_change: exit 1, on_change_timeout: 1");
  CHECK(site.build({"-v"}) == 0);
  CHECK(site.err.find("publish ") == std::string::npos);
  site.configure("strict: true");
  CHECK(site.build({"-v"}) == 0);
  CHECK(site.err.find("publish ") != std::string::npos);
}

TEST_CASE("cli: a strict config publishes nothing, and says that it is the config", "[cli]") {
  Site site("strict: true");
  site.add_broken();
  CHECK(site.build() == 1);
  CHECK_FALSE(site.has(feed));
  CHECK(site.err.ends_with("nothing was published, because of `build.strict`\n"));
  CHECK(site.build({"--strict"}) == 1);
  CHECK(site.err.ends_with("nothing was published, because of --strict\n"));
  site.configure("strict: false");
  CHECK(site.build() == 1);
  CHECK(site.has(feed));
}

TEST_CASE("cli: check says no less under a strict config", "[cli]") {
  Site site("strict: true, report: done.json");
  site.add_broken();
  std::ofstream(site.path() / "posts/deep.md")
      << "---\ntitle: D\ndate: 2023-01-01\nimage: \"\"\n---\n" +
             [] {
               std::string deep;
               for (int i = 0; i < 300; ++i) deep += "<div>";
               return deep;
             }() +
             "\n";
  CHECK(site.run({"check", "--now", "2024-01-01"}) == 1);
  CHECK(site.err.find("[time.impossible]") != std::string::npos);
  CHECK(site.err.find("[markup.too-nested]") != std::string::npos);
  CHECK_FALSE(site.has("done.json"));
}

TEST_CASE("cli: a condition of the config is taken away for once", "[cli]") {
  Site site("");
  CHECK(site.build({"--drafts"}) == 0);
  site.configure("fail_on: [shrink]");
  CHECK(site.build() == 1);
  CHECK(site.err ==
        "blogsearch: error: the main feed would have 1 entries in place of 2; nothing was "
        "published [pipeline.refused]\n"
        "  hint: if that is meant, build once with `--fail-on none`\n");
  CHECK(site.run({"check", "--now", "2024-01-01"}) == 1);
  CHECK(site.build({"--fail-on", "id-change"}) == 0);
  CHECK(site.build({"--drafts", "--fail-on", "none"}) == 0);
  CHECK(site.build({"--fail-on", "none"}) == 0);
}

TEST_CASE("cli: the config says where the report goes, and when a timer may wake up", "[cli]") {
  Site site("report: .blogsearch/report.json");
  site.schedule("2024-03-01T10:00:00+01:00");
  CHECK(site.build() == 0);
  const char* report = ".blogsearch/report.json";
  CHECK(site.names(report, "\n  \"next_due\": \"2024-03-01T09:00:00Z\",\n"));
  CHECK(site.names(report, "\n  \"new\": 1,\n"));
  CHECK(site.build() == 0);
  CHECK(site.names(report, "\n  \"new\": 0,\n"));
  CHECK(site.names(report, "\n  \"next_due\": \"2024-03-01T09:00:00Z\",\n"));

  site.schedule("2024-04-01");
  CHECK(site.build({"--dry-run"}) == 0);
  CHECK(site.names(report, "2024-03-01"));
  CHECK(site.build({"--dry-run", "--report", "../rehearsal.json"}) == 0);
  CHECK(site.names("rehearsal.json", "2024-04-01"));
  CHECK(site.build({"--report", "../other.json"}) == 0);
  CHECK(site.names("other.json", "2024-04-01"));
  CHECK(site.names(report, "2024-03-01"));
}

TEST_CASE("cli: a build that is turned away leaves the report alone", "[cli]") {
  Site site("report: done.json");
  CHECK(site.build() == 0);
  fs::remove(site.path() / "done.json");
  const auto lock = io::Lock::take(site.path() / ".blogsearch/lock", "4711 now\n");
  REQUIRE(*lock);
  CHECK(site.build() == 75);
  CHECK_FALSE(site.has("done.json"));
}

TEST_CASE("cli: a build that waits by its config is told how long on the command line", "[cli]") {
  Site site("wait: 600");
  const auto lock = io::Lock::take(site.path() / ".blogsearch/lock", "");
  REQUIRE(*lock);
  CHECK(site.build({"--wait", "0"}) == 75);
  site.configure("wait: 0");
  CHECK(site.build() == 75);
}

TEST_CASE("cli: what a build needs from its words is checked", "[cli]") {
  Site site("jobs: 3");
  CHECK(site.build({"--jobs", "257"}) == 2);
  CHECK(site.err.starts_with("blogsearch: error: --jobs wants 1 to 256, not 257 [cli.usage]\n"));
  CHECK(site.build({"--jobs", "1"}) == 0);
  CHECK(site.build({"--fail-on", "shrnk"}) == 2);
  CHECK(site.err ==
        "blogsearch: error: --fail-on knows no \"shrnk\" [cli.usage]\n"
        "  hint: did you mean \"shrink\"?\n");
}
