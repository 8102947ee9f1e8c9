// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/page.hpp"

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

std::string article_of(std::string_view html, std::string_view select, std::string_view title = "",
                       std::string_view drop = "nav, [hidden]",
                       markup::Fragments fragments = markup::Fragments::absolute) {
  const auto selector = markup::Selector::read(select);
  REQUIRE(selector);
  const auto dropped = markup::Selector::read(drop);
  REQUIRE(dropped);
  const auto read = markup::Page::read(html, "https://example.org/post/");
  REQUIRE(read);
  return read->article({*selector, *dropped, title}, fragments, markup::Embeds::link)
      .value_or("(none)");
}

std::string article(std::string_view select) { return article_of(page, select); }

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

TEST_CASE("markup: of a list of selectors an earlier one is preferred wherever it stands",
          "[markup]") {
  CHECK(article("footer article, .e-content") == "other");
  CHECK(article(".content, .e-content, article, main").find("<p>Text") == 0);
  CHECK(article("section, aside") == "(none)");
}

TEST_CASE("markup: names in selectors may be escaped", "[markup]") {
  CHECK(article_of("<div class='md:prose'>x</div>", ".md\\:prose") == "x");
  CHECK(article_of("<div class='md'>x</div>", ".md\\:prose") == "(none)");
}

TEST_CASE("markup: a selector of many parts is tried in one pass over deep pages", "[markup]") {
  std::string html;
  for (int i = 0; i < 200; ++i) html += "<div>";
  html += "<b class=x>y</b>";
  for (int i = 0; i < 200; ++i) html += "</div>";
  std::string select;
  for (int i = 0; i < 40; ++i) select += "div ";
  CHECK(article_of(html, select + "p .x") == "(none)");
  CHECK(article_of(html, select + ".x") == "y");
  CHECK(article_of(html, "body > div > div .x") == "y");
  CHECK(article_of(html, "body > div > body .x") == "(none)");
}

TEST_CASE("markup: an article is without its title and what is no content", "[markup]") {
  struct Row {
    const char *given, *title, *expected;
  };
  const auto row = GENERATE(values<Row>({
      {"<h1>Don’t <a href='#x'>#</a></h1><p>a</p>", "Don't", "<p>a</p>"},
      {"<header><h2 class=p-name>T</h2></header><p>a</p>", "T", "<header></header><p>a</p>"},
      {"<h1>Other</h1><h2>T</h2>", "T", "<h1>Other</h1><h2>T</h2>"},
      {"<p>a</p><h2>🎉</h2>", "🎉", "<p>a</p>"},
      {"<h1>🎉</h1>", "!", "<h1>🎉</h1>"},
      {"<nav>x</nav><p hidden>y</p><p>a</p>", "T", "<p>a</p>"},
      {"<div id=app><script>x()</script></div>", "T", "(none)"},
      {"<h1>T</h1> ", "T", "(none)"},
      {"<p><img src=a.png></p>", "T", "<p><img src=\"https://example.org/post/a.png\"></p>"},
  }));
  CAPTURE(row.given);
  CHECK(article_of("<article>" + std::string(row.given) + "</article>", "article", row.title) ==
        row.expected);
}

TEST_CASE("markup: the base of a page counts for its URLs", "[markup]") {
  const std::string based =
      "<head><base target=_top><base href='/b/'><link rel='ALTERNATE stylesheet' "
      "type='Application/Atom+XML; charset=utf-8' href='a.xml?x&amp;y'></head><article><a "
      "href='#n'>x</a> <a href=c>y</a></article>";
  CHECK(article_of(based, "article", "", "nav", markup::Fragments::keep) ==
        "<a href=\"https://example.org/b/#n\">x</a> <a href=\"https://example.org/b/c\">y</a>");
  CHECK(article_of("<article><a href='#n'>x</a></article>", "article", "", "nav",
                   markup::Fragments::keep) == "<a href=\"#n\">x</a>");
  const auto links = markup::Page::read(based, "https://example.org/post/")->alternates();
  REQUIRE(links.size() == 1);
  CHECK(links[0].url == "https://example.org/b/a.xml?x&y");
  CHECK(links[0].type == "application/atom+xml");
}

TEST_CASE("markup: a page with more open elements than any site has is not parsed", "[markup]") {
  std::string wild = "<article>";
  for (int i = 0; i < 1000; ++i) wild += "<div>";
  CHECK_FALSE(markup::Page::read(wild, "https://example.org/"));
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
      {"a:hover", "a selector has no place for `:`"},
      {"a + b", "a selector has no place for `+`"},
      {"[a", "the selector ends too early"},
      {"[a!=b]", "a selector has no place for `!`"},
      {"[a='b]", "a selector has no place for `'`"},
      {"[a=]", "a selector has no place for `]`"},
      {"[]", "a selector has no place for `]`"},
      {"> a", "a selector has no place for `>`"},
      {"*div", "a selector has no place for `d`"},
      {"div..x", "a selector has no place for `.`"},
  }));
  CAPTURE(row.given);
  const auto read = markup::Selector::read(row.given);
  REQUIRE_FALSE(read);
  CHECK(read.error().message == row.expected);
}
