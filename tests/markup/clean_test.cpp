// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/clean.hpp"

#include "support/catch.hpp"

using namespace blogsearch;
using markup::Embeds;
using markup::Fragments;

namespace {

constexpr markup::Base base{"https://example.org/blog/post/", Fragments::absolute};

std::string cleaned(std::string_view html, Embeds embeds = Embeds::link) {
  return markup::clean(html, base, embeds).value_or("(not tame)");
}

struct Row {
  std::string given, expected;
};

}  // namespace

TEST_CASE("markup: every URL in a feed is absolute", "[markup]") {
  const auto row = GENERATE(values<Row>({
      {R"(<a href="../other/">x</a>)", R"(<a href="https://example.org/blog/other/">x</a>)"},
      {R"(<a href="/top">x</a>)", R"(<a href="https://example.org/top">x</a>)"},
      {R"(<a href="?q=1&amp;r=2">x</a>)",
       R"(<a href="https://example.org/blog/post/?q=1&amp;r=2">x</a>)"},
      {R"(<a href="#n">x</a>)", R"(<a href="https://example.org/blog/post/#n">x</a>)"},
      {R"(<a href="//cdn.example/x">x</a>)", R"(<a href="https://cdn.example/x">x</a>)"},
      {R"(<img src="a b.png">)", R"(<img src="https://example.org/blog/post/a%20b.png">)"},
      {R"(<img srcset="a.png 1x, /b.png 2x, c,d.png" src=a.png>)",
       R"(<img srcset="https://example.org/blog/post/a.png 1x, https://example.org/b.png 2x, )"
       R"(https://example.org/blog/post/c,d.png" src="https://example.org/blog/post/a.png">)"},
      {R"(<picture><source srcset="a.webp, b.webp 2x" type="image/webp"><img src="a.png"></picture>)",
       R"(<picture><source srcset="https://example.org/blog/post/a.webp, )"
       R"(https://example.org/blog/post/b.webp 2x" type="image/webp">)"
       R"(<img src="https://example.org/blog/post/a.png"></picture>)"},
      {R"(<video src="v.mp4" poster="p.jpg"></video>)",
       R"(<video src="https://example.org/blog/post/v.mp4" )"
       R"(poster="https://example.org/blog/post/p.jpg" controls=""></video>)"},
      {R"(<blockquote cite="source/">x</blockquote>)",
       R"(<blockquote cite="https://example.org/blog/post/source/">x</blockquote>)"},
      {R"(<p style="background: url(x.png) no-repeat">x</p>)",
       R"(<p style="background: url('https://example.org/blog/post/x.png') no-repeat">x</p>)"},
      {R"(<table background="t.png"><tbody><tr><td>x</td></tr></tbody></table>)",
       R"(<table background="https://example.org/blog/post/t.png">)"
       R"(<tbody><tr><td>x</td></tr></tbody></table>)"},
  }));
  CAPTURE(row.given);
  CHECK(cleaned(row.given) == row.expected);
}

TEST_CASE("markup: code samples stay as they are written", "[markup]") {
  for (const std::string html :
       {"<pre><code class=\"language-html\">&lt;a href=&quot;/x&quot; "
        "onclick=&quot;go()&quot;&gt;\n"
        "  &lt;script&gt;1 &amp;&amp; 2&lt;/script&gt;\n</code></pre>",
        "<p><code>&lt;img src=x&gt;</code></p>", "<pre>\n\nbehind a blank line</pre>"}) {
    CAPTURE(html);
    CHECK(cleaned(html) == html);
  }
}

TEST_CASE("markup: nothing in a feed runs, loads or covers anything", "[markup]") {
  const auto row = GENERATE(values<Row>({
      {"<script>alert(1)</script>x", "x"},
      {"<SCRIPT SRC=//evil.example/x.js></SCRIPT>x", "x"},
      {"<img src=x onerror=alert(1)>", R"(<img src="https://example.org/blog/post/x">)"},
      {"<img/src/onerror=alert(1)>", ""},
      {"<img src=\"x` `<script>alert(1)</script>\"` `>",
       R"(<img src="https://example.org/blog/post/x%60%20%60%3Cscript%3Ealert(1)%3C/script%3E">)"},
      {"<svg onload=alert(1)><circle r=1 /></svg>", R"(<svg><circle r="1"></circle></svg>)"},
      {"<svg><script>alert(1)</script></svg>", "<svg></svg>"},
      {"<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>", "<svg></svg>"},
      {"<svg><use href=\"data:image/svg+xml,x\"/></svg>", "<svg></svg>"},
      {"<svg><animate attributeName=href values=javascript:alert(1) /></svg>", "<svg></svg>"},
      {"<svg><foreignObject><iframe src=x></iframe></foreignObject></svg>", "<svg></svg>"},
      {"<svg><style>*{x:url(javascript:1)}</style></svg>", "<svg></svg>"},
      {"<math><mi xlink:href=\"javascript:alert(1)\" href=\"javascript:1\">x</mi></math>",
       "<math><mi>x</mi></math>"},
      {"<math><annotation-xml encoding=\"text/html\"><script>1</script></annotation-xml></math>",
       "<math></math>"},
      {"<a href=\"javascript:alert(1)\">x</a>", "<a>x</a>"},
      {"<a href=\" \x1f javascript:alert(1)\">x</a>",
       "<a href=\"https://example.org/blog/post/%EF%BF%BD%20javascript:alert(1)\">x</a>"},
      {"<a href=\"java\nscript:alert(1)\">x</a>", "<a>x</a>"},
      {"<a href=\"jav&#x09;ascript:alert(1)\">x</a>", "<a>x</a>"},
      {"<a href=\"&#106;avascript&colon;alert(1)\">x</a>", "<a>x</a>"},
      {"<a href=\"JaVaScRiPt:alert(1)\">x</a>", "<a>x</a>"},
      {"<a href=\"vbscript:x\">x</a>", "<a>x</a>"},
      {"<a href=\"data:text/html,<script>1</script>\">x</a>", "<a>x</a>"},
      {"<a href=\"file:///etc/passwd\">x</a>", "<a>x</a>"},
      {"<a href=\"blob:https://example.org/1\">x</a>", "<a>x</a>"},
      {"<img src=\"data:image/svg+xml;base64,PHN2Zz4=\">", ""},
      {"<img src=\"data:text/html,x\">", ""},
      {"<img src=\"data:image/png;base64,AAAA\">", R"(<img src="data:image/png;base64,AAAA">)"},
      {"<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>x", "x"},
      {"<iframe src=\"javascript:alert(1)\"></iframe>x", "x"},
      {"<object data=\"x.swf\"><p>in place of it</p></object>", ""},
      {"<embed src=\"x.swf\">x", "x"},
      {"<base href=\"https://evil.example/\"><a href=\"x\">x</a>",
       R"(<a href="https://example.org/blog/post/x">x</a>)"},
      {"<meta http-equiv=refresh content=\"0;url=//evil.example\">x", "x"},
      {"<link rel=stylesheet href=x.css>x", "x"},
      {"<style>body{display:none}</style>x", "x"},
      {"<form action=\"/login\"><input name=password><button>Go</button>text</form>", "text"},
      {"<p style=\"position:fixed;top:0;z-index:9;color:red\">x</p>",
       R"(<p style="color: red">x</p>)"},
      {"<p style=\"width:expression(alert(1))\">x</p>", "<p>x</p>"},
      {"<p style=\"color:red;background:url(javascript:alert(1))\">x</p>",
       R"(<p style="color: red">x</p>)"},
      {"<p style=\"background:ur\\6c(javascript:1)\">x</p>", "<p>x</p>"},
      {"<p style=\"background:/**/url(javascript:1)\">x</p>", "<p>x</p>"},
      {"<p style=\"behavior:url(x.htc);-moz-binding:url(x)\">x</p>", "<p>x</p>"},
      {"<p style='font-family:\"a;b\";color:red'>x</p>",
       R"(<p style="font-family: &quot;a;b&quot;; color: red">x</p>)"},
      {"<div onclick=\"x()\" onmouseover=x() contenteditable draggable>x</div>", "<div>x</div>"},
      {"<a href=x target=_blank ping=//evil.example download>x</a>",
       R"(<a href="https://example.org/blog/post/x">x</a>)"},
      {"<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>x", "x"},
      {"<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 "
       "onerror=alert(1)&gt;\">",
       "<math><mtext><table></table></mtext></math>"},
      {"<template><script>1</script><p>x</p></template>y", "y"},
      {"<!-- a comment --><!--[if IE]><script>1</script><![endif]-->x", "x"},
      {"<xmp><script>alert(1)</script></xmp>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
      {"<my-card heading=\"h\"><p>inside</p></my-card>", "<p>inside</p>"},
      {"<p>a < b & c</p>", "<p>a &lt; b &amp; c</p>"},
      {"<p>never <b>closed", "<p>never <b>closed</b></p>"},
  }));
  CAPTURE(row.given);
  CHECK(cleaned(row.given) == row.expected);
}

TEST_CASE("markup: what scripts would have shown is shown without them", "[markup]") {
  const auto row = GENERATE(values<Row>({
      {R"(<img data-src="a.png" src="data:image/gif;base64,R0" class="lazy" alt="A">)",
       R"(<img src="https://example.org/blog/post/a.png" class="lazy" alt="A">)"},
      {R"(<img data-src="a.png" data-srcset="a.png 1x" alt="A">)",
       R"(<img alt="A" src="https://example.org/blog/post/a.png" )"
       R"(srcset="https://example.org/blog/post/a.png 1x">)"},
      {R"(<img data-src="a.png"> <noscript><img src="a.png" alt="A"></noscript>)",
       R"( <img src="https://example.org/blog/post/a.png" alt="A">)"},
      {"<noscript>Please switch on JavaScript</noscript>x", "x"},
      {R"(<span class="katex"><span class="katex-mathml"><math><semantics><mi>x</mi>)"
       R"(<annotation encoding="application/x-tex">x</annotation></semantics></math></span>)"
       R"(<span class="katex-html" aria-hidden="true"><span>x</span></span></span>)",
       "<math><semantics><mi>x</mi></semantics></math>"},
      {R"(<mjx-container><mjx-math><mjx-c></mjx-c></mjx-math><mjx-assistive-mml><math><mn>2</mn>)"
       R"(</math></mjx-assistive-mml></mjx-container>)",
       "<math><mn>2</mn></math>"},
      {R"(<h2 id="a">Title <a class="anchor" href="#a" aria-hidden="true">#</a></h2>)",
       R"(<h2 id="a">Title </h2>)"},
      {R"(<iframe src="https://www.youtube.com/embed/dQw4-_1?start=3" title="A talk"></iframe>)",
       R"(<a href="https://www.youtube.com/watch?v=dQw4-_1">)"
       R"(<img src="https://i.ytimg.com/vi/dQw4-_1/hqdefault.jpg" alt="A talk"><br>A talk</a>)"},
      {R"(<lite-youtube videoid="abc" playlabel="Play: a talk"></lite-youtube>)",
       R"(<a href="https://www.youtube.com/watch?v=abc">)"
       R"(<img src="https://i.ytimg.com/vi/abc/hqdefault.jpg" alt="Play: a talk"><br>)"
       R"(Play: a talk</a>)"},
      {R"(<iframe src="//player.vimeo.com/video/123"></iframe>)",
       R"(<a href="https://vimeo.com/123">Video on Vimeo</a>)"},
      {R"(<iframe src="https://maps.example/?q=1&r=2"></iframe>)",
       R"(<a href="https://maps.example/?q=1&amp;r=2">https://maps.example/?q=1&amp;r=2</a>)"},
      {R"(<li><input type="checkbox" checked> done</li>)",
       R"(<li><input type="checkbox" checked="" disabled=""> done</li>)"},
  }));
  CAPTURE(row.given);
  CHECK(cleaned(row.given) == row.expected);
}

TEST_CASE("markup: players of known sites stay when the config says so", "[markup]") {
  CHECK(cleaned(R"(<iframe src="https://www.youtube.com/embed/abc" onload="x"></iframe>)",
                Embeds::keep) ==
        R"(<iframe src="https://www.youtube-nocookie.com/embed/abc" title="Video on YouTube" )"
        R"(width="560" height="315" allowfullscreen=""></iframe>)");
  CHECK(cleaned(R"(<iframe src="https://maps.example/"></iframe>)", Embeds::keep) ==
        R"(<a href="https://maps.example/">https://maps.example/</a>)");
}

TEST_CASE("markup: footnotes lead to the post, or stay inside the entry", "[markup]") {
  const std::string_view html = R"(<sup><a href="#fn-1" id="fnref-1">1</a></sup>)";
  CHECK(cleaned(html) ==
        R"(<sup><a href="https://example.org/blog/post/#fn-1" id="fnref-1">1</a></sup>)");
  CHECK(markup::clean(html, {base.url, Fragments::keep}) == html);
}

TEST_CASE("markup: of blanks nothing is left", "[markup]") {
  for (const char* blank : {"", " ", "\n\n", "<script>x</script>\n <!-- y -->"})
    CHECK(cleaned(blank).empty());
}

TEST_CASE("markup: cleaning what is clean changes nothing", "[markup]") {
  const std::string once = cleaned(
      "<p style='color:red'>a &amp; <b>b<p>c</b> <img src=x> <svg viewBox='0 0 1 1'><path d='M0'/>"
      "</svg><pre>\n\nx</pre><table><tr><td>1</table>");
  CHECK(cleaned(once) == once);
}
