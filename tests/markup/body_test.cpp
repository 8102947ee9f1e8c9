// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/document.hpp"

#include "support/catch.hpp"

using namespace blogsearch;
using markup::Document;
using markup::Flavour;

namespace {
constexpr const char* url = "https://e.org/blog/post/";

std::string summary(const std::string& body, Flavour flavour = Flavour::markdown) {
  return Document(body, url, flavour).summary();
}
}  // namespace

TEST_CASE("markup: the extension says what a body is written in", "[markup]") {
  using Row = std::pair<const char*, Flavour>;
  const auto row = GENERATE(values<Row>({
      {"a.md", Flavour::markdown},
      {"a/b.markdown", Flavour::markdown},
      {"a.mkd", Flavour::markdown},
      {"a.mdx", Flavour::mdx},
      {"A.MDX", Flavour::mdx},
      {"a.en.html", Flavour::html},
      {"a.htm", Flavour::html},
      {"a", Flavour::markdown},
      {".html/a.md", Flavour::markdown},
  }));
  CAPTURE(row.first);
  CHECK(markup::flavour_of(row.first) == row.second);
}

TEST_CASE("markup: a post in HTML goes into feeds as it is and into the index as its words",
          "[markup]") {
  const std::string html =
      "<h1>A <em>tit</em>le</h1>\n<p><img alt=\"x\"></p>\n<p>One &eacute;.</p><p>Two.</p>\n"
      "<script>no()</script><pre>  code &lt;\n    here</pre>\n";
  const Document document(html, url, Flavour::html);
  CHECK(document.html() == html);
  CHECK(document.first_heading() == "A title");
  CHECK(document.summary() == "One é.");
  CHECK(document.text() == "A title\n\n   \n One é.  Two. \n  \n  code <\n    here\n");
  CHECK(Document("a\x0B\xFF", url, Flavour::html).html() == "a\uFFFD");
  CHECK(Document("no heading, no paragraph", url, Flavour::html).summary().empty());
}

TEST_CASE("markup: the author's mark ends the summary and leaves no trace", "[markup]") {
  const auto mark = GENERATE(values<std::string>(
      {"<!-- more -->", "<!--more-->", "<!--  MORE\t-->", "<!-- truncate -->", "<!-- excerpt -->",
       "<!-- TEASER_END -->", "<!-- PELICAN_END_SUMMARY -->"}));
  CAPTURE(mark);
  const std::string body = "![alt](a.png)\n\nOne *b*.\n\nTwo [c][r].\n\n" + mark +
                           "\n\nThree.\n\n" + mark + "\n\n[r]: /x\n";
  CHECK(summary(body) == "One b. Two c.");
  CHECK(Document(body, url).html().find("<!--") == std::string::npos);
  CHECK(Document(body, url).text() == "alt\nOne b.\nTwo c.\nThree.\n");
  const std::string html = "<p>One</p><p>Two</p>" + mark + "<p>Three</p>";
  CHECK(summary(html, Flavour::html) == "One Two");
  CHECK(Document(html, url, Flavour::html).html() == "<p>One</p><p>Two</p><p>Three</p>");
}

TEST_CASE("markup: a mark may stand anywhere", "[markup]") {
  using Row = std::pair<const char*, const char*>;
  const auto row = GENERATE(values<Row>({
      {"One <!-- more --> two.\n\nThree.", "One"},
      {"One\n<!-- more -->\ntwo.", "One"},
      {"One\n\n<!-- more --> two.\n", "One"},
      {"<p>One</p>\n<!-- more -->\n<p>two</p>\n", "One"},
      {"# H\n\n- a\n- b\n\n<!-- more -->\n", "H a b"},
      {"<!-- more -->\n\nFirst.\n\nSecond.", "First."},
      {"![only](a.png)\n\n<!-- more -->\n\nFirst.", "First."},
      {"One <!-- more than this --> two.\n\nThree.", "One two."},
      {"`<!-- more -->` is code.\n\nThree.", "<!-- more --> is code."},
      {"```\n<!-- more -->\n```\n\nThree.", "Three."},
  }));
  CAPTURE(row.first);
  CHECK(summary(row.first) == row.second);
}

TEST_CASE("markup: without a mark the first paragraph in words is the summary", "[markup]") {
  using Row = std::pair<const char*, const char*>;
  const auto row = GENERATE(values<Row>({
      {"![a](b.png)\n\nText.", "Text."},
      {"![a](b.png) ![c](d.png)\n\nText.", "Text."},
      {"[![badge](b.svg)](https://ci.org)\n[![two](c.svg)](/)\n\nText.", "Text."},
      {"![a](b.png) beside text", "beside text"},
      {"<!-- note to self -->\n\nText.", "Text."},
      {"x <!-- note --> y", "x y"},
      {"<img src=\"a\">\n\nText.", "Text."},
      {"> quote\n\n- item\n\nText.", "Text."},
      {"", ""},
  }));
  CAPTURE(row.first);
  CHECK(summary(row.first) == row.second);
}

TEST_CASE("markup: hostile HTML becomes at most four times as much text", "[markup]") {
  const auto unit = GENERATE(values<std::string>(
      {"<", "<a", "<a \"", "<a b=\"", "<a b='>", "<p>", "<p></p>", "<h1></x>", "<script>", "<!--",
       "<!-- more ", "<title>", "</", "&", "&amp", "<p>\n<!-- more -->", "<a b=\"'>"}));
  std::string text;
  while (text.size() < 100'000) text += unit;
  CAPTURE(unit);
  const Document document(text, url, Flavour::html);
  CHECK(document.text().size() + document.first_heading().size() + document.summary().size() <=
        4 * text.size());
}

TEST_CASE("markup: a separator of the author's own ends the summary, outside code", "[markup]") {
  const auto summary_with = [](const std::string& separator, const std::string& body,
                               Flavour flavour = Flavour::markdown) {
    return Document(body, url, flavour, separator).summary();
  };
  CHECK(summary_with("---", "One.\n\nTwo.\n\n---\n\nThree.\n") == "One. Two.");
  CHECK(summary_with("<!-- cut -->", "One\n<!-- cut --> two.\n") == "One");
  CHECK(summary_with("END", "One.\n\n```\nEND\n```\n\nTwo.\n\nEND\n\nThree.\n") == "One. END Two.");
  CHECK(summary_with("<!-- cut -->", "<p>One.</p><p>Two.</p><!-- cut --><p>Three.</p>",
                     Flavour::html) == "One. Two.");
  CHECK(summary_with("not there", "One.\n\nTwo.\n") == "One.");
  CHECK(Document("One.\n\n---\n\nTwo.\n", url, Flavour::markdown, "---").html() ==
        "<p>One.</p>\n<p>Two.</p>\n");
}
