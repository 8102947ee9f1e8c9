// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/built_page.hpp"

#include <algorithm>

#include "pipeline/small_site.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using pipeline::BuiltSite;

namespace {

using Places = std::vector<std::string>;

/// Posts in `posts`, pages in `out`.
class Workshop {
 public:
  Workshop() {
    config.feeds.content = model::Content::built;
    config.feeds.built.root = dir.path() / "out";
    config.feeds.built.url = "https://e.org/";
  }

  void post(const std::string& name, const std::string& body = "From *Markdown*.") const {
    dir.write("posts/" + name + ".md", "---\ntitle: " + name + "\ndate: 2020-05-05\n---\n" + body);
  }

  std::string feed() {
    findings = support::build(config, "2030-01-01").findings;
    for (std::string at; (at = dir.path().string() + "/", findings.find(at)) != std::string::npos;)
      findings.erase(findings.find(at), at.size());
    return support::slurp(dir.path() / "out/feed.json");
  }

  support::TempDir dir;
  model::SiteConfig config = support::config_for(dir);
  std::string findings;
};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("pipeline: a page is looked for where servers find it, never outside its folder",
          "[pipeline]") {
  const BuiltSite site("nowhere", "https://e.org/blog/");
  CHECK(site.places("https://e.org/blog/hello/") == Places{"hello/index.html", "hello.html",
                                                           "hello", "blog/hello/index.html",
                                                           "blog/hello.html", "blog/hello"});
  CHECK(site.places("https://e.org/other.html") ==
        Places{"other.html/index.html", "other.html.html", "other.html"});
  CHECK(site.places("https://e.org/caf%C3%A9%20%zz") ==
        Places{"café %zz/index.html", "café %zz.html", "café %zz"});
  CHECK(site.places("https://e.org/blog/") ==
        Places{"index.html", "blog/index.html", "blog.html", "blog"});
  CHECK(site.places("https://e.org") == Places{"index.html"});
  for (const char* url :
       {"https://e.org/a/../../b", "https://e.org/%2e%2e/b", "https://e.org/a%2F..%2F..%2Fb",
        "https://e.org/%2Fetc/passwd", "https://e.org/a%00"}) {
    CAPTURE(url);
    CHECK(site.places(url) == Places{});
  }
}

TEST_CASE("pipeline: of several files the page is the first that is one", "[pipeline]") {
  const support::TempDir dir;
  const auto real = std::filesystem::canonical(dir.path());
  dir.write("secret/index.html", "x");
  dir.write("out/a/index.html", "x");
  dir.write("out/a.html", "x");
  dir.write("out/b.html", "x");
  dir.write("out/c/other.txt", "x");
  std::filesystem::create_directory_symlink(dir.path() / "secret", dir.path() / "out/linked");
  std::filesystem::create_directory_symlink("a", dir.path() / "out/alias");
  const BuiltSite site(dir.path() / "out", "https://e.org/");
  CHECK(site.find("https://e.org/a/") == real / "out/a/index.html");
  CHECK(site.find("https://e.org/b/") == real / "out/b.html");
  CHECK(site.find("https://e.org/b.html") == real / "out/b.html");
  CHECK(site.find("https://e.org/alias/") == real / "out/a/index.html");
  CHECK_FALSE(site.find("https://e.org/c/"));
  CHECK_FALSE(site.find("https://e.org/linked/"));
  CHECK_FALSE(site.find("https://e.org/"));
  CHECK_FALSE(BuiltSite(dir.path() / "none", "https://e.org/").find("https://e.org/a/"));
}

TEST_CASE("pipeline: a feed carries the article of the page that was built", "[pipeline]") {
  Workshop shop;
  shop.post("hello", "First words.\n\n<Chart of='rain' />");
  shop.dir.write("out/hello/index.html",
                 "<nav>Home</nav><article><h1>hello</h1><p>First words.</p><figure><img "
                 "src=rain.png></figure><p hidden>Join</p></article><article>Related</article>");
  const std::string feed = shop.feed();
  CHECK(shop.findings == "");
  CHECK(has(feed, R"("content_html": "<p>First words.</p><figure><img src=\"https://e.org/)"
                  R"(hello/rain.png\"></figure>")"));
  CHECK(has(feed, R"("summary": "First words.")"));
}

TEST_CASE("pipeline: where no page or no article is, the Markdown stands in, with a warning",
          "[pipeline]") {
  Workshop shop;
  for (const char* name : {"absent", "empty", "wild"}) shop.post(name);
  shop.dir.write("out/empty.html", "<main><div id=app></div></main>");
  std::string wild = "<main>";
  for (int i = 0; i < 1000; ++i) wild += "<div>";
  shop.dir.write("out/wild/index.html", wild);
  const std::string feed = shop.feed();
  CHECK(shop.findings ==
        "no built page of this post; feeds carry its Markdown "
        "[pipeline.page-missing] (build the site first, or set feeds.built.root; looked for "
        "out/absent/index.html, out/absent.html and out/absent)\n"
        "the built page out/empty.html has no article; feeds carry its Markdown "
        "[pipeline.article-missing] (let feeds.built.select say where it is, as CSS does; now it "
        "is `.e-content, article, main`)\n"
        "the built page out/wild/index.html has too many HTML elements open at "
        "once; feeds carry its Markdown [pipeline.article-missing] (close the elements that are "
        "left open, or raise limits.nesting)\n");
  std::size_t entries = 0;
  for (std::size_t at = 0; (at = feed.find("<em>Markdown</em>", at)) != std::string::npos; ++at)
    ++entries;
  CHECK(entries == 3);
}

TEST_CASE("pipeline: many posts without a page are told in one warning", "[pipeline]") {
  Workshop shop;
  shop.config.feeds.built.root = shop.dir.path() / "typo";
  for (int i = 10; i < 30; ++i) shop.post("p" + std::to_string(i));
  shop.config.feeds.choice.archives = model::Archives::none;
  shop.config.feeds.limit = 10;
  shop.feed();
  CHECK(std::count(shop.findings.begin(), shop.findings.end(), '\n') == 10);
  shop.config.feeds.limit = 0;
  shop.feed();
  CHECK(shop.findings ==
        "no built page of this post; feeds carry its Markdown; so it is with 19 "
        "posts more [pipeline.page-missing] (build the site first, or set feeds.built.root; "
        "looked for typo/p10/index.html, typo/p10.html and typo/p10)\n");
}
