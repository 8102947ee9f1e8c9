// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/hits.hpp"

#include "support/catch.hpp"

using namespace blogsearch;
using namespace blogsearch::cli;

namespace {

time::Timestamp at(long long seconds, int offset = 0) {
  return {std::chrono::sys_seconds{std::chrono::seconds{seconds}}, std::chrono::minutes{offset}};
}

index::Hit hit(std::size_t rank) {
  index::Hit hit;
  hit.rank = rank;
  hit.score = 12.345678;
  hit.url = "https://example.org/rust/";
  hit.path = "posts/rust.md";
  hit.title = "Rust & <memory>";
  hit.published = at(1'671'058'800, 60);  // 2022-12-15T00:00:00+01:00
  hit.updated = at(1'671'145'200);
  hit.tags = {"rust", "c++"};
  hit.lang = "en";
  hit.snippet = {{"What a ", false}, {"memory", true}, {" is <b> ", false}, {"safe", true}};
  return hit;
}

index::Answer answer(std::vector<index::Hit> hits, std::size_t total) {
  index::Answer answer;
  answer.total = total;
  answer.hits = std::move(hits);
  return answer;
}

index::Request request(std::string words) {
  index::Request request;
  request.words = std::move(words);
  return request;
}

}  // namespace

TEST_CASE("cli: a hit shows its title, day, address and snippet", "[cli]") {
  CHECK(show_hits(answer({hit(1), hit(2)}, 2), {}) ==
        "1. Rust & <memory>\n"
        "   2022-12-15  https://example.org/rust/\n"
        "   What a memory is <b> safe\n"
        "\n"
        "2. Rust & <memory>\n"
        "   2022-12-15  https://example.org/rust/\n"
        "   What a memory is <b> safe\n");
  CHECK(show_hits(answer({}, 0), {}).empty());
}

TEST_CASE("cli: an address that does not fit behind the day has a line of its own", "[cli]") {
  const Headline headline{1, "Nails", at(1'671'058'800, 60), "https://shed.example/a-long-name/"};
  CHECK(show_headline(headline, 3, Look{48}) ==
        "1. Nails\n   2022-12-15  https://shed.example/a-long-name/\n");
  CHECK(show_headline(headline, 3, Look{47}) ==
        "1. Nails\n   2022-12-15\n   https://shed.example/a-long-name/\n");
  CHECK(show_headline(headline, 3, Look{20}) ==  // one word, so that it can be copied
        "1. Nails\n   2022-12-15\n   https://shed.example/a-long-name/\n");
}

TEST_CASE("cli: ranks of different length keep one margin", "[cli]") {
  const std::string text = show_hits(answer({hit(9), hit(10)}, 10), {});
  CHECK(text.substr(0, 19) == " 9. Rust & <memory>");
  CHECK(text.find("\n10. Rust") != std::string::npos);
  CHECK(text.find("\n    2022-12-15  https") != std::string::npos);
}

TEST_CASE("cli: a snippet is wrapped and its matches stay marked across lines", "[cli]") {
  index::Hit wide = hit(1);
  wide.title = "T";
  wide.snippet = {{"one two three ", false}, {"four five", true}, {" six", false}};
  CHECK(show_hits(answer({wide}, 1), {23, Colour::on, Links::off}) ==
        "1. \x1b[1mT\x1b[0m\n"
        "   \x1b[2m2022-12-15\x1b[0m\n"
        "   \x1b[34mhttps://example.org/rust/\x1b[0m\n"
        "   one two three \x1b[1;31mfour\x1b[0m\n"
        "   \x1b[1;31mfive\x1b[0m six\n");
}

TEST_CASE("cli: what a post says reaches the terminal without its control characters", "[cli]") {
  index::Hit hostile = hit(1);
  hostile.title = "\x1b]0;owned\a";
  hostile.url = "https://example.org/\x1b[2J";
  hostile.snippet = {{"a\nb\x1b", false}};
  CHECK(show_hits(answer({hostile}, 1), {}) ==
        "1. \uFFFD]0;owned\uFFFD\n"
        "   2022-12-15  https://example.org/\uFFFD[2J\n"
        "   a b\uFFFD\n");
}

TEST_CASE("cli: a person is told what the hits do not say", "[cli]") {
  CHECK(remark(answer({}, 0), request("zebra crossing")) == "no post matches: zebra crossing\n");
  CHECK(remark(answer({hit(1)}, 1), request("rust")) == "");
  CHECK(remark(answer({hit(11), hit(12)}, 37), request("rust")) == "posts 11 to 12 of 37\n");
  CHECK(remark(answer({hit(2)}, 2), request("rust")) == "post 2 of 2\n");
  CHECK(remark(answer({}, 1), request("rust")) == "1 post in all\n");
  index::Answer other = answer({hit(1)}, 1);
  other.corrected = "rust memory";
  other.relaxed = true;
  CHECK(remark(other, request("ruts memory")) ==
        "searched for rust memory; nothing has ruts; --exact searches for it as it is\n"
        "no post has all the words; these have some of them\n");
  CHECK(remark(other, request("ruts memroy")) ==
        "searched for rust memory; nothing has ruts or memroy; --exact searches for it as it is\n"
        "no post has all the words; these have some of them\n");
  other.corrected.reset();
  other.complete = 1;
  CHECK(remark(other, request("a b")) == "1 post has all the words; the others some of them\n");
  other.complete = 3;
  CHECK(remark(other, request("a b")) == "3 posts have all the words; the others some of them\n");
}

TEST_CASE("cli: a section stands below its title, and what has an address leads there", "[cli]") {
  index::Hit in_section = hit(1);
  in_section.title = "T";
  in_section.snippet = {{"text", false}};
  in_section.section = index::Place{"On borrowing a ladder twice", "https://example.org/rust/#on"};
  CHECK(show_hits(answer({in_section}, 1), {}) ==
        "1. T\n"
        "   2022-12-15  https://example.org/rust/\n"
        "   › On borrowing a ladder twice\n"
        "   text\n");
  const std::string to_post = "\x1b]8;;https://example.org/rust/\x1b\\";
  const std::string to_part = "\x1b]8;;https://example.org/rust/#on\x1b\\";
  const std::string off = "\x1b]8;;\x1b\\";
  CHECK(show_hits(answer({in_section}, 1), {25, Colour::on, Links::on}) ==
        "1. \x1b[1mT\x1b[0m\n   \x1b[2m2022-12-15\x1b[0m\n   " + to_post +
            "\x1b[34mhttps://example.org/rust/\x1b[0m" + off + "\n   › " + to_part +
            "On borrowing a" + off + "\n     " + to_part + "ladder twice" + off + "\n   text\n");
}

TEST_CASE("cli: facets are told where posts differ, as many as fit on two lines", "[cli]") {
  index::Facets facets;
  facets.lang = {{"en", 21}};
  CHECK(show_facets(facets, {}).empty());
  facets.tag = {{"rust", 12}, {"async\x1b[2J", 4}};
  facets.year = {{"2024", 9}, {"2023", 7}};
  CHECK(show_facets(facets, {}) == "tags: rust 12 · async\uFFFD[2J 4   years: 2024 9 · 2023 7\n");
  CHECK(show_facets(facets, {40, Colour::off, Links::off}) ==
        "tags: rust 12 · async\uFFFD[2J 4\n"
        "years: 2024 9 · 2023 7\n");
  facets.tag = {{"日本語", 12}, {"ウェブ", 4}, {"x", 1}};
  facets.author = {{"Ida", 2}, {"Ada", 1}};
  CHECK(show_facets(facets, {21, Colour::on, Links::off}) ==
        "\x1b[2mtags: 日本語 12\x1b[0m\n"
        "\x1b[2myears: 2024 9\x1b[0m\n");
}

TEST_CASE("cli: an answer as JSON has the fields of the contract in their order", "[cli]") {
  index::Answer one = answer({hit(11)}, 37);
  one.complete = 37;
  one.facets.tag = {{"rust", 3}, {"c++", 1}};
  one.facets.year = {{"2022", 4}};
  index::Request asked = request("a \"b\"");
  asked.offset = 10;
  asked.limit = 1;
  CHECK(
      write_json(json_of(one, asked)) ==
      R"({"query":"a \"b\"","total":37,"offset":10,"limit":1,"corrected":null,"relaxed":false,)"
      R"("complete":37,"hints":[],"hits":[{"rank":11,"score":12.3457,"url":"https://example.org/rust/",)"
      R"("path":"posts/rust.md","title":"Rust & <memory>","published":"2022-12-14T23:00:00Z",)"
      R"("updated":"2022-12-15T23:00:00Z","tags":["rust","c++"],"lang":"en",)"
      R"("snippet":"What a <mark>memory</mark> is &lt;b&gt; <mark>safe</mark>","section":null}],)"
      R"("facets":{"tag":[["rust",3],["c++",1]],"year":[["2022",4]],"author":[],"lang":[],)"
      R"("section":[]}})");
  one.corrected = "ab";
  one.relaxed = true;
  CHECK(write_json(json_of(one, asked)).find(R"("corrected":"ab","relaxed":true)") !=
        std::string::npos);

  one.parsed = "ab";
  one.hits.front().explanation.emplace();
  one.hits.front().section = index::Place{"S", "https://example.org/rust/#s"};
  Diagnostic hint;
  hint.code = Code::index_odd_query;
  hint.message = "odd";
  hint.hint = "even";
  hint.location = Location{1, 4, "a OR", {2, 4}};
  one.hints.add(hint);
  asked.explain = true;
  const std::string all = write_json(json_of(one, asked));
  CAPTURE(all);
  CHECK(all.find(R"("complete":37,"parsed":"ab","hints":[{"message":"odd","hint":"even",)"
                 R"("column":4}],"hits")") != std::string::npos);
  CHECK(all.find(R"("section":{"title":"S","url":"https://example.org/rust/#s"},"explanation":{)"
                 R"("tier":"some_words","matches":[],"missing":[],)"
                 R"("score":{"words":0.0,"title":0.0,"recency":0.0}}}])") != std::string::npos);
}
