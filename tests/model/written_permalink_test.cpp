// SPDX-License-Identifier: GPL-2.0-or-later
#include "model/written_permalink.hpp"

#include "support/catch.hpp"
#include "support/findings.hpp"

using namespace blogsearch;

namespace {

Result<std::string> url_of(std::string_view written, std::string_view path, std::string_view slug) {
  const time::Timestamp published{
      std::chrono::sys_days(std::chrono::year(2024) / 3 / 4) + std::chrono::hours(23),
      std::chrono::hours(2)};  // 5 March, 1 o'clock, where it was written
  return model::written_permalink("https://e.org/blog/", written,
                                  {path, slug, "The Title", "de", published, "news/c++ & more"});
}

}  // namespace

TEST_CASE("model: a permalink of any generator becomes a URL of the site", "[model]") {
  struct Row {
    std::string written, url;  // below https://e.org/blog unless it has a scheme
  };
  const auto row = GENERATE(values<Row>({
      {"/2024/hello/", "/2024/hello/"},
      {"/2024/hello.html", "/2024/hello.html"},
      {"/2024/hello", "/2024/hello"},
      {"/", "/"},
      {"2024/hello", "/2024/hello/"},  // Zola's path
      {"2024/hello/", "/2024/hello/"},
      {"hello.html", "/hello.html"},
      {"2014/12/12/1.0-Timeline", "/2014/12/12/1.0-Timeline/"},
      {"release/v1.2", "/release/v1.2/"},
      {"/hello/index.html", "/hello/"},  // Eleventy
      {"index.html", "/"},
      {"https://other.org/e", "https://other.org/e"},
      // out of the site
      {"/../../etc/passwd", "/etc/passwd"},
      {"../../etc/passwd", "/etc/passwd/"},
      {"/%2e%2E/.%2e/etc", "/etc"},
      {"//other.org/x", "/other.org/x"},
      {"javascript:alert(1)", "/javascript:alert(1)/"},
      {"\\\\other.org\\x", "/%5C%5Cother.org%5Cx/"},
      {"/a b/ü?x#y", "/a%20b/%C3%BC%3Fx%23y"},
      // Jekyll's and Hugo's words
      {"/:year/:month/:day/:title/", "/2024/03/05/Hello/"},
      {"/:year/:month/:day/:title:output_ext", "/2024/03/05/Hello.html"},
      {"/:categories/:title.html", "/news/c++%20&%20more/Hello.html"},
      {"/:slugified_categories/:slug/", "/news/c-more/hello/"},
      {"/:short_year/:i_month/:i_day/:y_day/:yearday", "/24/3/5/065/65"},
      {"/:hour:minute:second/", "/010000/"},
      {"/:short_month/:long_month/:monthname/", "/Mar/March/march/"},
      {":year-:month-:day", "/2024-03-05/"},
      {"/:year_:month/", "/2024_03/"},
      {"/:section/:sections/:filename/:contentbasename/:path/",
       "/a/a/b/2024-03-05-Hello/2024-03-05-Hello/a/b/2024-03-05-Hello/"},
      {"/talk/re:invent/12:30/", "/talk/re:invent/12:30/"},
      {"/a:/b", "/a:/b"},
      {"/{year}/{slug}/", "/2024/Hello/"},
      {"/{year}/:title/", "/2024/Hello/"},
  }));
  CAPTURE(row.written);
  const auto url = url_of(row.written, "a/b/2024-03-05-Hello.md", "");
  REQUIRE(url);
  CHECK(*url == (row.url[0] == '/' ? "https://e.org/blog" + row.url : row.url));
}

TEST_CASE("model: a slug of front matter fills in titles too", "[model]") {
  CHECK(*url_of("/:title/:slug/", "a.md", "My-Own") == "https://e.org/blog/My-Own/my-own/");
  CHECK(*url_of("/:title/", "a.md", "../..") == "https://e.org/blog/a/");
}

TEST_CASE("model: a permalink that nobody can fill in says what it stumbles over", "[model]") {
  const std::string hint =
      " [model.unused-permalink] (write the path itself, such as /2024/hello/)";
  CHECK(support::line_of(url_of("/:year/:tittle/", "a.md", "").error()) ==
        "unknown placeholder \":tittle\" in the permalink" + hint);
  CHECK(url_of("/:year/:tittle/", "a.md", "").error().span == Span{7, 14});
  CHECK(support::line_of(url_of("/{yeer}/", "a.md", "").error()) ==
        "unknown placeholder \"yeer\" in the permalink" + hint);
  CHECK(support::line_of(url_of("/{{ page.fileSlug }}/", "a.md", "").error()) ==
        "the permalink is a template that only its generator can fill in" + hint);
}

TEST_CASE("model: a flag is no permalink", "[model]") {
  for (const char* written : {"", " ", "false", "False", "true"})
    CHECK_FALSE(model::is_permalink(written));
  CHECK(model::is_permalink("/false/"));
}
