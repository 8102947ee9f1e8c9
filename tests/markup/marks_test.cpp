// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/marks.hpp"

#include "markup/document.hpp"
#include "support/catch.hpp"

using namespace blogsearch;
using markup::without_marks;

namespace {
struct Row {
  std::string given, expected;
};
}  // namespace

TEST_CASE("markup: attribute lists leave no text", "[markup]") {
  const auto row = GENERATE(values<Row>({
      {"text\n{: .note .info}\nmore\n", "text\n\nmore\n"},
      {"> text\n> {: .note}\n", "> text\n> \n"},
      {"*a*{: .b} [c](d){:target=\"_blank\"} e\n", "*a* [c](d) e\n"},
      {"# A {#b}\n", "# A \n"},
      {"## A {#b .c key=\"d e\"} ##\n", "## A {#b .c key=\"d e\"} ##\n"},
      {"## A {.c}\n{.d}\n", "## A \n\n"},
      {"![a](b){width=100} [c](d){.e}!\n", "![a](b) [c](d)!\n"},
      {"{::comment}a{:/comment} {:/} {::options toc_levels=\"1\" /}\n", "a  \n"},
      {"a {#b} {.c} {d} {:?} {:#?} {:k=>1} {: }\n", "a {#b} {.c} {d} {:?} {:#?} {:k=>1} {: }\n"},
      {"`{: .a}` \\{: .b}\n\n    {: .c}\n\n```\n{: .d}\n[TOC]\n```\n",
       "`{: .a}` \\{: .b}\n\n    {: .c}\n\n```\n{: .d}\n[TOC]\n```\n"},
      {"`a\nb` {: .c}\n", "`a\nb` \n"},
  }));
  CAPTURE(row.given);
  CHECK(without_marks(row.given).text == row.expected);
}

TEST_CASE("markup: an id that an author gave to a heading is kept, with its line", "[markup]") {
  struct Given {
    std::string markdown;
    markup::HeadingIds ids;
  };
  const auto row = GENERATE(values<Given>({
      {"text\n\n# A {#b}\n\n## C {#d .e f=g}\n", {{3, "b"}, {5, "d"}}},
      {"A {#b}\n======\n\n> C {: #d}\n> ---\n", {{1, "b"}, {4, "d"}}},
      {"# A\n{: .c #b}\n", {{1, "b"}}},
      {"# A {.c}\n\n```\n# A {#b}\n```\n", {}},
      {"A {#b}\n\n# `{#b}`\n", {}},
  }));
  CAPTURE(row.markdown);
  CHECK(without_marks(row.markdown).ids == row.ids);
}

TEST_CASE("markup: places of a table of contents leave no text", "[markup]") {
  const auto row = GENERATE(values<Row>({
      {"[TOC]\n", "\n"},
      {"a\n\n[[toc]]\n\nb\n", "a\n\n\n\nb\n"},
      {"[[_TOC_]]\n", "\n"},
      {"* TOC\n{:toc}\na\n", "a\n"},
      {"1. anything\n{:toc .x}\n\na\n", "\na\n"},
      {"a [toc] b\n", "a [toc] b\n"},
  }));
  CAPTURE(row.given);
  CHECK(without_marks(row.given).text == row.expected);
}

TEST_CASE("markup: containers keep their titles and their text", "[markup]") {
  const auto row = GENERATE(values<Row>({
      {":::note\ntext\n:::\n", "\ntext\n\n"},
      {"::: tip My title\ntext\n:::\n", "\nMy title\n\ntext\n\n"},
      {":::tip[My *title*]\ntext\n:::\n", "\nMy *title*\n\ntext\n\n"},
      {":::tip{title=\"My title\"}\n", "\nMy title\n\n"},
      {"::::{.a}\n", "\n"},
      {"!!! note \"My title\"\n    text\n\n    ```\n    code\n    ```\nout\n",
       "\nMy title\n\ntext\n\n```\ncode\n```\nout\n"},
      {"???+ tip\n    text\n", "\ntext\n"},
      {"!!! what a day\nit was\n", "!!! what a day\nit was\n"},
      {"> [!NOTE]\n> text\n", "> \n> text\n"},
      {"> [!TIP]- My title\n> text\n", ">  My title\n> text\n"},
      {"a ::: b\n", "a ::: b\n"},
  }));
  CAPTURE(row.given);
  CHECK(without_marks(row.given).text == row.expected);
}

TEST_CASE("markup: hostile marks become at most twice as much text", "[markup]") {
  const auto unit = GENERATE(
      values<std::string>({"{: ", "{:.a", "{#a ", "!!! a\n    ", ":::\n", "> [!A]\n", "a\n", "* ",
                           "[", "`a\n", "    a\n", "# {a=\"b\n", ">", "{:/", "- TOC\n"}));
  std::string text;
  while (text.size() < 100'000) text += unit;
  CAPTURE(unit);
  const std::string out = without_marks(text).text;
  CHECK(out.size() <= 2 * text.size());
}
