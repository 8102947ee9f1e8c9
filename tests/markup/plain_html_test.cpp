// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/plain_html.hpp"

#include "markup/canonical.hpp"
#include "markup/clean.hpp"
#include "markup/document.hpp"
#include "support/catch.hpp"

using namespace blogsearch;

namespace {

constexpr markup::Base base{"https://example.org/blog/post/"};

/// Markdown without raw HTML, one of each thing that cmark writes.
constexpr const char* bodies[] = {
    "Plain words, \"quoted\" & <3, it's 5 > 4.\n\nNext\\\nline  \nand line.",
    "# One\n\n## Two *with* emphasis\n\nThree\n=====\n",
    "**strong _and_ em** `code <b> &amp;` ~~gone~~",
    "[link](../there.html \"A 'title' & \\\"more\\\"\") [self](#part) [bad](javascript:alert(1)) "
    "[empty]() [mail](mailto:a@b.example) [query](?a=1&b='2')",
    "<https://e.example/?a=b&c=d> <a@b.example> www.example.com https://example.com/a_b",
    "![alt \"text\" & *more*](rain.png \"title\") ![](data:image/svg+xml,x) ![none]() "
    "![data](data:image/png;base64,AAAA)",
    "[![picture](a.png)](b.html)",
    "before ![a src=b](javascript:x) after",
    "- one\n- two\n\n  more\n\n1. first\n2. second\n\n7) seven\n",
    "- [ ] open\n- [x] done\n",
    "> quote\n> > inner\n\n---\n",
    "```c++ with words\nint a = b < c && d > \"e\";\n\n```\n\n    \n    "
    "indented\n\n```\n\n\nbegins late\n```\n",
    "| a | b | c |\n|:--|:-:|--:|\n| 1 | `|` \\| | **3** |\n| short |\n",
    "A note[^1] and one more[^long note] and the first again[^1].\n\n[^1]: It *says*.\n[^long "
    "note]: "
    "Two\n\n    paragraphs.\n",
    "&copy; &nbsp; &#0; &lt;b&gt; &amp;amp; &quot;\ttab  \n",
    "\xC3\xA9\xE2\x80\xAE \xF0\x9F\x98\x80 \xFF\xFE broken bytes \x01 control",
};

}  // namespace

TEST_CASE("markup: a body without raw HTML needs no tree to be clean", "[markup]") {
  const std::string markdown = GENERATE(from_range(std::begin(bodies), std::end(bodies)));
  const auto fragments = GENERATE(model::Fragments::absolute, model::Fragments::keep);
  const markup::Document body(markdown, base.url);
  const markup::Base here{base.url, fragments};
  INFO(body.html());
  REQUIRE(!body.has_raw_html());
  const auto plain = markup::clean_plain(body.html(), here, 256);
  REQUIRE(plain.has_value());
  CHECK(*plain == markup::clean_by_tree(body.html(), here).value_or("(not tame)"));
}

TEST_CASE("markup: raw HTML is told from Markdown", "[markup]") {
  for (const char* markdown : {"a <b>bold</b> word", "<div>\n\nblock\n\n</div>", "a <!-- b --> c"})
    CHECK(markup::Document(markdown, base.url).has_raw_html());
  CHECK(markup::Document("<p>page</p>", base.url, markup::Flavour::html).has_raw_html());
  CHECK(!markup::Document("a < b > c `<b>`\n\n    <div>\n", base.url).has_raw_html());
}

TEST_CASE("markup: most raw HTML needs no tree either", "[markup]") {
  const std::string html = GENERATE(
      "<p>a <small>small</small>, <b>bold <i>both</i></b> &amp; \"quoted\" > <br> 1 & 2</p>",
      "<div class=\"note\"><p>one</p>\n<ul>\n<li>a</li>\n<li>b "
      "<ol><li>c</li></ol></li>\n</ul></div>",
      "<!-- a comment --><h2 id=\"x\">Head <a href=\"#x\">#</a></h2>text\n",
      "<table>\n<thead>\n<tr><th>a</th></tr>\n</thead>\n<tbody><tr><td>b <table><tbody><tr><td>c"
      "</td></tr></tbody></table></td></tr></tbody></table>",
      "<a href='?a=1&b=2&amp=3&copy=4' title=\"it's > <3\">x</a> <img src=y.png alt=z><img alt=z "
      "src=''>",
      "<pre>\nfirst\n</pre><pre>\n\nsecond</pre><pre><code>\nthird</code></pre>",
      "<details open><summary>more</summary>words</details><dl><dt>t</dt><dd>d</dd></dl>",
      "<video src=\"a.mp4\"></video><video controls><source src=\"b.mp4\" "
      "type=\"video/mp4\"></video>",
      "<p style=\"color: red; position: fixed\">a</p><ruby>a<rt>b</rt></ruby><hr>",
      "<img srcset=\"a.png 1x, b.png 2x\" src=\"a.png\"><div>\n\n</div>", "  <p> </p> ",
      "<small><p>block in phrase</p></small><b><b><b><b><b>x</b></b></b></b></b>",
      "<script>no</script><style>no</style><p onclick=\"x()\">yes</p>");
  const auto fragments = GENERATE(model::Fragments::absolute, model::Fragments::keep);
  const markup::Base here{base.url, fragments};
  const std::string written = markup::canonical(html).value_or("(not tame)");
  INFO(written);
  const auto plain = markup::clean_plain(written, here, 256);
  REQUIRE(plain.has_value());
  CHECK(*plain == markup::clean_by_tree(html, here).value_or("(not tame)"));
}

TEST_CASE("markup: elements that a tree would move are left to one", "[markup]") {
  for (const char* html : {"<p>a<div>b</div></p>",
                           "<table>a<tbody></tbody></table>",
                           "<table><tr></tr></table>",
                           "<div><li>a</li></div>",
                           "<td>a</td>",
                           "<h1>a<h2>b</h2></h1>",
                           "<p>a",
                           "<b><i>a</b></i>",
                           "<iframe src=\"x\"></iframe>",
                           "<my-own>x</my-own>",
                           "<noscript>x</noscript>",
                           "<img data-src=\"a.png\" src=\"b.png\">",
                           "<img alt=\"none\">",
                           "<p>&nbsp;</p>",
                           "<input type=\"text\" disabled>",
                           "<input disabled>",
                           "<input type=\"checkbox\">",
                           "<span class=\"katex\">x</span>",
                           "<a class=\"headerlink\" href=\"#x\">#</a>",
                           "<p title=\"a\" title=\"b\">x</p>",
                           "<p TITLE=\"a\">x</p>",
                           "<p title=\"a",
                           "<svg></svg>"}) {
    INFO(html);
    CHECK(!markup::clean_plain(html, base, 256));
  }
}

TEST_CASE("markup: what is not certain without a tree is left to one", "[markup]") {
  CHECK(!markup::clean_plain("<a href=\"b\">x<a href=\"c\">y</a></a>", base, 256));
  CHECK(!markup::clean_plain("<ul><li><ul><li>x</li></ul></li></ul>", base, 3));
  CHECK(markup::clean_plain("<ul><li><ul><li>x</li></ul></li></ul>", base, 4));
  for (const char* odd : {"\r", "\x7F", "\u0080", "\u009F", "\uFDD0", "\U0001FFFE"})
    CHECK(!markup::clean_plain(std::string("<p>a") + odd + "b</p>", base, 256));
  CHECK(markup::clean_plain("<p>a\u00A0b \u2028 \U0001F600</p>", base, 256));
  CHECK(!markup::clean_plain("<blink>x</blink>", base, 256));
  CHECK(!markup::clean_plain("<p", base, 256));
  CHECK(!markup::clean_plain("</p>", base, 256));
  CHECK(!markup::clean_plain("<a href=\"?a&b\">x</a>", base, 256));
}
