// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/small_site.hpp"
#include "support/catch.hpp"

using namespace blogsearch;

namespace {

struct Site {
  support::TempDir dir;
  model::SiteConfig config = support::config_for(dir);

  void post(const std::string& name, const std::string& header) const {
    dir.write("posts/" + name, "---\ntitle: t\ndate: 2024-03-05\n" + header + "\n---\ntext\n");
  }
  std::string build() const { return support::build(config, "2024-06-01").findings; }
  bool has(const std::string& url) const {
    return support::slurp(config.feeds.out / "feed.json").find("\"url\": \"" + url + "\"") !=
           std::string::npos;
  }
};

}  // namespace

TEST_CASE("pipeline: a post's URL is written, or made of slug, path and language", "[pipeline]") {
  Site site;
  site.post("a.md", "permalink: /:year/:title/");
  site.post("b.md", "url: kept/b.html");
  site.post("2024/c.md", "slug: renamed");
  site.post("d.de.md", "");
  site.post("f.md", "permalink: /:categories/:title.html\ncategories: [One, two]");
  site.post("h.md", "path: 2014/12/12/1.0-timeline");
  site.post("g.md", "slug: ../../../etc/passwd");
  CHECK(site.build() == "");
  for (const char* url :
       {"https://e.org/2024/a/", "https://e.org/kept/b.html", "https://e.org/2024/renamed/",
        "https://e.org/d/", "https://e.org/one/two/f.html",
        "https://e.org/2014/12/12/1.0-timeline/", "https://e.org/etc/passwd/"}) {
    CAPTURE(url);
    CHECK(site.has(url));
  }
  CHECK(support::slurp(site.config.feeds.out / "atom.xml").find("xml:lang=\"de\"") !=
        std::string::npos);
}

TEST_CASE("pipeline: what is used instead of an unknown permalink is said", "[pipeline]") {
  Site site;
  site.post("a.md", "permalink: /:yeer/x/");
  site.post("b.md", "permalink: \"/{{ page.fileSlug }}/\"");
  const std::string hint =
      " [model.unused-permalink] (write the path itself, such as /2024/hello/)\n";
  CHECK(site.build() ==
        "4:13 unknown placeholder \":yeer\" in the permalink: https://e.org/a/ is used instead" +
            hint +
            "4:13 the permalink is a template that only its generator can fill in: "
            "https://e.org/b/ is used instead" +
            hint);
  CHECK(site.has("https://e.org/a/"));
  CHECK(site.has("https://e.org/b/"));
}

TEST_CASE("pipeline: two posts with one URL or id are told, and how to part them", "[pipeline]") {
  Site site;
  site.post("a.md", "id: urn:x:1");
  site.post("b.md", "slug: a");
  site.post("c.md", "id: urn:x:1");
  site.post("d.md", "");
  site.post("d.fr.md", "");
  const std::string folder = (site.dir.path() / "posts").string();
  CHECK(site.build() ==
        "this post has the same URL as " + folder +
            "/a.md: https://e.org/a/ "
            "[model.duplicate-url] (give one of the two its own `slug:`, or change posts.url)\n"
            "this post has the same URL as " +
            folder +
            "/d.fr.md: https://e.org/d/ "
            "[model.duplicate-url] (put the language into posts.url, such as /{lang}/{path}/, or "
            "give "
            "one of the two its own `slug:`)\n"
            "this post has the same id as " +
            folder +
            "/a.md: urn:x:1 [model.duplicate-id] (give one "
            "of the two its own `id:`)\n");
  site.config.posts.url = "/{lang}/{path}/";
  CHECK(site.build().find("the language") == std::string::npos);
  CHECK(site.has("https://e.org/fr/d/"));
  CHECK(site.has("https://e.org/en/d/"));
}
