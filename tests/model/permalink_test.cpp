// SPDX-License-Identifier: GPL-2.0-or-later
#include "model/permalink.hpp"

#include "support/catch.hpp"
#include "support/findings.hpp"

using namespace blogsearch;

TEST_CASE("model: a pattern becomes the URL of a post", "[model]") {
  struct Row {
    std::string pattern, path, slug, url;
  };
  const auto row = GENERATE(values<Row>({
      {"/{path}/", "hello.md", "", "https://e.org/blog/hello/"},
      {"/{path}/", "2024/hello.md", "", "https://e.org/blog/2024/hello/"},
      {"/{path}/", "hello/index.md", "", "https://e.org/blog/hello/"},
      {"/{path}/", "index.md", "", "https://e.org/blog/"},
      {"/{path}.html", "2024/hello.md", "", "https://e.org/blog/2024/hello.html"},
      {"/{slug}/", "2024-03-05-hello.md", "", "https://e.org/blog/hello/"},
      {"/{slug}/", "a/hello/index.md", "", "https://e.org/blog/hello/"},
      {"/{slug}/", "x.md", "my-slug", "https://e.org/blog/my-slug/"},
      {"/{year}/{month}/{day}/{slug}/", "x.md", "", "https://e.org/blog/2024/03/05/x/"},
      {"/{lang}/{section}/{title}", "news/x.md", "", "https://e.org/blog/de/news/c%C3%B6-title"},
      {"/{section}/{slug}/", "x.md", "", "https://e.org/blog/x/"},
      {"/{path}/", "a b/ü.md", "", "https://e.org/blog/a%20b/%C3%BC/"},
      {"/{path}/", "v1.2.md", "", "https://e.org/blog/v1.2/"},
      {"/{folder}/{stem}/", "a/2024-03-05-hello.md", "x", "https://e.org/blog/a/hello/"},
      {"/{folder}/{name}/", "a/b/2024-03-05-hello/index.md", "",
       "https://e.org/blog/a/b/2024-03-05-hello/"},
      {"/{folder}/{slug|name}/", "a/2024-03-05-hello.md", "",
       "https://e.org/blog/a/2024-03-05-hello/"},
      {"/{folder}/{slug|name}/", "a/2024-03-05-hello.md", "hi", "https://e.org/blog/a/hi/"},
      {"/{slug|path}/", "a/hello.md", "b/hi", "https://e.org/blog/b/hi/"},
      {"/{slug|title:pelican}.html", "x.md", "", "https://e.org/blog/co-title.html"},
      {"/{slug|title:pelican}.html", "x.md", "A b", "https://e.org/blog/A%20b.html"},
      {"/{path:hugo}/", "My Notes/Hello World_2.0.md", "",
       "https://e.org/blog/my-notes/hello-world_2.0/"},
      {"/{path:zola}/", "My Notes/Hello World_2.0.md", "",
       "https://e.org/blog/my-notes/hello-world-2-0/"},
      {"/{slug|dated_path}", "2021-08-26-hello.md", "", "https://e.org/blog/2021/08/26/hello"},
      {"/{slug|dated_path}", "2021-08-26-hello/index.md", "",
       "https://e.org/blog/2021/08/26/hello"},
      {"/{slug|dated_path}", "tech/2021-08-26-hello.md", "",
       "https://e.org/blog/2021/08/26/tech/hello"},
      {"/{slug|dated_path}", "tech/hello.md", "", "https://e.org/blog/tech/hello"},
      {"/{short_year}/{i_month}/{i_day}/{y_day}/W{week}/{short_day}", "x.md", "",
       "https://e.org/blog/24/3/5/065/W10/Tue"},
      {"/{categories}/{slug}.html", "x.md", "", "https://e.org/blog/web/tools/x.html"},
      {"/{slug}/", "x.md", "../../etc/passwd", "https://e.org/blog/etc/passwd/"},
      {"/{slug}/", "x.md", "..", "https://e.org/blog/x/"},
      {"/{slug}/", "x.md", "%2e%2e/.%2E/y", "https://e.org/blog/y/"},
      {"/{slug}/", "x.md", "/", "https://e.org/blog/x/"},
      {"/p/{slug}/", "x.md", "/y", "https://e.org/blog/p/y/"},
      {"/{path}/", "2024/x.md", "my-slug", "https://e.org/blog/2024/my-slug/"},
      {"/{path}/", "2024/x/index.md", "my-slug", "https://e.org/blog/2024/my-slug/"},
      {"/{path}/", "2024/x.md", "/all/of-it", "https://e.org/blog/all/of-it/"},
      {"/{path}/", "x.md", "../../etc/passwd", "https://e.org/blog/etc/passwd/"},
      {"/{path}/", "../x.md", "", "https://e.org/blog/x/"},
      {"/{path}/", "2024-03-05-hello.md", "", "https://e.org/blog/2024-03-05-hello/"},
      {"/{slug}/", "2024-3-5_hello.md", "", "https://e.org/blog/hello/"},
      {"/{path}/", "2024/hello.fr.md", "", "https://e.org/blog/2024/hello/"},
      {"/{slug}/", "x.md", "a?b#c", "https://e.org/blog/a%3Fb%23c/"},
  }));
  CAPTURE(row.pattern, row.path, row.slug);
  const time::Timestamp published{
      std::chrono::sys_days(std::chrono::year(2024) / 3 / 4) + std::chrono::hours(23),
      std::chrono::hours(2)};  // 5 March where it was written
  CHECK(model::permalink("https://e.org/blog/", row.pattern,
                         {row.path, row.slug, "Cö Title!", "de", published, "web/tools"}) ==
        row.url);
}

TEST_CASE("model: a path from front matter stays inside the site", "[model]") {
  CHECK(model::permalink("https://e.org/", "/2024/hello/") == "https://e.org/2024/hello/");
  CHECK(model::permalink("https://e.org/", "/a//b/../c.html") == "https://e.org/a/b/c.html");
  CHECK(model::permalink("https://e.org/", "/") == "https://e.org/");
}

TEST_CASE("model: a wrong pattern is refused at its place", "[model]") {
  CHECK(model::check_pattern("/{year}/{slug}.html"));
  const auto unknown = model::check_pattern("/{slog}/");
  REQUIRE_FALSE(unknown);
  CHECK(support::line_of(unknown.error()) ==
        "unknown placeholder \"slog\" [model.bad-pattern] (did you mean \"slug\"?)");
  CHECK(unknown.error().span == Span{1, 7});
  CHECK(support::line_of(model::check_pattern("/{permanent}/").error()) ==
        "unknown placeholder \"permanent\" [model.bad-pattern] (known: {slug} {path} {title} "
        "{year} {month} {day} {lang} {section} {folder} {name} {stem} {dated_path} {categories} "
        "{short_year} "
        "{i_month} {i_day} {y_day} {week} {short_day})");
  CHECK(support::line_of(model::check_pattern("/{slug|tilte}/").error()) ==
        "unknown placeholder \"tilte\" [model.bad-pattern] (did you mean \"title\"?)");
  CHECK(support::line_of(model::check_pattern("/{path:hugoo}/").error()) ==
        "unknown style of slugs \"hugoo\" [model.bad-pattern] (did you mean \"hugo\"?)");
  CHECK_FALSE(model::check_pattern("/{}/"));
  CHECK(support::line_of(model::check_pattern("/{slug/").error()) ==
        "a brace without its partner [model.bad-pattern] (write `{slug}`, `{path}` …)");
  CHECK_FALSE(model::check_pattern("/slug}/"));
}
