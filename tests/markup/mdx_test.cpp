// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/mdx.hpp"

#include "markup/document.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using markup::Document;
using markup::Flavour;

namespace {
struct Row {
  std::string given, expected;
};

std::string text_of(const std::string& mdx) {
  return Document(mdx, "https://e.org/", Flavour::mdx).text();
}

std::string html_of(const std::string& mdx) {
  return Document(mdx, "https://e.org/", Flavour::mdx).html();
}
}  // namespace

TEST_CASE("markup: imports and exports of MDX vanish up to their real end", "[markup]") {
  const auto row = GENERATE(values<Row>({
      {"import A from './a'\n\nText\n", "Text\n"},
      {"import A from './a'\nimport {\n  B,\n  C } from \"b\";\nexport const d = 1\n\nText\n",
       "Text\n"},
      {"export const a = {\n  b: [1, 2],\n\n  c: '}',\n}\n\nText\n", "Text\n"},
      {"export const a = `\n\n# not a heading ${`}`}\n\n`\n\nText\n", "Text\n"},
      {"export function f() {\n  // don't }\n  /* } */\n\n  return { a: \"}\" };\n}\n\nText\n",
       "Text\n"},
      {"export const C = () => (\n  <p>\n    Don't {x}\n\n  </p>\n)\n\nText\n", "Text\n"},
      {"export const a =\n  process.env.A;\n\nText\n", "Text\n"},
      {"{/* note */}\nexport const a = {}\n\nText\n", "Text\n"},
      {"import A from 'a'\n// note\n/* { */\nimport B from 'b'\n\nText\n", "Text\n"},
      {"# Title\nimport A from 'a'\n\nText\n", "Title\nText\n"},
      {"import A from 'a';\n# Title\n", "Title\n"},
      {"A paragraph about\nimport duties and\nexport quotas.\n",
       "A paragraph about import duties and export quotas.\n"},
      {"importance\n\nexporting\n\n- import a\n", "importance\nexporting\nimport a\n"},
      {"```js\nimport a from 'a'\n\nexport const b = {}\n```\n",
       "import a from 'a'\n\nexport const b = {}\n"},
      {"export const broken = {\n\nText\n", "Text\n"},
  }));
  CAPTURE(row.given);
  CHECK(text_of(row.given) == row.expected);
}

TEST_CASE("markup: expressions of MDX vanish, plain strings stay", "[markup]") {
  const auto row = GENERATE(values<Row>({
      {"a {b} c", "a  c\n"},
      {"a{' '}b {\"it's\"} {`t`} {'*x*'} {'a\\'b'}", "a b it's t *x* a'b\n"},
      {"a {`t ${u} {`} b", "a  b\n"},
      {"{/* a } comment */}b", "b\n"},
      {"a {x /* } */ + \"}\" + '}' + `}${{}}`} b", "a  b\n"},
      {"{\n  posts.map(post => <li>{post.title}</li>)\n}\n\nText", "Text\n"},
      {"{ok && <p>It's {fine}</p>}Text", "Text\n"},
      {"`{code}` ``{a`b}`` {gone}", "{code} {a`b}\n"},
      {"\\{kept\\} \\<b", "{kept} <b\n"},
      {"never {closed", "never {closed\n"},
      {"~~~\n{fence}\n~~~\n\n> ```\n> {quoted}\n> ```\n\n- ```\n  {item}\n  ```\n",
       "{fence}\n{quoted}\n{item}\n"},
      {"## Heading {#anchor}", "Heading\n"},
      {"$x^{2}$, {3}, $\\frac{a}{b_{c}}$ {d}", "$x^{2}$, 3, $\\frac{a}{b_{c}}$\n"},
      {"$$\n\\mathbf{a} = {b}\n$$\n\n{c}", "$$ \\mathbf{a} = {b} $$\n"},
  }));
  CAPTURE(row.given);
  CHECK(text_of(row.given) == row.expected);
}

TEST_CASE("markup: tags of components vanish, what they hold and HTML stay", "[markup]") {
  const auto row = GENERATE(values<Row>({
      {"<Card title=\"a > b\" {...rest} on={() => '>'}>*text*</Card>", "<p><em>text</em></p>\n"},
      {"a <Icon name='x' /> b<ui.badge/>c", "<p>a  bc</p>\n"},
      {"<>\ntext\n</>", "<p>text</p>\n"},
      {"<Card\n  a={{ b: 1 }}\n  c\n>\n\n# Title\n\n</Card>", "<h1>Title</h1>\n"},
      {"<Tabs>\n  <Tab>\n    # One\n\n        deep\n  </Tab>\n</Tabs>\n",
       "<h1>One</h1>\n<p>deep</p>\n"},
      {"<Card>\n    - a\n      - b\n    - c\n</Card>",
       "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>\n"},
      {"<Card>\n    ```js\n    a {\n      b }\n    ```\n</Card>",
       "<pre><code class=\"language-js\">a {\n  b }\n</code></pre>\n"},
      {"1. a\n   <Note>\n       deep\n   </Note>\n2. b",
       "<ol>\n<li>\n<p>a</p>\n<p>deep</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n"},
      {"- a\n\t- b\n", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"},
      {"    no code\n", "<p>no code</p>\n"},
      {"- a\n\n    b\n", "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n"},
      {"<Code code={`a\n\nb`} lang=\"js\" />", ""},
      {"<Code>{`if (a) {\n\n  b\n}`}</Code>", "<pre><code>if (a) {\n\n  b\n}\n</code></pre>\n"},
      {"<b>bold</b> <br/> <my-tag a>x</my-tag>",
       "<p><b>bold</b> <br /> <my-tag a>x</my-tag></p>\n"},
      {"x <i className=\"a\" style={{b: '>'}} id='c'>y</i>",
       "<p>x <i class=\"a\" id='c'>y</i></p>\n"},
      {"x <span {...p} />", "<p>x <span></span></p>\n"},
      {"<div>\n*a*\n</div>", "<div>\n<p><em>a</em></p>\n</div>\n"},
      {"<style>{`\np { a: b }\n\n`}</style>\n\n<script>\nlet a = '<';\n\nb</script>\n\nText",
       "<p>Text</p>\n"},
      {"a < b, 1 <2, <https://e.org/> and <me@e.org>",
       "<p>a &lt; b, 1 &lt;2, <a href=\"https://e.org/\">https://e.org/</a> and <a "
       "href=\"mailto:me@e.org\">me@e.org</a></p>\n"},
      {"never <Closed a=\"", "<p>never &lt;Closed a=&quot;</p>\n"},
  }));
  CAPTURE(row.given);
  CHECK(html_of(row.given) == row.expected);
}

TEST_CASE("markup: a comment of MDX may end the summary", "[markup]") {
  const Document document("One.\n\nTwo.\n\n{/* truncate */}\n\nThree.", "https://e.org/",
                          Flavour::mdx);
  CHECK(document.summary() == "One. Two.");
  CHECK(document.html() == "<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>\n");
}

TEST_CASE("markup: hostile MDX becomes at most 32 times as much text", "[markup]") {
  const auto unit = GENERATE(values<std::string>({"{",
                                                  "<",
                                                  "<a ",
                                                  "<a {",
                                                  "<a b=\"",
                                                  "<a b='{\n",
                                                  "`",
                                                  "` `` ",
                                                  "export {\n\n",
                                                  "{`${",
                                                  "{'",
                                                  "{/*",
                                                  "<A>",
                                                  "<A>\n ",
                                                  "</a>",
                                                  "```\n",
                                                  "{`",
                                                  "import a\n",
                                                  "<style>",
                                                  "<!--",
                                                  "\\",
                                                  "- ",
                                                  "export const a = `\n\n",
                                                  "{<a b={",
                                                  "(",
                                                  "> ```\n"}));
  std::string text;
  while (text.size() < 100'000) text += unit;
  CAPTURE(unit);
  const std::string out = markup::markdown_of_mdx(text);
  CHECK(out.size() <= 32 * text.size());
}
