// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/canonical.hpp"

#include <array>
#include <cstdint>

#include "markup/clean.hpp"
#include "markup/tree.hpp"
#include "support/catch.hpp"

using namespace blogsearch;

namespace {

std::string canonical(std::string_view html) {
  return markup::canonical(html).value_or("(not worth a tree)");
}

std::string many(std::string_view piece, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += piece;
  return out;
}

/// Without recursion: it is what is looked for.
std::size_t depth_of(const GumboNode& root) {
  std::vector<std::pair<const GumboNode*, std::size_t>> left{{&root, 1}};
  std::size_t deepest = 0;
  while (!left.empty()) {
    const auto [node, depth] = left.back();
    left.pop_back();
    deepest = std::max(deepest, depth);
    if (!markup::is_element(*node)) continue;
    for (const GumboNode* child : markup::children(*node)) left.emplace_back(child, depth + 1);
  }
  return deepest;
}

struct Row {
  std::string given, expected;
};

}  // namespace

TEST_CASE("markup: HTML is written in the one way that leaves nothing to guess", "[markup]") {
  const auto row = GENERATE(values<Row>({
      {"<P CLASS=a ID='b\"c' hidden>x</P >", R"(<p CLASS="a" ID="b&quot;c" hidden="">x</p>)"},
      {"<a href=x/>y</a>", R"(<a href="x/">y</a>)"},
      {"<img src = x alt= >", R"(<img src="x" alt="">)"},
      {"<p =a=b \"c d'>x", "<p>x</p>"},
      {"a < b <3 <> </> </3> x", "a &lt; b &lt;3 &lt;>   x"},
      {"a<!-- <b> -->b<!-->c<!--->d<!--x--!>e<!-- -- > -->f<!doctype html>g<?php echo 1 ?>h",
       "abcdefgh"},
      {"a<!-- never closed <b>", "a"},
      {"<![CDATA[x]]>", ""},
      {"a<p title='never closed>x", "a"},
      {"<p>one<p>two", "<p>one</p><p>two</p>"},
      {"<p>one<div>two</p></div>", "<p>one</p><div>two</div>"},
      {"<ul><li>a<ul><li>b</ul><li>c</ul>", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"},
      {"<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"},
      {"<table><tr><td>1<td>2<tr><th>3</table>",
       "<table><tr><td>1</td><td>2</td></tr><tr><th>3</th></tr></table>"},
      {"<div><object></div></object></div>x", "<div></div>x"},
      {"<td></div></td>", "<td></td>"},
      {"<b>one<i>two</b>three</i>", "<b>one<i>two</i></b><i>three</i>"},
      {"<p><b>one<p>two</b>three", "<p><b>one</b></p><p><b>two</b>three</p>"},
      {"<p><b>one</p>\n<p></b>two", "<p><b>one</b></p>\n<p>two</p>"},
      {"<a href=1>x<a href=2>y", R"(<a href="1">x</a><a href="2">y</a>)"},
      {"<a href=1><div>x</div></a>", R"(<a href="1"><div>x</div></a>)"},
      {"<svg><path d=M0 /><g/></svg>", R"(<svg><path d="M0"></path><g></g></svg>)"},
      {"<div/>x", "<div>x</div>"},
      {"<script>if (a < b) '</p>'</SCRIPT >x", "x"},
      {"<script><!--</script>x", "x"},
      {"<style></stylex></style>x", "x"},
      {"<script>never closed", ""},
      {"<title>a <b> &amp;</title>x", "<title>a &lt;b> &amp;</title>x"},
      {"<p><i>x<p><title>y</title>z", "<p><i>x</i></p><p><title>y</title><i>z</i></p>"},
      {"<p><a href=1>x<p><a href=2>y", R"(<p><a href="1">x</a></p><p><a href="2">y</a></p>)"},
      {"<iframe src=x><p></iframe>y", R"(<iframe src="x"></iframe>y)"},
      {"<form><input name=a>x</form>", R"(<input name="a">x)"},
      {"<plaintext><b>x</plaintext>", "&lt;b>x&lt;/plaintext>"},
      {"<a<b>x</a<b><\xc3\xa9>y", "x&lt;\xc3\xa9>y"},
      {"x</p></b></br>y", "xy"},
      {"<html lang=en><body class=a><body class=b>x", R"(<html lang="en"><body class="a">x)"},
      {"&am<!-- -->p; <<!-- -->b>", "&amp; &lt;b>"},
  }));
  CAPTURE(row.given);
  CHECK(canonical(row.given) == row.expected);
  CHECK(canonical(canonical(row.given)) == canonical(row.given));
}

TEST_CASE("markup: HTML that would take a parser's memory is told from HTML", "[markup]") {
  for (const std::string& html :
       {many("<p>", 50'000), many("<div><b>x</b></div>", 20'000),
        "<pre>" + many("<span>x</span>", 20'000) + "</pre>", many("<li>x <br> ", 20'000),
        many("<", 100'000), many("<a", 100'000), many("</b>", 100'000),
        "<svg>" + many("<path d=''/>", 5'000) + "</svg>", "<a " + many("x=1 ", 2'000) + ">"}) {
    CAPTURE(html.substr(0, 40));
    CHECK(markup::canonical(html));
  }
  for (const std::string& html :
       {many("<div>", 257), many("<b>", 200) + many("<p>x", 2'000),
        many("<div><!-- </div> -->", 300), many("<div title='</div>'>", 300),
        many("<div><object></div></object>", 300), many("<b><i>", 20'000),
        many("<div><table><td></div></table>", 300), many("<p>x</p>", 250'001),
        "<p><b title='" + many("x", 100'000) + "'>" + many("<p>x", 1'000)}) {
    CAPTURE(html.substr(0, 40));
    CHECK_FALSE(markup::canonical(html));
  }
}

TEST_CASE("markup: no tag hides another from the guard", "[markup]") {
  const std::string crowd = many("<b a=i><p>", 2'000);
  for (const std::string& html : {
           "<div>\n<script><!--</script>\n" + crowd,
           "<script>x <a b='</script>\n" + many("<div>", 6'000) + "'></div>",
           "<style><!--</style>" + crowd,
           "<textarea><a b='</textarea>" + crowd,
           "<title><!--</title>" + crowd,
           "<xmp><a b=\"</xmp>" + crowd,
           "<iframe><!--</iframe>" + crowd,
           "<noscript><!--</noscript>-->" + crowd,
           "<svg><style><!--</style>-->" + crowd,
           "<a =\">" + crowd,
           "<a b='\">" + crowd,
           "<a b = \">\"'>" + crowd,
           "<a b/='>" + crowd,
           "<!-->" + crowd,
           "<!--->" + crowd,
           "<!-- --!>" + crowd,
           "<![CDATA[>" + crowd,
           "</ '>" + crowd,
           "<?x '>" + crowd,
       }) {
    CAPTURE(html.substr(0, 40));
    CHECK(markup::clean(html, {"https://example.org/"}).value_or("").size() < 100);
  }
}

TEST_CASE("markup: of any tags a tree of bounded depth is made", "[markup]") {
  constexpr std::array<std::string_view, 30> pieces{
      "<div>",      "</div>",   "<p>",       "</p>",     "<b>",        "</b>",
      "<a href=x>", "</a>",     "<table>",   "</table>", "<tr>",       "<td>",
      "</td>",      "<ul>",     "<li>",      "</ul>",    "<object>",   "</object>",
      "<svg>",      "</svg>",   "<desc>",    "<math>",   "<mi>",       "</math>",
      "<select>",   "<option>", "</select>", "<button>", "<template>", "text"};
  auto state = GENERATE(range(std::uint64_t{1}, std::uint64_t{200}));
  CAPTURE(state);
  std::string html;
  for (int i = 0; i < 300; ++i) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    html += pieces[(state >> 33U) % pieces.size()];
  }
  const auto plain = markup::canonical(html);
  if (!plain) return;
  CAPTURE(*plain);
  CHECK(canonical(*plain) == *plain);
  const markup::Tree tree(*plain);
  CHECK(depth_of(tree.root()) < 600);
}
