// SPDX-License-Identifier: GPL-2.0-or-later
//
// What holds for every format.
#include "blogsearch/feed/writer.hpp"

#include <algorithm>
#include <string>

#include "feed/sample.hpp"
#include "model/feed_path.hpp"
#include "support/catch.hpp"
#include "support/feed_checker.hpp"
#include "text/utf8.hpp"

using namespace blogsearch;
using namespace blogsearch::feed;
using model::Format;

namespace {

std::vector<std::string> check(Format format, std::string_view bytes) {
  switch (format) {
    case Format::atom:
      return support::check_atom(bytes);
    case Format::rss:
      return support::check_rss(bytes);
    default:
      return support::check_json(bytes);
  }
}

/// `updated` as the pipeline sets it.
Channel channel_of(const std::vector<sample::Entry>& entries) {
  Channel channel = sample::channel();
  for (const sample::Entry& entry : entries)
    channel.updated = std::max(channel.updated, entry.post.updated);
  return channel;
}

}  // namespace

TEST_CASE("feed: nasty posts break no rule of a format", "[feed]") {
  const Format format = GENERATE(Format::atom, Format::rss, Format::json);
  CAPTURE(model::file_name(format));
  const std::vector<sample::Entry> entries = sample::nasty();
  const std::string bytes = sample::write(format, channel_of(entries), entries);
  CHECK(check(format, bytes) == std::vector<std::string>{});
  CHECK_FALSE(text::find_flaw(bytes));
  CHECK(check(format, sample::write(format, sample::channel(), {})) == std::vector<std::string>{});
}

TEST_CASE("feed: what is optional of a feed breaks no rule of a format", "[feed]") {
  const Format format = GENERATE(Format::atom, Format::rss, Format::json);
  CAPTURE(file_name(format));
  const Channel channel = sample::full_channel();
  CHECK(check(format, sample::write(format, channel, {sample::with_everything()})) ==
        std::vector<std::string>{});
}

TEST_CASE("feed: the stylesheet fetches nothing and can stand in a page of any site", "[feed]") {
  const std::string sheet(stylesheet());
  CHECK(sheet.find("url(") == sheet.npos);
  CHECK(sheet.find("@import") == sheet.npos);
  CHECK(sheet.find("atom|entry") != sheet.npos);
  CHECK(sheet.find("item > title") != sheet.npos);
  CHECK(std::count(sheet.begin(), sheet.end(), '{') == std::count(sheet.begin(), sheet.end(), '}'));
}

TEST_CASE("feed: the same posts are written as the same bytes", "[feed]") {
  const Format format = GENERATE(Format::atom, Format::rss, Format::json);
  const std::vector<sample::Entry> entries = sample::nasty();
  const std::string once = sample::write(format, sample::channel(), entries);
  CHECK(once == sample::write(format, sample::channel(), entries));
}

TEST_CASE("feed: an entry names its language where it differs from the site's", "[feed]") {
  const Format format = GENERATE(Format::atom, Format::rss, Format::json);
  const sample::Entry made = sample::plain();
  REQUIRE(made.post.lang == "en");
  const auto named = [&](std::string_view site) {
    return entry(format, made.post, {made.html, made.summary}, {"https://example.org/", site});
  };
  CHECK(named("en").find("\"en\"") == std::string::npos);
  CHECK(named("en").find(">en<") == std::string::npos);
  CHECK(named("de") != named("en"));
}
