// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/shortcodes.hpp"

#include "markup/document.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using markup::Document;
using markup::Flavour;

namespace {
struct Row {
  std::string given, expected;
};

std::string rewritten(const std::string& body, Flavour flavour = Flavour::markdown) {
  std::vector<std::string> unknown;
  return markup::without_shortcodes(body, flavour, unknown);
}

std::vector<std::string> unknown_in(const std::string& body) {
  return Document(body, "https://e.org/", Flavour::markdown).unknown_shortcodes();
}
}  // namespace

TEST_CASE("markup: Hugo's shortcodes leave what a reader sees", "[markup]") {
  const auto row = GENERATE(values<Row>({
      {"{{< highlight go \"linenos=table\" >}}\na := `b`\n{{< /highlight >}}\n",
       "```go\na := `b`\n```\n"},
      {"x {{< highlight go >}}a{{< /highlight >}} y", "x `a` y"},
      {"- a\n\n  {{< highlight go >}}\n  b\n  {{< /highlight >}}\n",
       "- a\n\n  ```go\n  b\n  ```\n"},
      {"{{< highlight md >}}\n```\n{{< /highlight >}}", "````md\n```\n````"},
      {"[a]({{< ref \"blog/post.md#part\" >}})", "[a](blog/post#part)"},
      {"[a]({{% relref path=\"/x/_index.md\" %}})", "[a](/x)"},
      {"{{< figure src=\"a b.png\" alt=\"c\" title=\"d\" caption=\"e\" >}}",
       "![c](<a b.png>)\n\n<figcaption>d e</figcaption>\n\n"},
      {"<div>\n{{< img src=\"a.png\" >}}\n</div>", "<div>\n\n![](<a.png>)\n</div>"},
      {"{{<youtube abc>}}", "<a href=\"https://www.youtube.com/watch?v=abc\">YouTube</a>"},
      {"{{< youtube id=\"abc\" title=\"A film\" >}}",
       "<a href=\"https://www.youtube.com/watch?v=abc\">A film</a>"},
      {"{{< vimeo 42 >}}", "<a href=\"https://vimeo.com/42\">Vimeo</a>"},
      {"{{< gist someone 1f2e >}}", "<a href=\"https://gist.github.com/someone/1f2e\">Gist</a>"},
      {"{{< x user=\"u\" id=\"1\" >}}", "<a href=\"https://x.com/u/status/1\">X</a>"},
      {"{{< tweet 1 >}}", "<a href=\"https://twitter.com/i/status/1\">Twitter</a>"},
      {"{{% note %}}\nKept.\n{{% /note %}}", "\nKept.\n"},
      {"{{< details summary=\"See\" >}}in{{< /details >}}", "\n\nSee\n\nin"},
      {"a{{< comment >}}b {{< note >}}{{< /comment >}}c", "ac"},
      {"{{< param \"x\" >}}{{< toc />}}", ""},
      {"{{</* figure src=\"a\" */>}}", "{{\\< figure src=\"a\" >}}"},
      {"`{{%/* note */%}}`", "`{{% note %}}`"},
      {"```\n{{</* ref */>}} {{< ref \"x\" >}} {{ .Title }}\n```\n",
       "```\n{{< ref >}} {{< ref \"x\" >}} {{ .Title }}\n```\n"},
      {"{{ .Title }} and {{/* a comment of Go's */}}",
       "{{ .Title }} and {{/* a comment of Go's */}}"},
  }));
  CAPTURE(row.given);
  if (row.expected.find("\\<") == std::string::npos)
    CHECK(rewritten(row.given) == row.expected);
  else
    CHECK(Document(row.given, "https://e.org/").text() == "{{< figure src=\"a\" >}}\n");
}

TEST_CASE("markup: Liquid leaves what a reader sees", "[markup]") {
  const auto row = GENERATE(values<Row>({
      {"{% highlight ruby linenos %}\nputs '{{ x }}'\n{% endhighlight %}\n",
       "```ruby\nputs '{{ x }}'\n```\n"},
      {"<div>\n{% highlight c %}\na;\n{% endhighlight %}\n</div>\n",
       "<div>\n\n```c\na;\n```\n</div>\n"},
      {"{% highlight liquid %}\n{% raw %}\n{% if a %}\n{% endraw %}\n{% endhighlight %}\n",
       "```liquid\n{% if a %}\n```\n"},
      {"a {% raw %}{{ b }} {% c %}{% endraw %} d", "a {{ b }} {% c %} d"},
      {"{% raw %}\n```\n{{ b }}\n```\n{% endraw %}\n", "```\n{{ b }}\n```\n"},
      {"```\n{% raw %}\n{{ b }}\n{% endraw %}\n{{ gone }}\n```\n", "```\n{{ b }}\n\n```\n"},
      {"a {{ b | c: 'd' }} e{{- f -}}g", "a  eg"},
      {"![a]({{ site.baseurl }}/b.png) ![c]({{ \"/d.png\" | relative_url }})",
       "![a](/b.png) ![c](/d.png)"},
      {"{{ 'now' | date: '%Y' }}", ""},
      {"- <{{ a.url }}>\n", "- \n"},
      {"a **{{ b }}** c, *d*{{ e }}*f*", "a  c, *d**f*"},
      {"a{% comment %}b {% if %} c{% endcomment %}d", "ad"},
      {"{% include a.html b=\"c\" %}\n", "\n"},
      {"{% include media/figure.html src=\"a.png\" alt=\"b\" %}", "![b](<a.png>)"},
      {"{% include \"youtube.html\" id=\"abc\" %}",
       "<a href=\"https://www.youtube.com/watch?v=abc\">YouTube</a>"},
      {"{% include \"toc.html\" %}{% include %}", ""},
      {"[a]({% post_url 2016-07-26-name %}) [b]({% link _posts/2016-07-26-name.md %}) "
       "[c]({% link x/y.pdf %}) [d]({% link about.md %})",
       "[a](/2016/07/26/name.html) [b](/2016/07/26/name.html) [c](/x/y.pdf) [d](/about.html)"},
      {"{% assign a = 1 %}\n- b\n{% if c %}\n- d\n{% else %}\n- e\n{% endif %}\n",
       "- b\n- d\n- e\n"},
      {"a {% for p in q %}{% for r in s %}{{ r }}{% endfor %} t {% endfor %} b", "a  b"},
      {"{% capture a %}\nkept\n{% endcapture %}\nx {{ a }} y {{ a }}", "x \nkept\n y "},
      {"{% gist someone/1f2e %}", "<a href=\"https://gist.github.com/someone/1f2e\">Gist</a>"},
      {"{%- comment -%}x{%- endcomment -%}", ""},
      {"{% # a note %}\nb", "b"},
      {"~~~\n{{ a }} ${{ b }}\n~~~\n\n    {{ c }}\n\n`{{ d }}` ${{ e }}",
       "~~~\n{{ a }} ${{ b }}\n~~~\n\n    {{ c }}\n\n`{{ d }}` ${{ e }}"},
      {"{% assign a = b %}\n    {{ a.c }} bytes\n\n`v{{ d }}`", "     bytes\n\n`v`"},
  }));
  CAPTURE(row.given);
  CHECK(rewritten(row.given) == row.expected);
}

TEST_CASE("markup: Nunjucks, Zola, Hexo and Pelican leave what a reader sees", "[markup]") {
  const auto row = GENERATE(values<Row>({
      {"{% set a %}\nlet b;\n{% endset %}\n{{ a | highlight(\"js\") | safe }}\n",
       "```js\nlet b;\n```\n"},
      {"{% set codeBody %}\nlet b;\n{% endset %}\n{% include 'x' %}\n", "```\nlet b;\n```\n\n"},
      {"{% set a = 1 %}\nb\n", "b\n"},
      {"a {# a comment #}b {#- and -#}c", "a b c"},
      {"a {# more #} b", "a <!-- more --> b"},
      {"## Title {#id}", "## Title {#id}"},
      {"{% verbatim %}{{ a }}{% endverbatim %}", "{{ a }}"},
      {"{% image \"a.png\", \"b c\" %}", "![b c](<a.png>)"},
      {"{{ youtube(id=\"abc\", autoplay=true) }}",
       "<a href=\"https://www.youtube.com/watch?v=abc\">YouTube</a>"},
      {"{{ image(src=\"/a.png\", alt=\"b\") }}", "![b](</a.png>)"},
      {"{% quote(author=\"V\") %}\nSaid.\n{% end %}\n", "\n\nV\n\n\nSaid.\n\n"},
      {"{{/* youtube(id=\"abc\") */}}", "{{ youtube(id=\"abc\") }}"},
      {"`{%/* quote() */%}` `{{/*/* a() */*/}}`", "`{% quote() %}` `{{/* a() */}}`"},
      {"{% blockquote David L., Wide *Awake* %}\nSaid.\n{% endblockquote %}\n",
       "\n\nDavid L., Wide \\*Awake\\*\n\n\nSaid.\n\n"},
      {"{% codeblock Title lang:js %}\nlet a;\n{% endcodeblock %}", "```js\nlet a;\n```"},
      {"{% asset_img left /a.png \"title\" %}", "![title](</a.png>)"},
      {"[a]({filename}/b.md) ![c]({static}d.png) {filename}", "[a](/b.md) ![c](d.png) "},
      {"<a href=\"{attach}x.pdf\">y</a> f({filename: 1})",
       "<a href=\"x.pdf\">y</a> f({filename: 1})"},
  }));
  CAPTURE(row.given);
  CHECK(rewritten(row.given) == row.expected);
}

TEST_CASE("markup: in a body of HTML shortcodes leave HTML", "[markup]") {
  const auto row = GENERATE(values<Row>({
      {"<p>`{{ a }}` {% raw %}{{ b }}{% endraw %}</p>", "<p>`` {{ b }}</p>"},
      {"{% highlight c %}\na < b;\n{% endhighlight %}\n", "<pre><code>a &lt; b;</code></pre>\n"},
      {"{{< vimeo id=1 title=\"*a* <b>\" >}}",
       "<a href=\"https://vimeo.com/1\">&#42;a&#42; &lt;b&gt;</a>"},
      {"{% youtube a&b %}", "<a href=\"https://www.youtube.com/watch?v=a&amp;b\">YouTube</a>"},
      {"{{< figure src=\"a.png\" alt=\"\\\"\" >}}", "<img src=\"a.png\" alt=\"&quot;\" />"},
  }));
  CAPTURE(row.given);
  CHECK(rewritten(row.given, Flavour::html) == row.expected);
}

TEST_CASE("markup: an unknown shortcode leaves what it encloses and is named once", "[markup]") {
  const std::string body =
      "a {{< widget x=\"y\" >}}b{{< /widget >}} {{< widget >}} {% box 'c' %}d{% endbox %} "
      "{{ pirate(name=\"e\") }} {% wrap() %}f{% end %}\n\n```\n{{< other >}} {% other %}\n```\n";
  CHECK(Document(body, "https://e.org/").text() == "a b  d  f\n{{< other >}} {% other %}\n");
  CHECK(unknown_in(body) ==
        std::vector<std::string>{"{{< widget >}}", "{% box %}", "{{ pirate() }}", "{% wrap() %}"});
  CHECK(unknown_in("{% include a %} {{ b }} {{< ref \"c\" >}}").empty());
}

TEST_CASE("markup: what only resembles a shortcode stays", "[markup]") {
  const auto text = GENERATE(values<std::string>(
      {"a {{ never closed", "a {% never closed", "{{< never closed", "{{ a\n\nb }}", "{ { a } }",
       "$x^{{2}}$ and ${{ y }}", "100 {%", "}} {{", "{{}}", "{{ (a) }}"}));
  CAPTURE(text);
  CHECK(rewritten(text) == text);
}

TEST_CASE("markup: hostile shortcodes become at most three times as much text", "[markup]") {
  const auto unit = GENERATE(values<std::string>({"{",
                                                  "{{",
                                                  "{%",
                                                  "{{<",
                                                  "{{ a }}",
                                                  "{% raw %}",
                                                  "{% if a %}",
                                                  "x {% if a %}",
                                                  "{% comment %}",
                                                  "{% for a in b %}",
                                                  "{% set a %}",
                                                  "{{< a >}}",
                                                  "{# ",
                                                  "{% highlight c %}",
                                                  "x{% highlight c %}y{% endhighlight %}",
                                                  "`{% raw %}` ",
                                                  "`a` ",
                                                  "```\n{% raw %}\n```\n",
                                                  "{% set a %}{{ a }}",
                                                  "{%/* ",
                                                  "{{< /a >}}",
                                                  " {% else %}",
                                                  "\n",
                                                  "{% a() %}",
                                                  "{% end %}",
                                                  "{{< figure src=\"a.b\" >}}"}));
  std::string text;
  while (text.size() < 100'000) text += unit;
  CAPTURE(unit);
  const std::string out = rewritten(text);
  CHECK(out.size() <= 3 * text.size());
}
