// SPDX-License-Identifier: GPL-2.0-or-later
//
// The checker of feeds, against one that says all that it may, spoilt in one place at a time.
#include <string>
#include <vector>

#include "feed/sample.hpp"
#include "support/catch.hpp"
#include "support/feed_checker.hpp"

using namespace blogsearch;
using namespace blogsearch::feed;

namespace {

using Lines = std::vector<std::string>;

/// The first `what` of a good feed is replaced by `with`.
struct Spoilt {
  std::string what, with;
  Lines complaints;
};

std::string spoil(model::Format format, const Spoilt& spoilt) {
  sample::Entry entry = sample::with_everything();
  entry.post.tags = {"t"};
  std::string document = sample::write(format, sample::full_channel(), {entry});
  const std::size_t at = document.find(spoilt.what);
  REQUIRE(at != std::string::npos);
  return document.replace(at, spoilt.what.size(), spoilt.with);
}

}  // namespace

TEST_CASE("feed: the checker knows the rules of Atom's optional elements", "[feed]") {
  const auto row = GENERATE(values<Spoilt>({
      {"scheme=\"https://example.org/tags/\"",
       "scheme=\"tags\"",
       {"entry 1: the scheme of a category is not absolute"}},
      {"label=\"t\"", "label=\" \"", {"entry 1: the label of a category is empty"}},
      {"<icon>https://example.org", "<icon>", {"feed: atom:icon is not absolute"}},
      {"<rights>", "<rights type=\"mark\">", {"feed: atom:rights has the type 'mark'"}},
      {"href=\"https://hub2.example/\"",
       "href=\"https://hub.example/?a=1&amp;b=2\"",
       {"feed: has a link twice: hub"}},
      {"href=\"https://hub2.example/\"",
       "href=\"//hub\"",
       {"feed: the href of a link is not absolute"}},
      {"length=\"12345\"",
       "length=\"12 kB\"",
       {"entry 1: the length of a link is no number of bytes"}},
      {"rel=\"enclosure\" type=\"audio/mpeg\"",
       "rel=\"enclosure\"",
       {"entry 1: an enclosure has no media type"}},
      {"<media:content url=\"https://example.org",
       "<media:content url=\"",
       {"entry 1: the url of media:content is not absolute"}},
      {"medium=\"image\"",
       "medium=\"audio\"",
       {"entry 1: media:content is 'audio' and has the type 'image/jpeg'"}},
      {"medium=\"image\" type=\"image/jpeg\"",
       "medium=\"picture\"",
       {"entry 1: media:content has the medium 'picture'"}},
      {"</media:content>",
       "<media:description/></media:content>",
       {"entry 1: media:content has more than one description"}},
  }));
  CAPTURE(row.with);
  CHECK(support::check_atom(spoil(model::Format::atom, row)) == row.complaints);
}

TEST_CASE("feed: the checker knows the rules of RSS's optional elements", "[feed]") {
  const auto row = GENERATE(values<Spoilt>({
      {"domain=\"https://example.org/tags/\"",
       "domain=\"tags\"",
       {"item 1: the domain of a category is no absolute URL"}},
      {"<url>https://example.org", "<url>", {"channel: the url of its image is no absolute URL"}},
      {"Shed&#x3E;</title>\n      <link>",
       "</title>\n      <link>",
       {"channel: its image has another title"}},
      {"</link>\n    </image>", "x</link>\n    </image>", {"channel: its image has another link"}},
      {"<copyright>© A &#x26;",
       "<copyright>© A &amp;",
       {"channel: copyright has &amp; in place of hexadecimal references"}},
      {"<enclosure ", "<enclosure/><enclosure ", {"item 1: has more than one enclosure"}},
      {"atom:link rel=\"enclosure\" type=\"application/pdf\"",
       "atom:link rel=\"enclosure\" type=\"pdf\"",
       {"item 1: an enclosure has no media type"}},
      {"<media:content url=\"https://example.org",
       "<media:content url=\"",
       {"item 1: the url of media:content is not absolute"}},
  }));
  CAPTURE(row.with);
  Lines complaints = support::check_rss(spoil(model::Format::rss, row));
  if (row.with.rfind("<enclosure/>", 0) == 0) complaints.resize(1);  // and what an empty one lacks
  CHECK(complaints == row.complaints);
}

TEST_CASE("feed: the checker knows the rules of JSON Feed's optional members", "[feed]") {
  const auto row = GENERATE(values<Spoilt>({
      {"\"https://hub2.example/\"", "\"hub\"", {"feed, hub: url is no absolute URL"}},
      {"\"type\": \"WebSub\"", "\"_t\": 1", {"feed, hub: has no type"}},
      {"\"favicon\": \"https:", "\"favicon\": \"", {"feed: favicon is no absolute URL"}},
      {"\"external_url\": \"https:",
       "\"external_url\": \"",
       {"item 1: external_url is no absolute URL"}},
      {"\"image\": \"https:", "\"image\": \"", {"item 1: image is no absolute URL"}},
      {"12345", "\"12345\"", {"item 1, attachment: size_in_bytes is no number"}},
      {"\"mime_type\"", "\"_type\"", {"item 1, attachment: has no mime_type"}},
  }));
  CAPTURE(row.with);
  CHECK(support::check_json(spoil(model::Format::json, row)) == row.complaints);
}
