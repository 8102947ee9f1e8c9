// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <sstream>

#include "markup/document.hpp"
#include "markup/html_parts.hpp"
#include "markup/html_text.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using markup::Document;
using markup::Flavour;
using model::Anchors;
using model::Body;
using model::Part;

namespace blogsearch::model {
std::ostream& operator<<(std::ostream& out, const Part& part) {
  return out << "{" << static_cast<int>(part.kind) << " `" << part.text << "` " << part.level
             << " #" << part.anchor << " " << part.language << "}";
}
}  // namespace blogsearch::model

namespace {

Part prose(std::string words) { return {Part::Kind::text, std::move(words), 0, "", ""}; }
Part heading(int level, std::string words, std::string anchor) {
  return {Part::Kind::heading, std::move(words), level, std::move(anchor), ""};
}
Part code(std::string words, std::string language) {
  return {Part::Kind::code, std::move(words), 0, "", std::move(language)};
}

Body parts(std::string_view body, Anchors rule = Anchors::github,
           Flavour flavour = Flavour::markdown) {
  return Document(body, "https://e.org/p/", flavour).parts(rule);
}

std::string only_anchor(std::string_view body, Anchors rule) {
  const Body found = parts(body, rule);
  REQUIRE(found.size() == 1);
  CHECK(found[0].kind == Part::Kind::heading);
  return found[0].anchor;
}

std::vector<std::string> words(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> found;
  for (std::string word; stream >> word;) found.push_back(word);
  return found;
}

struct Row {
  std::string given;
  Body expected;
};

}  // namespace

TEST_CASE("markup: a body is parted at its headings and its code", "[markup]") {
  const auto row = GENERATE(values<Row>({
      {"Intro\n*one*.\n\n# A `b`\n\n- c\n- d ![e](f)\n\n```Rust\nfn main() {}\n```\n\ng\n",
       {prose("Intro one.\n"), heading(1, "A b", "a-b"), prose("c\nd e\n"),
        code("fn main() {}\n", "rust"), prose("g\n")}},
      {"Title\n=====\nSub\n---\n    indented\n",
       {heading(1, "Title", "title"), heading(2, "Sub", "sub"), code("indented\n", "")}},
      {"> ## Quoted\n> words\n\n1. ### Listed\n   more\n",
       {heading(2, "Quoted", "quoted"), prose("words\n"), heading(3, "Listed", "listed"),
        prose("more\n")}},
      {"## a\n## a\n## a-1\n",
       {heading(2, "a", "a"), heading(2, "a", "a-1"), heading(2, "a-1", "a-1-1")}},
      {"## 🦀 Rust  and\n\n## 日本語：見出し\n",
       {heading(2, "🦀 Rust and", "-rust--and"), heading(2, "日本語：見出し", "日本語見出し")}},
      {"a\n\n#\n\nb\n", {prose("a\n"), prose("b\n")}},
      {"```\n```\n\n<!-- c -->\n", {}},
      {"", {}},
  }));
  CAPTURE(row.given);
  CHECK(parts(row.given) == row.expected);
}

TEST_CASE("markup: an author's id is a heading's anchor and none of its words", "[markup]") {
  CHECK(parts("# A {#own}\n\nB {#two .c}\n---\n\n## C\n{: #three}\n\nd {#no}\n",
              Anchors::kramdown) == Body{heading(1, "A", "own"), heading(2, "B", "two"),
                                         heading(2, "C", "three"), prose("d {#no}\n")});
  CHECK(parts("## A {#own}\n\n## Own\n", Anchors::hugo) ==
        Body{heading(2, "A", "own"), heading(2, "Own", "own-1")});
  CHECK(parts("## A {#own}\n\n## Own\n", Anchors::none) ==
        Body{heading(2, "A", "own"), heading(2, "Own", "")});
  CHECK(parts("## A {#own}\n\ntext\n", Anchors::docusaurus, Flavour::mdx) ==
        Body{heading(2, "A", "own"), prose("text\n")});
}

TEST_CASE("markup: rules read a heading's words, its pictures too, or its line as typed",
          "[markup]") {
  const std::string linked = "## [Link](http://x.y/z) *emph* ![alt](i.png) ##\n";
  CHECK(only_anchor(linked, Anchors::github) == "link-emph-");
  CHECK(only_anchor(linked, Anchors::jekyll) == "link-emph-");
  CHECK(only_anchor(linked, Anchors::docusaurus) == "link-emph-alt");
  CHECK(only_anchor(linked, Anchors::zola) == "link-emph-alt");
  CHECK(only_anchor(linked, Anchors::hugo) == "linkhttpxyz-emph-altipng");
  CHECK(only_anchor(linked, Anchors::kramdown) == "linkhttpxyz-emph-altipng");
  CHECK(only_anchor(linked, Anchors::markdown_it) == "link-emph");
  CHECK(only_anchor("> > ## In *a* `b` quote\n", Anchors::hugo) == "in-a-b-quote");
  CHECK(only_anchor("  - ### In a list\n", Anchors::hugo) == "in-a-list");
  CHECK(only_anchor("> First *line*\n> second *line*\n> ===\n", Anchors::hugo) == "second-line");
  CHECK(only_anchor("Under *line*\n---\n", Anchors::hugo) == "under-line");
  CHECK(only_anchor("# C#\n", Anchors::hugo) == "c");
  CHECK(only_anchor("#\n", Anchors::hugo) == "heading");
}

TEST_CASE("markup: headings and code of HTML are parts too", "[markup]") {
  const std::string html =
      "<p>a</p><h2 class=x id=\"b&amp;c\">D <em>e</em></h2>\n<h3>no id</h3><pre><code "
      "class=\"hljs language-C++\"><span>int</span> x;\n</code></pre><pre lang=js>y</pre><p>z";
  const Body expected{prose(" a "),
                      heading(2, "D e", "b&c"),
                      heading(3, "no id", ""),
                      code("int x;\n", "c++"),
                      code("y", "js"),
                      prose(" z")};
  CHECK(parts(html, Anchors::github, Flavour::html) == expected);
  CHECK(parts("one\n\n<h2 id=\"x\">Two</h2>\n\nthree\n\n## Two\n") ==
        Body{prose("one\n"), heading(2, "Two", "x"), prose("three\n"), heading(2, "Two", "two")});
  CHECK(parts("<pre><code class=\"language-sh\">ls\n\nps</code></pre>\n\nx\n") ==
        Body{code("ls\n\nps", "sh"), prose("x\n")});
  CHECK(markup::html_parts("<h2>never closed <h2>twice") == Body{prose(" never closed  twice")});
  CHECK(markup::html_parts("<!-- <h2>a</h2> --><script>'<pre>b</pre>'</script>").empty());
}

TEST_CASE("markup: the language of code is the first word that names one", "[markup]") {
  struct Info {
    std::string given, expected;
  };
  const auto row = GENERATE(values<Info>({
      {"rust", "rust"},
      {"rust,ignore", "rust"},
      {"Rust no_run", "rust"},
      {"{.rust}", "rust"},
      {"{.rust .numberLines}", "rust"},
      {"{#id .rust}", "rust"},
      {"{python}", "python"},
      {"{r, echo=FALSE}", "r"},
      {"rust{1,3}", "rust"},
      {"js title=\"x\"", "js"},
      {"ruby:test.rb", "ruby"},
      {"C++", "c++"},
      {"c#", "c#"},
      {"objective-c", "objective-c"},
      {".NET", "net"},
      {"title=\"x\"", ""},
      {"{linenos=true}", ""},
      {"{}", ""},
      {"  ", ""},
      {"", ""},
  }));
  CAPTURE(row.given);
  CHECK(markup::language_of_fence(row.given) == row.expected);
  CHECK(markup::language_of_classes("hljs lang-JS x") == "js");
  CHECK(markup::language_of_classes("highlight-source-rust") == "rust");
  CHECK(markup::language_of_classes("my-language-x").empty());
}

TEST_CASE("markup: the parts hold every word of the post, in order", "[markup]") {
  const std::string body =
      "Intro *with* [a link](x).\n\n# One `two`\n\n> quoted\n> ## Three\n> four\n\n- five\n\n"
      "  ```sh\n  six --seven\n  ```\n- eight\n\n<div>\n<h3 id=\"n\">Nine</h3>\nten\n"
      "<pre>eleven\ntwelve</pre>\n</div>\n\nThirteen\n--------\n\n    "
      "fourteen\n\nfifteen<br>sixteen\n";
  for (const Flavour flavour : {Flavour::markdown, Flavour::html}) {
    const Document document(body, "https://e.org/", flavour);
    const std::string shown = markup::html_text(document.html());
    std::string joined;
    for (const Part& part : document.parts(Anchors::github)) joined += part.text + "\n";
    CHECK(words(joined) == words(shown));
    CHECK(words(document.text()) == words(shown));
  }
}

TEST_CASE("markup: parts can be carried by XML, whatever the bytes", "[markup]") {
  for (const Part& part : parts("# a\xFF&#11; {#\x0B}\n\n```\xFF\nb\x0B\n```\n\nc\xC0\n")) {
    CAPTURE(part);
    for (const std::string* value : {&part.text, &part.anchor, &part.language})
      CHECK(value->find_first_of("\xFF\xC0\x0B") == std::string::npos);
  }
}

TEST_CASE("markup: ten thousand headings are parted in one pass", "[markup]") {
  std::string markdown, html, open;
  for (int i = 0; i < 10000; ++i) {
    markdown += "## Same\n\n";
    html += "<h2>Same</h2><pre>x</pre>";
    open += "<h2><pre><h3>";
  }
  CHECK(parts(markdown, Anchors::hugo).back().anchor == "same-9999");
  CHECK(markup::html_parts(html).size() == 20000);
  CHECK(markup::html_parts(open).empty());
}

#ifdef BLOGSEARCH_GFM
TEST_CASE("markup: tables and footnotes are text between headings", "[markup][gfm]") {
  CHECK(parts("| a | b |\n|---|---|\n| c | d |\n\n# E [^1]\n\nf\n\n[^1]: note\n") ==
        Body{prose("a\nb\nc\nd\n"), heading(1, "E", "e-"), prose("f\nnote\n")});
}
#endif
