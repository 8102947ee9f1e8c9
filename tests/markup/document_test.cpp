// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/document.hpp"

#include "markup/html_text.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using markup::Document;

namespace {
struct Row {
  std::string given, expected;
};
constexpr const char* url = "https://e.org/blog/post/";
}  // namespace

TEST_CASE("markup: of a text of one line only what is surely HTML is read as HTML", "[markup]") {
  const auto row = GENERATE(values<Row>({
      {"A &amp; B", "A & B"},
      {"AT&T &copy 2020 &unknown; &", "AT&T &copy 2020 &unknown; &"},
      {"It&#8217;s &#x1F980; &nbsp; &eacute;", "It’s 🦀 é"},
      {"&amp;amp;", "&amp;"},
      {"<em>x</em> <STRONG class='a>b'>y</STRONG>", "x y"},
      {"<p>One.</p><p>Two.</p>", "One. Two."},
      {"One<br/>two<br>three", "One two three"},
      {"<a href=\"/x\">A <b>b</b></a>", "A b"},
      {"Use <T> and Vec<T>", "Use <T> and Vec<T>"},
      {"the <b> tag", "the <b> tag"},
      {"</b> first", "</b> first"},
      {"a < b > c", "a < b > c"},
      {"<script>alert(1)</script>", "<script>alert(1)</script>"},
      {"<em", "<em"},
      {"*args* and **kwargs**", "*args* and **kwargs**"},
      {"]]>", "]]>"},
      {"", ""},
  }));
  CAPTURE(row.given);
  CHECK(markup::plain_text(row.given) == row.expected);
}

TEST_CASE("markup: links and images point to where the post is published", "[markup]") {
  const auto row = GENERATE(values<Row>({
      {"[a](/x)", "<p><a href=\"https://e.org/x\">a</a></p>\n"},
      {"![a](b.png)", "<p><img src=\"https://e.org/blog/post/b.png\" alt=\"a\" /></p>\n"},
      {"[a](../c \"t\")", "<p><a href=\"https://e.org/blog/c\" title=\"t\">a</a></p>\n"},
      {"[a](#f)", "<p><a href=\"https://e.org/blog/post/#f\">a</a></p>\n"},
      {"[a](https://x.org/y?z=1&w)", "<p><a href=\"https://x.org/y?z=1&amp;w\">a</a></p>\n"},
      {"[a](mailto:a@b.c)", "<p><a href=\"mailto:a@b.c\">a</a></p>\n"},
      {"`[a](/x)`", "<p><code>[a](/x)</code></p>\n"},
      {"<b>raw</b>", "<p><b>raw</b></p>\n"},
  }));
  CAPTURE(row.given);
  CHECK(Document(row.given, url).html() == row.expected);
}

TEST_CASE("markup: HTML carries nothing that XML forbids", "[markup]") {
  CHECK(Document("a\x0B"
                 "b &#11; c \xFF",
                 url)
            .html()
            .find('\x0B') == std::string::npos);
  CHECK(Document("a &#x1F; b", url).html() == "<p>a  b</p>\n");
}

TEST_CASE("markup: text is every word a reader sees, a line per block", "[markup]") {
  const auto row = GENERATE(values<Row>({
      {"# A *b* `c`\n\nd\ne [f](g \"t\") ![h](i)\n", "A b c\nd e f h\n"},
      {"- a\n- b\n\n  c\n", "a\nb\nc\n"},
      {"```rust\nfn main() {}\n```\n", "fn main() {}\n"},
      {"> q  \n> r\n", "q r\n"},
      {"a<!-- no -->b <i>c</i>\n", "ab c\n"},
      {"<div class=\"x\">\nd &amp; e\n</div>\n\nf\n", " \nd & e\n \nf\n"},
      {"<script>\nhidden()\n</script>\n\nseen\n", " \n\nseen\n"},
      {"a\n\n***\n\nb\n", "a\nb\n"},
      {"", ""},
  }));
  CAPTURE(row.given);
  const std::string text = Document(row.given, url).text();
  if (row.given.find("<script>") == std::string::npos) CHECK(text == row.expected);
  CHECK(text.find("hidden") == std::string::npos);
}

TEST_CASE("markup: the first level-1 heading may be a title", "[markup]") {
  const auto row = GENERATE(values<Row>({
      {"# A *title* `x`\n\ntext", "A title x"},
      {"text\n\nTitle\n=====\n", "Title"},
      {"## Two\n\n# One", "One"},
      {"text", ""},
      {"```\n# code\n```", ""},
      {"> # quoted", ""},
  }));
  CAPTURE(row.given);
  CHECK(Document(row.given, url).first_heading() == row.expected);
}

TEST_CASE("markup: the first paragraph is a summary, cut at a word", "[markup]") {
  CHECK(Document("# T\n\n![](a.png)\n\nFirst *one*\nhere.\n\nSecond", url).summary() ==
        "First one here.");
  std::string words;
  for (int i = 0; i < 100; ++i) words += "word ";
  const std::string cut = Document(words, url).summary();
  CHECK(cut.size() <= 283);
  CHECK(cut.substr(cut.size() - 7) == "word…");
  CHECK(Document("- list", url).summary().empty());
}

TEST_CASE("markup: raw HTML gives its words without its markup", "[markup]") {
  const auto row = GENERATE(values<Row>({
      {"a<br>b", "a b"},
      {"<p class='x'>a &lt;b&gt; &#233;&#xe9; &nosuch; &amp</p>", " a <b> éé &nosuch; &amp "},
      {"a < b", "a < b"},
      {"a<!-- x > y -->b", "ab"},
      {"<STYLE>p{}</STYLE>x<script>if (a</b>) {}</script >y", "  x  y"},
      {"<!-- never closed", ""},
      {"<a href=", ""},
      {"<i>i</i>n <my-tag>x</my-tag>y", "in  x y"},
      {"<td title=\"a > b\">c<td title='>d", " c d"},
      {"<title>t</title><header>h</header>", "   h "},
      {"<template><p>no</template>yes<pre>  a\n  b</pre>", "  yes   a\n  b "},
      {"caf&eacute; &laquo;&nbsp;&yuml;&raquo; &rarr;", "café « ÿ» →"},
      {"&#0;&#xD800;&#99999999999;", "\uFFFD\uFFFD&#99999999999;"},
  }));
  CAPTURE(row.given);
  CHECK(markup::html_text(row.given) == row.expected);
}

#ifdef BLOGSEARCH_GFM
TEST_CASE("markup: tables, strikethrough, task lists, autolinks and footnotes are known",
          "[markup][gfm]") {
  const std::string html = Document(
                               "| a | b |\n|---|---|\n| c | d |\n\n~~e~~ https://f.org [^1]\n\n"
                               "- [x] g\n\n[^1]: note\n",
                               url)
                               .html();
  for (const char* piece : {"<table>", "<td>c</td>", "<del>e</del>", "href=\"https://f.org\"",
                            "type=\"checkbox\"", "footnote"}) {
    CAPTURE(piece);
    CHECK(html.find(piece) != std::string::npos);
  }
  CHECK(Document("| a | b |\n|---|---|\n| c | d |\n", url).text() == "a\nb\nc\nd\n");
}
#endif
