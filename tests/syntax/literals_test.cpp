// SPDX-License-Identifier: GPL-2.0-or-later
#include "syntax/literals.hpp"

#include "support/catch.hpp"

using namespace blogsearch;
using syntax::Program;

namespace {

/// `a=1 b.c=x l=[p, q]`: every literal with its path.
void write(const syntax::Node& node, const std::string& path, std::string& out) {
  if (node.is_scalar()) out += path + "=" + node.scalar + "\n";
  for (const syntax::Node& item : node.items) out += path + "+=" + item.scalar + "\n";
  for (const syntax::Member& member : node.members)
    write(member.value, path.empty() ? member.key : path + "." + member.key, out);
}

std::string literals(const std::string& program, Program language) {
  std::string out;
  write(syntax::read_literals(SourceText("config", program), language), "", out);
  return out;
}

}  // namespace

TEST_CASE("syntax: the plain settings of a JavaScript config are read", "[syntax]") {
  CHECK(literals(R"(// site: 'https://commented.example/'
import { defineConfig } from 'astro/config';
/* base: '/old' */
export default defineConfig({
  site: 'https://example.org', // the real one
  "base": "/blog",
  trailingSlash: `always`,
  build: { format: 'file', inline: true },
  vite: { ssr: { x: 1.5 } },
});
)",
                 Program::javascript) ==
        "site=https://example.org\nbase=/blog\ntrailingSlash=always\nbuild.format=file\n"
        "build.inline=true\nvite.ssr.x=1.5\n");
}

TEST_CASE("syntax: functions, lists and types in a config are passed through", "[syntax]") {
  CHECK(literals(R"(const site: string = "My Site" as const
export const TAGLINE = 'Words'
const config: Config = {
  title: 'T', i18n: {locales: ['en', 'de']},
  presets: [['classic', { docs: false, blog: {path: 'b', routeBasePath: '/'}} satisfies Options]],
};
module.exports = function (eleventyConfig) {
  eleventyConfig.addFilter('x', s => s.replace(/["'{]/g, ''));
  return { dir: { input: "content" } };
};
)",
                 Program::javascript) ==
        "site=My Site\nTAGLINE=Words\ntitle=T\ni18n.locales+=en\ni18n.locales+=de\n"
        "presets+=classic\npresets.docs=false\npresets.blog.path=b\npresets.blog.routeBasePath=/\n"
        "dir.input=content\n");
}

TEST_CASE("syntax: what a program computes is not a plain setting", "[syntax]") {
  const std::string value =
      GENERATE(as<std::string>(), "process.env.URL", "'a' + b", "env ? 'a' : 'b'", "`${host}/x`",
               "'caf\\u00e9'", "a === 'b'", "'unclosed\n", "fn('x')", "'a'.trim()");
  CAPTURE(value);
  CHECK(literals("export default { site: " + value + " }", Program::javascript) == "");
}

TEST_CASE("syntax: the plain settings of a Python config are read", "[syntax]") {
  CHECK(literals(R"(#!/usr/bin/env python
"""Settings: SITENAME = 'no'"""
AUTHOR = 'Ida Moor'
SITENAME = "The Shed"  # SITENAME = 'commented'
SITEURL = ''
SITEURL = "https://shed.example"
ARTICLE_PATHS = ['blog', "notes"]
TIMEZONE = os.environ.get('TZ', 'Asia/Tokyo')
PATH = f'{root}/content'
if DEBUG == 'x':
    RELATIVE_URLS = True
EXTRA = {'a/b': {'path': 'c'}}
SAID = r'x'
)",
                 Program::python) ==
        "AUTHOR=Ida Moor\nSITENAME=The Shed\nSITEURL=https://shed.example\nARTICLE_PATHS+=blog\n"
        "ARTICLE_PATHS+=notes\nRELATIVE_URLS=True\nEXTRA.a/b.path=c\n");
}

TEST_CASE("syntax: a program cut anywhere is read without harm", "[syntax]") {
  const std::string program =
      "x = {a: [ 'b', {c: `d${e}` /* f */}], g: /h/ } // i\nj = \"k\\\"\" ;)]}";
  for (std::size_t size = 0; size <= program.size(); ++size)
    for (const Program language : {Program::javascript, Program::python})
      literals(program.substr(0, size), language);
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "{a:";
  CHECK(literals(deep, Program::javascript) == "");
}
