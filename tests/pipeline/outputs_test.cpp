// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whether what is published is what the last build left.
#include "blogsearch/pipeline/outputs.hpp"

#include <unistd.h>

#include "index/republish.hpp"
#include "io/lock.hpp"
#include "io/stamp.hpp"
#include "pipeline/small_site.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;

namespace {

using std::chrono::milliseconds;

/// Two posts, published.
struct Place {
  support::TempDir dir;
  model::SiteConfig config = support::config_for(dir);

  Place() {
    config.state = dir.path() / "state";
    dir.write("posts/a.md", "---\ntitle: A\ndate: 2023-01-01\n---\nA nail.\n");
    dir.write("posts/b.md", "---\ntitle: B\ndate: 2023-02-01\n---\nA screw.\n");
    publish();
  }

  void publish() const { REQUIRE(support::build(config, "2024-01-01").findings == ""); }

  /// `FILE: finding`, a line each; what agrees where nothing is wrong.
  [[nodiscard]] std::string check(milliseconds patience = {}) const {
    Diagnostics findings;
    const pipeline::Outputs outputs = pipeline::check_outputs(config, patience, findings);
    if (findings.empty())
      return std::to_string(outputs.files) + " files, " + std::to_string(outputs.posts) + " posts";
    std::string lines;
    for (const Diagnostic& finding : findings)
      lines += fs::path(finding.file).lexically_relative(dir.path()).generic_string() + ": " +
               support::line_of(finding) + "\n";
    return lines;
  }
};

constexpr const char* agreement = "4 files, 2 posts";

}  // namespace

TEST_CASE("pipeline: outputs that are as the last build left them agree", "[pipeline]") {
  const Place place;
  CHECK(place.check() == agreement);
  place.publish();
  CHECK(place.check() == agreement);
}

TEST_CASE("pipeline: looking at the outputs changes nothing", "[pipeline]") {
  const Place place;
  const auto stamps = [&place] {
    std::map<fs::path, std::int64_t> all;
    for (const auto& entry : fs::recursive_directory_iterator(place.dir.path()))
      if (const auto stamp = io::stamp_of(entry.path())) all[entry.path()] = stamp->changed;
    return all;
  };
  const auto before = stamps();
  CHECK(place.check() == agreement);
  CHECK(stamps() == before);
}

TEST_CASE("pipeline: posts that have changed since are no matter of the outputs", "[pipeline]") {
  const Place place;
  place.dir.write("posts/a.md", "---\ntitle: A\ndate: 2023-01-01\n---\nA hammer.\n");
  place.dir.write("posts/c.md", "---\ndate: 03/04/2020\n---\n");
  CHECK(place.check() == agreement);
}

TEST_CASE("pipeline: files with the same bytes agree, whatever their times", "[pipeline]") {
  const Place place;
  for (const char* folder : {"out", "index"}) {
    fs::rename(place.dir.path() / folder, place.dir.path() / "old");
    fs::copy(place.dir.path() / "old", place.dir.path() / folder, fs::copy_options::recursive);
    fs::remove_all(place.dir.path() / "old");
  }
  CHECK(place.check() == agreement);
}

TEST_CASE("pipeline: a feed that is missing or altered is told", "[pipeline]") {
  const Place place;
  fs::remove(place.dir.path() / "out/atom.xml");
  std::string feed = support::slurp(place.dir.path() / "out/feed.json");
  feed[feed.size() / 2] ^= 1;
  place.dir.write("out/feed.json", feed);
  CHECK(place.check() ==
        "out/atom.xml: this file of the last build is missing [state.differs] "
        "(run `blogsearch build`)\n"
        "out/feed.json: this file is not as the last build wrote it [state.differs] "
        "(run `blogsearch build`)\n");
  place.publish();
  CHECK(place.check() == agreement);
}

TEST_CASE("pipeline: an index that is missing or damaged is told", "[pipeline]") {
  const Place place;
  const fs::path generation = place.config.search.index / "gen-000001";
  SECTION("missing") {
    fs::remove_all(place.config.search.index);
    CHECK(place.check() ==
          "index: there is no index here [index.missing] (run `blogsearch build`)\n");
  }
  SECTION("cut short") {
    fs::resize_file(generation / "postlist.glass", 100);
    CHECK(place.check() ==
          "index: the index is damaged: the files of gen-000001 are not those that were written "
          "[index.damaged] (run `blogsearch build`)\n");
  }
  SECTION("overwritten where opening it does not look") {
    const auto size = static_cast<std::streamoff>(fs::file_size(generation / "termlist.glass"));
    std::fstream file(generation / "termlist.glass",
                      std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(size / 2);
    file << std::string(static_cast<std::size_t>(size / 2), 'x');
    file.close();
    const std::string said = place.check();
    CAPTURE(said);
    CHECK(said.find("[index.damaged] (run `blogsearch build --full`)\n") != std::string::npos);
  }
}

TEST_CASE("pipeline: an index that is not of the last build is told", "[pipeline]") {
  const Place place;
  SECTION("another generation with the same posts") {
    index::republish(place.config.search.index, [](Xapian::WritableDatabase&) {});
    CHECK(place.check() ==
          "index: the index is not the one that the last build made [state.differs] "
          "(run `blogsearch build`)\n");
  }
  SECTION("another that has lost a post") {
    index::republish(place.config.search.index,
                     [](Xapian::WritableDatabase& database) { database.delete_document(1); });
    CHECK(place.check() ==
          "index: the index does not hold the posts of the last build: there are 1, and it had 2 "
          "[state.differs] (run `blogsearch build`)\n");
  }
  place.publish();
  CHECK(place.check() == agreement);
}

TEST_CASE("pipeline: without a state there is nothing to hold the outputs against", "[pipeline]") {
  const Place place;
  SECTION("missing") {
    fs::remove(place.config.state / "state");
    CHECK(place.check() ==
          "state/state: no build has left its state here [state.missing] "
          "(run `blogsearch build`)\n");
  }
  SECTION("damaged") {
    fs::resize_file(place.config.state / "state", 100);
    CHECK(place.check() ==
          "state/state: what the last build left here cannot be read [state.missing] "
          "(run `blogsearch build`)\n");
  }
}

TEST_CASE("pipeline: feeds that the last build wrote elsewhere are told", "[pipeline]") {
  Place place;
  place.config.feeds.out = place.dir.path() / "public";
  CHECK(place.check() == "public: the last build wrote its feeds elsewhere, " +
                             (place.dir.path() / "out/atom.xml").string() +
                             " [state.differs] (name the folder that the build was given, or run "
                             "`blogsearch build`)\n");
}

TEST_CASE("pipeline: what a dead build has left is told, and that of a living one is not",
          "[pipeline]") {
  const Place place;
  place.dir.write("out/tags/.atom.xml.1.0.blogsearch", "");
  place.dir.write("index/.build-abcdef/shard", "");
  place.dir.write("index/gen-000002/iamglass", "");
  const std::string left =
      ": a build that died has left this [state.litter] (the next `blogsearch build` removes it)\n";
  const std::string all = "index/.build-abcdef" + left + "index/gen-000002" + left +
                          "out/tags/.atom.xml.1.0.blogsearch" + left;
  const fs::path lock_file = place.config.state / "lock";
  CHECK(place.check() == all);
  {
    const auto lock = io::Lock::take(lock_file, std::to_string(::getpid()) + " now\n");
    REQUIRE((lock && *lock));
    CHECK(place.check() == agreement);
  }
  std::ofstream(lock_file) << "2000000000 then\n";  // no process has this number
  CHECK(place.check() == all);
  place.publish();
  CHECK(place.check() == agreement);
}

TEST_CASE("pipeline: while a build puts its outputs in place nothing is said of them",
          "[pipeline]") {
  const Place place;
  fs::remove(place.dir.path() / "out/atom.xml");
  const auto lock = io::Lock::take(place.config.state / "lock",
                                   std::to_string(::getpid()) + " 2024-05-17T10:00:00Z\n");
  REQUIRE((lock && *lock));
  const std::string builder = std::to_string(::getpid());
  CHECK(place.check(milliseconds(50)) ==
        "state/lock: another build is running: process " + builder +
            ", since 2024-05-17T10:00:00Z [pipeline.locked] (run the command again when it has "
            "ended, or `blogsearch build --wait 60`)\n");
}
