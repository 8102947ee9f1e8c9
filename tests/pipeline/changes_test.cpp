// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/changes.hpp"

#include <string>

#include "support/catch.hpp"
#include "time/read.hpp"

using namespace blogsearch;
using feed::OldEntry;

namespace {

OldEntry entry(const std::string& id, const std::string& path, const char* date,
               const std::string& title = "") {
  return {id, "https://e.org/" + path, title, time::read(date, time::Zone::utc())->timestamp};
}

std::string ids_of(const std::vector<OldEntry>& entries) {
  std::string out;
  for (const OldEntry& one : entries) out += one.id + " ";
  return out;
}

/// `+` new, `-` vanished, `=` the number of those kept.
std::string compared(const std::vector<OldEntry>& before, const std::vector<OldEntry>& after) {
  const pipeline::FeedChanges changes = pipeline::compare(before, after);
  std::string out = "+ " + ids_of(changes.fresh) + "- " + ids_of(changes.vanished) + "= " +
                    std::to_string(changes.kept);
  for (const pipeline::IdChange& change : changes.id_changes)
    out += " | " + change.before.id + " is " + change.after.id;
  return out;
}

const OldEntry a = entry("a", "a/", "2024-01-01", "One");
const OldEntry b = entry("b", "b/", "2024-02-01", "Two");
const OldEntry c = entry("c", "c/", "2024-03-01", "Three");
const OldEntry d = entry("d", "d/", "2024-04-01", "Four");

}  // namespace

TEST_CASE("pipeline: two versions of a feed differ by the ids of their entries", "[pipeline]") {
  CHECK(compared({b, a}, {b, a}) == "+ - = 2");
  CHECK(compared({b, a}, {c, b, a}) == "+ c - = 2");
  CHECK(compared({c, b, a}, {c, a}) == "+ - b = 2");
  CHECK(compared({}, {a}) == "+ a - = 0");
  CHECK(compared({a}, {}) == "+ - a = 0");
}

TEST_CASE("pipeline: what newer posts push out of a feed has not vanished", "[pipeline]") {
  CHECK(compared({c, b, a}, {d, c, b}) == "+ d - = 2");
  CHECK(compared({c, b, a}, {d, c, a}) == "+ d - b = 2");
  CHECK(compared({c, b, a}, {c, b}) == "+ - a = 2");
}

TEST_CASE("pipeline: a post under another id is told by its URL, or by its title and day",
          "[pipeline]") {
  CHECK(compared({b, a}, {b, entry("a2", "a.html", "2024-05-05")}) == "+ - = 1 | a is a2");
  CHECK(compared({b, a}, {b, entry("a2", "moved/", "2024-01-01", "one!")}) == "+ - = 1 | a is a2");
  CHECK(compared({b, a}, {b, entry("a2", "moved/", "2023-12-09", "One")}) == "+ a2 - a = 1");
  OldEntry moved = entry("x", "", "2024-05-05");
  moved.url = "https://new.example/a/";
  CHECK(compared({a}, {moved}) == "+ - = 0 | a is x");
}

TEST_CASE("pipeline: a feed that loses half of its entries is shrinking", "[pipeline]") {
  const auto shrinks = [](std::vector<OldEntry> before, std::vector<OldEntry> after) {
    return pipeline::compare(before, after).is_shrinking();
  };
  CHECK(shrinks({d, c, b, a}, {d, c}));
  CHECK(shrinks({a}, {}));
  CHECK_FALSE(shrinks({d, c, b}, {d, c}));
  CHECK_FALSE(shrinks({}, {}));
}
