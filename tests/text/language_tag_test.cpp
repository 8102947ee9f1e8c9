// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/language_tag.hpp"

#include "support/catch.hpp"

using namespace blogsearch;

TEST_CASE("text: a language tag of BCP 47 gets its recommended case", "[text]") {
  struct Row {
    std::string written, tag;  // an empty tag: refused
  };
  const auto row = GENERATE(values<Row>({
      {"en", "en"},
      {"DE", "de"},
      {"en-us", "en-US"},
      {"zh_cn", "zh-CN"},
      {"zh_hans_cn", "zh-Hans-CN"},
      {"es-419", "es-419"},
      {"ast", "ast"},
      {"zh-yue-HK", "zh-yue-HK"},
      {"de-CH-1901", "de-CH-1901"},
      {"sl-rozaj-biske", "sl-rozaj-biske"},
      {"DE-latn-de-1996-X-Mine", "de-Latn-DE-1996-x-mine"},
      {"en-u-CA-gregory", "en-u-ca-gregory"},
      {"x-whatever", "x-whatever"},
      {"", ""},
      {"e", ""},
      {"English", ""},  // 5*8ALPHA of section 2.1: nothing is registered there
      {"en-", ""},
      {"-en", ""},
      {"en--us", ""},
      {"en us", ""},
      {"en_US.UTF-8", ""},
      {"fr, en", ""},
      {"en-u", ""},
      {"x", ""},
      {"deutsch, bitte", ""},
      {"de-DE-DE", ""},
      {"日本語", ""},
      {"../en", ""},
      {"12", ""},
  }));
  CAPTURE(row.written);
  CHECK(text::language_tag(row.written).value_or("") == row.tag);
}

TEST_CASE("text: the languages of ISO 639-1 are known", "[text]") {
  for (const char* code : {"aa", "de", "en", "ja", "zh", "zu"}) CHECK(text::is_language_code(code));
  for (const char* code : {"", "d", "DE", "xx", "js", "md", "min", "de ", " d", "a "})
    CHECK_FALSE(text::is_language_code(code));
}
