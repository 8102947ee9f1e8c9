// SPDX-License-Identifier: GPL-2.0-or-later
#include "state/state.hpp"

#include "state/archive.hpp"
#include "support/catch.hpp"
#include "time/read.hpp"

using namespace blogsearch;

namespace {

const io::Ground ground("/");

time::Timestamp at(const char* text) { return time::read(text, time::Zone::utc())->timestamp; }

/// With something in each of its members.
state::Glance a_glance() {
  state::Glance glance;
  glance.asked = 7;
  glance.here = "/posts";
  glance.looked = -1;
  glance.period = {at("2024-01-01"), std::nullopt};
  glance.looked_at = {{"/pictures/a.png", std::nullopt}};
  glance.outputs = {{"/out/atom.xml", io::Stamp{6, 7, 8, 9}, 10, 11}};
  glance.indexed = {2, 13};
  Diagnostic finding;
  finding.code = Code::time_skipped;
  finding.message = "the clocks skip 02:30";
  finding.file = "a.md";
  finding.location = Location{3, 4, "date: 2024-03-31 02:30", {6, 7}};
  glance.findings.add(finding);
  glance.report = std::string("a\0b", 3);
  glance.has_news = true;
  return glance;
}

std::vector<state::Source> some_sources() {
  return {{"/posts/a.md", "a.md", io::Stamp{1, 2, 3, -4}, 5}, {"/posts/b.md", "b.md", {}, 0}};
}

std::vector<state::Loaded> some_loaded() {
  state::Loaded loaded;
  loaded.post.emplace();
  loaded.post->title = "A post";
  loaded.post->published = at("2024-05-17T10:00:00+02:00");
  loaded.post->authors = {{"Ida", "ida@example.org", ""}};
  loaded.post->enclosures = {{"https://e.org/a.mp3", "audio/mpeg", 12, "", 0}};
  loaded.post->body = {30, 40};
  state::Loaded held_back;
  held_back.held_back = "draft";
  held_back.due = at("2025-01-01");
  return {loaded, held_back};
}

state::Rendered a_rendered() {
  state::Rendered rendered;
  rendered.made_of = 11;
  rendered.entries = {{0x102, 300, 12, state::Place{3, 4000}}, {0x103, 200, 13, std::nullopt}};
  rendered.unknown_shortcodes = {"gallery"};
  rendered.looked_at = {{"/out/a/index.html", io::Stamp{1, 1, 1, 1}}};
  return rendered;
}

state::List list_of(const std::vector<std::string>& packed) {
  return {packed.size(), [packed](const io::Sink& sink) {
            for (const std::string& each : packed) sink(each);
            return Result<void>();
          }};
}

std::string bytes_of(const io::Content& content) {
  std::string bytes;
  REQUIRE(content([&bytes](std::string_view piece) { bytes += piece; }));
  return bytes;
}

std::string a_state() {
  std::vector<std::string> sources;
  for (std::size_t i = 0; i < some_sources().size(); ++i)
    sources.push_back(
        state::pack(some_sources()[i], state::pack(some_loaded()[i], ground), ground));
  return bytes_of(state::encode(list_of(sources), a_glance(),
                                list_of({state::pack("posts/a.md", a_rendered(), ground)}),
                                ground));
}

/// What was read, written again.
std::string again(const state::State& state) {
  std::vector<std::string> sources, rendered;
  for (std::size_t i = 0; i < state.sources().size(); ++i)
    sources.push_back(state::pack(state.sources()[i], state.loaded(i), ground));
  for (const auto& [path, each] : state.rendered())
    rendered.push_back(state::pack(path, each, ground));
  return bytes_of(state::encode(list_of(sources), state.glance(), list_of(rendered), ground));
}

}  // namespace

TEST_CASE("state: what was written is read", "[state]") {
  const std::string bytes = a_state();
  const Result<state::State> state = state::State::decode(bytes, ground);
  REQUIRE(state);
  CHECK(state->sources() == some_sources());
  CHECK(state->glance().looked_at == a_glance().looked_at);
  CHECK(state->glance().indexed == a_glance().indexed);
  REQUIRE(state->glance().findings.size() == 1);
  CHECK(*state->glance().findings.begin() == *a_glance().findings.begin());
  CHECK(again(*state) == bytes);
  const auto loaded = state::unpack_loaded(state->loaded(0), ground);
  REQUIRE(loaded);
  CHECK(loaded->post->title == "A post");
  CHECK(loaded->post->published.offset == std::chrono::hours(2));
  CHECK(loaded->post->authors == std::vector<model::Person>{{"Ida", "ida@example.org", ""}});
}

TEST_CASE("state: bytes that are cut short or altered are no state", "[state]") {
  const std::string bytes = a_state();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    INFO(size);
    REQUIRE_FALSE(state::State::decode(bytes.substr(0, size), ground));
    std::string altered = bytes;
    altered[size] = static_cast<char>(altered[size] ^ 1);
    REQUIRE_FALSE(state::State::decode(altered, ground));
  }
  CHECK_FALSE(state::State::decode(bytes + ' ', ground));
  CHECK(state::State::decode("", ground).error().message ==
        "what the last build left here cannot be read; everything is built anew");
}

TEST_CASE("state: an enumerator that there is not is no value", "[state]") {
  Diagnostic finding;
  finding.code = Code::count_;
  state::Loaded loaded;
  loaded.findings.add(finding);
  CHECK_FALSE(state::unpack_loaded(state::pack(loaded, ground), ground));
}

TEST_CASE("state: a period ends before its end", "[state]") {
  state::Period period{at("2024-01-01"), at("2025-01-01")};
  CHECK_FALSE(period.has(at("2023-12-31T23:59:59Z")));
  CHECK(period.has(at("2024-01-01")));
  CHECK_FALSE(period.has(at("2025-01-01")));
  period.narrow({std::nullopt, at("2026-01-01")});
  CHECK(period.until == at("2025-01-01"));
  period.narrow({at("2024-06-01"), at("2024-07-01")});
  CHECK(period.since == at("2024-06-01"));
  CHECK(period.until == at("2024-07-01"));
  CHECK(state::Period{}.has(at("1970-01-01")));
}

TEST_CASE("state: paths are written down from the folder of the site, wherever that is",
          "[state]") {
  const io::Ground there("/srv/site");
  state::Glance glance;
  glance.outputs = {{"/srv/site/dist/atom.xml", {}, 1, 2}};
  state::Loaded loaded;
  loaded.post.emplace();
  loaded.post->path = "posts/a.md";
  loaded.post->source = "/srv/site/posts/a.md";
  const state::Source source{"/srv/site/posts/a.md", "a.md", {}, 1};
  const std::string bytes =
      bytes_of(state::encode(list_of({state::pack(source, state::pack(loaded, there), there)}),
                             glance, list_of({}), there));
  CHECK(bytes.find("srv") == std::string::npos);

  const io::Ground here("/home/ida/site");
  const Result<state::State> state = state::State::decode(bytes, here);
  REQUIRE(state);
  CHECK(state->sources().at(0).file == "/home/ida/site/posts/a.md");
  CHECK(state->glance().outputs.at(0).file == "/home/ida/site/dist/atom.xml");
  const auto known = state::unpack_loaded(state->loaded(0), here);
  REQUIRE(known);
  CHECK(known->post->source == "/home/ida/site/posts/a.md");
}
