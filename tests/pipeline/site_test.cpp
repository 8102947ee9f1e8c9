// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/site.hpp"

#include "state/fields.hpp"
#include "support/catch.hpp"
#include "time/read.hpp"

using namespace blogsearch;

namespace {

/// With something in each of its members.
model::Post a_post() {
  model::Post post;
  post.id = "urn:a";
  post.url = "https://e.org/a/";
  post.path = "posts/a.md";
  post.source = "/srv/site/posts/a.md";
  post.title = "A";
  post.summary = "Of a";
  post.excerpt_separator = "<!--more-->";
  post.published = time::read("2024-05-17T10:00:00+02:00", time::Zone::utc())->timestamp;
  post.updated = time::read("2024-05-18", time::Zone::utc())->timestamp;
  post.authors = {{"Ida", "ida@e.org", "https://e.org/ida"}};
  post.tags = {"rust", "c++"};
  post.categories = {"notes"};
  post.series = {"letters"};
  post.aliases = {"https://e.org/b/"};
  post.canonical = "https://e.net/a/";
  post.external = "https://e.com/";
  post.via = {{"https://e.com/via", "v"}};
  post.related = {{"https://e.com/rel", "r"}};
  post.rights = "all";
  post.license = "https://e.org/license";
  post.image = {"https://e.org/a.png", "an a"};
  post.enclosures = {{"https://e.org/a.mp3", "audio/mpeg", 12, "a", 3}};
  post.lang = "de";
  post.section = "posts";
  post.translation = "a";
  post.in_feeds = false;
  post.body = {30, 40};
  post.body_digest = 7;
  post.digest = 8;
  return post;
}

pipeline::Posts posts_in(const char* folder, const std::vector<model::Post>& given) {
  pipeline::Posts posts{io::Ground(folder)};
  for (const model::Post& post : given) posts.add(post);
  return posts;
}

std::string bytes_of(const model::Post& post) {
  state::Packer packer;
  packer(post);
  return packer.take();
}

}  // namespace

TEST_CASE("pipeline: a post of a site is the one that was given", "[pipeline]") {
  const pipeline::Posts posts = posts_in("/srv/site", {a_post(), model::Post()});
  REQUIRE(posts.size() == 2);
  const model::Post post = posts[0];
  CHECK(post.source == "/srv/site/posts/a.md");
  CHECK((bytes_of(post) == bytes_of(a_post())));
  CHECK((bytes_of(posts[1]) == bytes_of(model::Post())));
  CHECK(posts.head(0).updated == a_post().updated);
  CHECK_FALSE(posts.head(0).in_feeds);
  CHECK(posts.head(1).in_feeds);
  CHECK(std::vector<std::string>{(*posts.begin()).id} == std::vector<std::string>{"urn:a"});
}

TEST_CASE("pipeline: the digest of a post is of all but the place of the site", "[pipeline]") {
  const pipeline::Posts here = posts_in("/srv/site", {a_post()});
  model::Post moved = a_post();
  moved.source = "/home/ida/site/posts/a.md";
  CHECK(here.digest(0) == posts_in("/home/ida/site", {moved}).digest(0));
  model::Post other = a_post();
  other.title += '!';
  CHECK(here.digest(0) != posts_in("/srv/site", {other}).digest(0));
}

TEST_CASE("pipeline: posts are put in order with all that is known of them", "[pipeline]") {
  pipeline::Posts posts = posts_in("/srv/site", {model::Post(), model::Post(), a_post()});
  model::Post second;
  second.path = "posts/b.md";
  second.source = "/srv/site/posts/b.md";
  second.in_search = false;
  posts.put(1, second);
  const pipeline::Posts ordered = std::move(posts).in_order({2, 1});
  REQUIRE(ordered.size() == 2);
  CHECK((bytes_of(ordered[0]) == bytes_of(a_post())));
  CHECK((bytes_of(ordered[1]) == bytes_of(second)));
  CHECK(ordered[1].source == second.source);
  CHECK_FALSE(ordered.head(0).in_feeds);
  CHECK_FALSE(ordered.head(1).in_search);
}
