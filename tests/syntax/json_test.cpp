// SPDX-License-Identifier: GPL-2.0-or-later
#include "syntax/json.hpp"

#include "support/catch.hpp"
#include "support/findings.hpp"

using namespace blogsearch;
using syntax::Json;

TEST_CASE("syntax: JSON is written in the order it was put together", "[syntax]") {
  const Json json = Json::Object{{"z", 1},
                                 {"a", Json::Array{true, nullptr, "x", 1.5, Json::Object{}}},
                                 {"t", std::string_view("\"<&\n\x01é😀")}};
  CHECK(syntax::write_json(json) ==
        "{\"z\":1,\"a\":[true,null,\"x\",1.5,{}],\"t\":\"\\\"<&\\n\\u0001é😀\"}");
  CHECK(syntax::write_json(Json::Object{{"a", Json::Array{1}}}, syntax::Layout::indented) ==
        "{\n  \"a\": [\n    1\n  ]\n}");
}

TEST_CASE("syntax: bytes that are not UTF-8 never make invalid JSON", "[syntax]") {
  CHECK(syntax::write_json("a\xFFz") == "\"a\uFFFDz\"");
}

TEST_CASE("syntax: JSON that was written reads back", "[syntax]") {
  const std::string text = "{\"a\":[1,-2,2.5,\"x\",null,true],\"b\":{\"c\":\"d\"}}";
  const auto json = syntax::read_json(text);
  REQUIRE(json);
  CHECK(syntax::write_json(*json) == text);
  CHECK(std::get<std::string>(json->find("b")->find("c")->value()) == "d");
  CHECK(json->find("z") == nullptr);
}

TEST_CASE("syntax: what is no JSON is refused with its place", "[syntax]") {
  const auto json = syntax::read_json("{\"a\": }");
  REQUIRE_FALSE(json);
  CHECK(support::line_of(json.error()) == "this is not JSON [syntax.invalid-json]");
  CHECK(json.error().span == Span{6, 6});
}
