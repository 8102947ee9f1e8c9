// SPDX-License-Identifier: GPL-2.0-or-later
//
// The expected anchors are what the generators of these versions made of the same headings:
// github-slugger 2.0.0, Hugo 0.111.3, kramdown 2.4.0 with kramdown-parser-gfm 1.1.0,
// hexo-renderer-marked 7.0.1, markdown-it-anchor 10.0.0, Python-Markdown 3.4.1. Zola's are by the
// source of components/utils/src/slugs.rs and of the crate `slug`.
#include "model/anchor.hpp"

#include "support/catch.hpp"

using namespace blogsearch;
using model::Anchors;

namespace {

std::vector<std::string> anchors(Anchors rule, const std::vector<std::string>& headings) {
  std::vector<model::Heading> given;
  for (const std::string& heading : headings) {
    const std::size_t id = heading.find(" {#");
    if (id == std::string::npos)
      given.push_back({heading, ""});
    else
      given.push_back({heading.substr(0, id), heading.substr(id + 3, heading.size() - id - 4)});
  }
  return model::anchors_of(given, rule);
}

std::string anchor(Anchors rule, const std::string& heading) {
  return anchors(rule, {heading}).front();
}

struct Row {
  Anchors rule;
  std::string expected;
};

void check(const std::string& heading, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(heading, static_cast<int>(row.rule));
    CHECK(anchor(row.rule, heading) == row.expected);
  }
}

struct Page {
  Anchors rule;
  std::vector<std::string> headings, expected;
};

}  // namespace

TEST_CASE("model: each generator drops, keeps and joins what it does", "[model]") {
  check("It's a “test” -- really... 1/2",
        {{Anchors::github, "its-a-test----really-12"},
         {Anchors::hugo, "its-a-test----really-12"},
         {Anchors::hugo_ascii, "its-a-test----really-12"},
         {Anchors::hugo_blackfriday, "it-s-a-test-really-1-2"},
         {Anchors::jekyll, "its-a-test--really-12"},
         {Anchors::kramdown, "its-a-test----really-12"},
         {Anchors::zola, "it-s-a-test-really-1-2"},
         {Anchors::zola_safe, "It's_a_“test”_--_really..._1/2"},
         {Anchors::hexo, "It’s-a-“test”-–-really…-1-2"},
         {Anchors::markdown_it, "it's-a-%E2%80%9Ctest%E2%80%9D----really...-1%2F2"},
         {Anchors::python_markdown, "its-a-test-really-12"},
         {Anchors::none, ""}});
  check("C++ & C# _x_ a b", {{Anchors::github, "c--c-_x_-a-b"},
                             {Anchors::hugo, "c--c-_x_-a-b"},
                             {Anchors::hugo_blackfriday, "c-c-x-a-b"},
                             {Anchors::kramdown, "c--c-x-a-b"},
                             {Anchors::zola, "c-c-x-a-b"},
                             {Anchors::hexo, "C-C-x-a-b"},
                             {Anchors::markdown_it, "c%2B%2B-%26-c%23-_x_-a-b"},
                             {Anchors::python_markdown, "c-c-_x_-a-b"}});
  check("--x--", {{Anchors::github, "--x--"},
                  {Anchors::hugo, "--x--"},
                  {Anchors::hugo_blackfriday, "x"},
                  {Anchors::jekyll, "x"},
                  {Anchors::kramdown, "x--"},
                  {Anchors::zola, "x"},
                  {Anchors::hexo, "–x–"},
                  {Anchors::markdown_it, "--x--"},
                  {Anchors::python_markdown, "-x-"}});
  check("1. Intro", {{Anchors::github, "1-intro"},
                     {Anchors::hugo, "1-intro"},
                     {Anchors::jekyll, "1-intro"},
                     {Anchors::kramdown, "intro"},
                     {Anchors::zola, "1-intro"},
                     {Anchors::hexo, "1-Intro"},
                     {Anchors::markdown_it, "1.-intro"},
                     {Anchors::python_markdown, "1-intro"}});
  check("A\u00A0B", {{Anchors::github, "ab"},
                     {Anchors::hexo, "A-B"},
                     {Anchors::markdown_it, "a-b"},
                     {Anchors::python_markdown, "a-b"}});
}

TEST_CASE("model: each generator has its own mind about letters that are not English", "[model]") {
  check("Ångström Ærø straße Łódź naïve",
        {{Anchors::github, "ångström-ærø-straße-łódź-naïve"},
         {Anchors::hugo, "ångström-ærø-straße-łódź-naïve"},
         {Anchors::hugo_ascii, "angstrom-r-strae-odz-naive"},
         {Anchors::jekyll, "ångström-ærø-straße-łódź-naïve"},
         {Anchors::kramdown, "ngstrm-r-strae-d-nave"},
         {Anchors::zola, "angstrom-aero-strasse-lodz-naive"},
         {Anchors::hexo, "Angstrom-AEro-strase-Lodz-naive"},
         {Anchors::markdown_it,
          "%C3%A5ngstr%C3%B6m-%C3%A6r%C3%B8-stra%C3%9Fe-%C5%82%C3%B3d%C5%BA-na%C3%AFve"},
         {Anchors::python_markdown, "angstrom-r-strae-odz-naive"}});
  check("日本語：テスト 。", {{Anchors::github, "日本語テスト-"},
                              {Anchors::hugo, "日本語テスト-"},
                              {Anchors::hugo_ascii, "-"},
                              {Anchors::hugo_blackfriday, "日本語-テスト"},
                              {Anchors::jekyll, "日本語テスト-"},
                              {Anchors::kramdown, "section"},
                              {Anchors::zola, ""},
                              {Anchors::zola_safe, "日本語：テスト_。"},
                              {Anchors::hexo, "日本語：テスト-。"},
                              {Anchors::python_markdown, "_1"}});
  check("🦀 Rust", {{Anchors::github, "-rust"},
                      {Anchors::hugo, "-rust"},
                      {Anchors::hugo_blackfriday, "rust"},
                      {Anchors::jekyll, "-rust"},
                      {Anchors::kramdown, "rust"},
                      {Anchors::zola, ""},
                      {Anchors::hexo, "🦀-Rust"},
                      {Anchors::markdown_it, "%F0%9F%A6%80-rust"},
                      {Anchors::python_markdown, "rust"}});
  check("İstanbul ΟΔΟΣ Ⅷ ² Ⓐ 🅰", {{Anchors::github, "i̇stanbul-οδος-ⅷ--ⓐ-🅰"},
                                  {Anchors::hugo, "istanbul-οδοσ----"},
                                  {Anchors::hugo_ascii, "istanbul-----"},
                                  {Anchors::hugo_blackfriday, "istanbul-οδοσ-ⅷ-²"},
                                  {Anchors::jekyll, "i̇stanbul-οδοσ-ⅷ--ⓐ-🅰"},
                                  {Anchors::kramdown, "stanbul-----"},
                                  {Anchors::hexo, "Istanbul-ΟΔΟΣ-Ⅷ-²-A-🅰"},
                                  {Anchors::python_markdown, "istanbul-viii-2-a"}});
  check("हिन्दी", {{Anchors::github, "हिन्दी"},
                  {Anchors::hugo, "हनद"},
                  {Anchors::hugo_blackfriday, "ह-न-द"},
                  {Anchors::jekyll, "हिन्दी"},
                  {Anchors::hexo, "हिन्दी"}});
}

TEST_CASE("model: equal headings of a page are told apart, or counted", "[model]") {
  const std::vector<std::string> same{"Same", "Same", "Same-1", "Same 1"};
  const auto page = GENERATE_COPY(values<Page>({
      {Anchors::github, same, {"same", "same-1", "same-1-1", "same-1-2"}},
      {Anchors::github, {"a-1", "a", "a"}, {"a-1", "a", "a-2"}},
      {Anchors::hugo, same, {"same", "same-1", "same-1-1", "same-1-2"}},
      {Anchors::jekyll, same, {"same", "same-1", "same-1", "same-1-1"}},
      {Anchors::kramdown, same, {"same", "same-1", "same-1", "same-1-1"}},
      {Anchors::zola, same, {"same", "same-1", "same-1-1", "same-1-2"}},
      {Anchors::hexo, same, {"Same", "Same-1", "Same-1", "Same-1-1"}},
      {Anchors::markdown_it, same, {"same", "same-1", "same-1-1", "same-1-2"}},
      {Anchors::python_markdown, same, {"same", "same_1", "same-1", "same-1_1"}},
      {Anchors::python_markdown,
       {"x_1", "x_1", "x", "x", "x_99999999999", "x_99999999999"},
       {"x_1", "x_2", "x", "x_3", "x_99999999999", "x_99999999999_1"}},
  }));
  CAPTURE(static_cast<int>(page.rule));
  CHECK(anchors(page.rule, page.headings) == page.expected);
}

TEST_CASE("model: a heading of which nothing is left has the anchor that its generator gives it",
          "[model]") {
  const std::vector<std::string> empty{"?!", "", "。"};
  const auto page = GENERATE_COPY(values<Page>({
      {Anchors::github, empty, {"", "-1", "-2"}},
      {Anchors::hugo, empty, {"heading", "heading-1", "heading-2"}},
      {Anchors::kramdown, empty, {"section", "section-1", "section-2"}},
      {Anchors::python_markdown, empty, {"_1", "_2", "_3"}},
      {Anchors::none, empty, {"", "", ""}},
  }));
  CAPTURE(static_cast<int>(page.rule));
  CHECK(anchors(page.rule, page.headings) == page.expected);
}

TEST_CASE("model: an author's id is the anchor, and who minds it gives it to no other", "[model]") {
  const std::vector<std::string> given{"Own {#custom}", "Custom", "Same", "Later {#same-1}",
                                       "Same"};
  const auto page = GENERATE_COPY(values<Page>({
      {Anchors::github, given, {"custom", "custom", "same", "same-1", "same-1"}},
      {Anchors::docusaurus, given, {"custom", "custom", "same", "same-1", "same-1"}},
      {Anchors::hugo, given, {"custom", "custom-1", "same", "same-1", "same-2"}},
      {Anchors::jekyll, given, {"custom", "custom", "same", "same-1", "same-1"}},
      {Anchors::kramdown, given, {"custom", "custom", "same", "same-1", "same-1"}},
      {Anchors::zola, given, {"custom", "custom-1", "same", "same-1", "same-2"}},
      {Anchors::zola, {"A", "B {#a}"}, {"a-1", "a"}},
      {Anchors::hugo, {"A", "B {#a}"}, {"a", "a"}},
      {Anchors::python_markdown, {"A", "B {#a}"}, {"a_1", "a"}},
      {Anchors::none, given, {"custom", "", "", "same-1", ""}},
  }));
  CAPTURE(static_cast<int>(page.rule));
  CHECK(anchors(page.rule, page.headings) == page.expected);
}

TEST_CASE("model: ten thousand equal headings are no more work than others", "[model]") {
  for (const Anchors rule : {Anchors::github, Anchors::jekyll, Anchors::python_markdown}) {
    std::vector<std::string> headings(10000, "same");
    const std::vector<std::string> named = anchors(rule, headings);
    CHECK(named.front() == "same");
    CHECK(named.back() == (rule == Anchors::python_markdown ? "same_9999" : "same-9999"));
  }
  std::vector<std::string> chain;
  for (int i = 1; i <= 10000; ++i) chain.push_back("x_" + std::to_string(i));
  for (int i = 1; i <= 10000; ++i) chain.push_back("x_" + std::to_string(i));
  CHECK(anchors(Anchors::python_markdown, chain).back() == "x_20000");
}
