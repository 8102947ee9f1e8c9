// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/article.hpp"

#include "support/catch.hpp"
#include "support/findings.hpp"

using namespace blogsearch;

namespace {

constexpr std::string_view page = R"(<!doctype html>
<html><head><title>A post</title></head>
<body class="home dark">
<header><nav><a href="/">Home</a></nav></header>
<main id="content"><div class="wrap">
<article class="h-entry post" lang="en" data-kind="note-long"><h1>A post</h1>
<div class="e-content"><p>Text <img src="a.png"></p><script>x()</script></div>
</article></div></main>
<footer><article class="aside">other</article></footer>
</body></html>)";

constexpr markup::Base base{"https://example.org/post/"};

std::string article(std::string_view selector) {
  const auto read = markup::Selector::read(selector);
  REQUIRE(read);
  return markup::article(page, *read, base).value_or("(none)");
}

}  // namespace

TEST_CASE("markup: the article of a built page is what a selector says", "[markup]") {
  const std::string content = R"(<p>Text <img src="https://example.org/post/a.png"></p>)";
  for (const char* selector :
       {".e-content", "div.e-content", "#content .e-content", "article > .e-content",
        "main article.post > div", "body.dark .h-entry.post .e-content", "[class=e-content]",
        "[class ~= e-content]", "[class^=\"e-\"]", "[class$='-content']", "[class*=cont]",
        "nothing, .e-content", "article[lang|=en] .e-content", "MAIN .e-content",
        "[data-kind|=note] > .e-content", "* > * > article > *.e-content"}) {
    CAPTURE(selector);
    CHECK(article(selector) == content);
  }
  for (const char* selector :
       {"section", ".e-contents", "#CONTENT", "main > article", "html > main", "[class=e]",
        "[lang=e]", "[nothing]", "[class^='']", "p > main"}) {
    CAPTURE(selector);
    CHECK(article(selector) == "(none)");
  }
  CHECK(article("article").find("<h1>A post</h1>") == 0);
  CHECK(article("footer article") == "other");
}

TEST_CASE("markup: what is no selector is refused at its place", "[markup]") {
  struct Row {
    const char *given, *expected;
  };
  const auto row = GENERATE(values<Row>({
      {"", "the selector ends too early"},
      {"article,", "the selector ends too early"},
      {"article >", "the selector ends too early"},
      {".", "the selector ends too early"},
      {"a:hover", "a selector has no place for :"},
      {"a + b", "a selector has no place for +"},
      {"[a", "the selector ends too early"},
      {"[a!=b]", "a selector has no place for !"},
      {"[a='b]", "a selector has no place for '"},
      {"div..x", "a selector has no place for ."},
  }));
  CAPTURE(row.given);
  const auto read = markup::Selector::read(row.given);
  REQUIRE_FALSE(read);
  CHECK(read.error().message == row.expected);
}
