// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/template.hpp"

#include "support/catch.hpp"

using namespace blogsearch;
using namespace blogsearch::cli;

namespace {

index::Hit hit() {
  index::Hit hit;
  hit.rank = 3;
  hit.score = 12.345678;
  hit.url = "https://example.org/rust/";
  hit.path = "posts/rust.md";
  hit.title = "Rust\t& \x1b[2J\nmore";
  hit.published = {std::chrono::sys_seconds{std::chrono::seconds{1'671'058'800}},
                   std::chrono::minutes{60}};  // 2022-12-15T00:00:00+01:00
  hit.updated = {std::chrono::sys_seconds{std::chrono::seconds{1'671'145'200}}, {}};
  hit.tags = {"rust", "c++"};
  hit.lang = "en";
  hit.snippet = {{"What a ", false}, {"memory", true}};
  return hit;
}

std::string filled(std::string_view text, const index::Hit& of = hit()) {
  const Result<Template> form = read_template(text);
  REQUIRE(form);
  return fill(*form, of);
}

}  // namespace

TEST_CASE("cli: a template names the fields of a hit", "[cli]") {
  CHECK(filled("{rank} {score} {url} {path}") ==
        "3 12.3457 https://example.org/rust/ posts/rust.md\n");
  CHECK(filled("{published} {updated} {day} {year}") ==
        "2022-12-14T23:00:00Z 2022-12-15T23:00:00Z 2022-12-15 2022\n");
  CHECK(filled("{tags}|{lang}|{snippet}") == "rust, c++|en|What a memory\n");
  CHECK(filled("{section}|{section_url}") == "|https://example.org/rust/\n");
  index::Hit in_section = hit();
  in_section.section = index::Place{"Price", "https://example.org/rust/#price"};
  CHECK(filled("{section}|{section_url}", in_section) == "Price|https://example.org/rust/#price\n");
}

TEST_CASE("cli: a template's values stay on their line and steer no terminal", "[cli]") {
  CHECK(filled("{title}") == "Rust & \uFFFD[2J more\n");
}

TEST_CASE("cli: a template has escapes, and ends its line once", "[cli]") {
  CHECK(filled(R"(a\tb\\n)") == "a\tb\\n\n");
  CHECK(filled(R"(a\n)") == "a\n");
  CHECK(filled(R"({rank}\n\n)") == "3\n\n");
  CHECK(filled("{{{rank}}}") == "{3}\n");
  CHECK(filled("") == "\n");
}

TEST_CASE("cli: a template that makes no sense is refused at its place", "[cli]") {
  struct Row {
    std::string text, message, hint;
    Span caret;
  };
  const std::string all =
      "the fields are rank, score, url, path, title, published, updated, day, year, tags, lang, "
      "snippet, section, section_url";
  const std::string backslash = R"(a backslash begins \t, \n or \\ only)";
  const auto row = GENERATE_COPY(values<Row>({
      {"x {titel}", "a hit has no field \"titel\"", "did you mean \"title\"?", {3, 8}},
      {"{zebra}", "a hit has no field \"zebra\"", all, {1, 6}},
      {"{}", "a hit has no field \"\"", all, {0, 2}},
      {"x {title",
       "this brace is not closed",
       "write a field, such as {title}, or {{ for the brace itself",
       {2, 3}},
      {"x } y", "this brace closes nothing", "write }} for the brace itself", {2, 3}},
      {R"(x\q)", backslash, R"(write \\ for the backslash itself)", {1, 3}},
      {R"(x\)", backslash, R"(write \\ for the backslash itself)", {1, 2}},
  }));
  CAPTURE(row.text);
  const Result<Template> form = read_template(row.text);
  REQUIRE_FALSE(form);
  CHECK(form.error().message == row.message);
  CHECK(form.error().hint == row.hint);
  CHECK(form.error().code == Code::cli_usage);
  REQUIRE(form.error().location);
  CHECK(form.error().location->caret == row.caret);
}
