// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/tokens.hpp"

#include "support/catch.hpp"
#include "text/diacritics.hpp"
#include "text/stop_words.hpp"

using namespace blogsearch::text;

namespace {

/// `word@position`, behind it its parts as `+part`, `~` in front of what is joined.
std::string tokens_of(std::string_view text) {
  std::string out;
  for_each_token(text, [&out](const Token& token) {
    if (!out.empty()) out += ' ';
    if (token.form == Token::Form::part) {
      out += "+" + std::string(token.word);
    } else {
      out += token.is_joined ? "~" : "";
      out += std::string(token.word) + "@" + std::to_string(token.position);
    }
  });
  return out;
}

/// `word[what it is in the text]`
std::string spans_of(std::string_view text) {
  std::string out;
  for_each_token(text, [&](const Token& token) {
    if (token.form == Token::Form::part) return;
    out += (out.empty() ? "" : " ") + std::string(token.word) + "[";
    out.append(text.substr(token.span.begin, token.span.size())).append("]");
  });
  return out;
}

struct Row {
  std::string text, tokens;
};

}  // namespace

TEST_CASE("text: names in code are found as they are typed", "[text]") {
  const auto row = GENERATE(values<Row>({
      {"C++", "c++@0"},
      {"C#", "c#@0"},
      {".NET", ".net@0 +net"},
      {"C++20", "c++20@0 +c++"},
      {"std::vector", "std@0 ~vector@1"},
      {"foo->bar", "foo@0 ~bar@1"},
      {"--flag", "--flag@0 +flag"},
      {"node.js", "node@0 ~js@1"},
      {"async/await", "async@0 ~await@1"},
      {"snake_case", "snake_case@0 +snake +case"},
      {"camelCase", "camelcase@0 +camel +case"},
      {"v1.2.3", "v1.2.3@0 +v1 +1.2.3 +1.2"},
      {"x86_64", "x86_64@0 +x86 +64"},
      {"@astrojs/rss", "@astrojs@0 +astrojs ~rss@1"},
      {"--no-color", "--no@0 +no ~color@1"},
      {"$HOME ${HOME}", "$home@0 +home home@1"},
      {"__init__ _x_", "__init__@0 +init _x_@1"},
      {"HTTPServer getURL2", "httpserver@0 +http +server geturl2@1 +get +url2"},
      {"XMLHttpRequest", "xmlhttprequest@0 +xml +http +request"},
      {"1.70.0 3.14 127.0.0.1:80", "1.70.0@0 +1.70 3.14@1 127.0.0.1@2 +127.0 +127.0.0 ~80@3"},
      {"std::vector<int> a.b()", "std@0 ~vector@1 ~int@2 a@3 ~b@4"},
      {"notepad++ g++-12", "notepad++@0 +notepad g++@1 ~12@2"},
      {"C++20/23", "c++20@0 +c++ ~23@1"},
      {"ASP.NET user@example.org", "asp@0 ~net@1 user@2 ~example@3 ~org@4"},
      {"f(x).name a[i].name", "f@0 ~x@1 ~name@2 a@3 ~i@4 ~name@5"},
      {"operator<=> a->b", "operator@0 a@1 ~b@2"},
  }));
  CAPTURE(row.text);
  CHECK(tokens_of(row.text) == row.tokens);
}

TEST_CASE("text: marks belong to a word at its borders only", "[text]") {
  const auto row = GENERATE(values<Row>({
      {"C++. (C++), C#!", "c++@0 c++@1 c#@2"},
      {"c+++ ++i a+b i++", "c@0 i@1 a@2 ~b@3 i++@4"},
      {"C## F#m #include", "c@0 f@1 ~m@2 include@3"},
      {"a.net ..net a--b ---b @@x", "a@0 ~net@1 net@2 a@3 ~b@4 b@5 x@6"},
      {"“.NET” „--flag“ —@scope", ".net@0 +net --flag@1 +flag @scope@2 +scope"},
      {"用.NET写 é.net", "用@0 ~.net@1 +net ~写@2 é@3 ~net@4"},
      {"-v -1 . .. -- @ $ # '", "v@0 1@1"},
      {"R&D 10% 12:30 2024-05-17", "r@0 ~d@1 10@2 12@3 ~30@4 2024@5 ~05@6 ~17@7"},
  }));
  CAPTURE(row.text);
  CHECK(tokens_of(row.text) == row.tokens);
}

TEST_CASE("text: apostrophes, straight and curly, and initials", "[text]") {
  const auto row = GENERATE(values<Row>({
      {"don't", "don't@0 +don"},
      {"don’t", "don't@0 +don"},
      {"we'll We’ve", "we'll@0 +we +ll we've@1 +we +ve"},
      {"Rust's", "rust's@0 +rust"},
      {"O'Reilly l'été l'or", "o@0 ~reilly@1 l@2 ~été@3 l'or@4 +or"},
      {"aujourd’hui", "aujourd@0 ~hui@1"},
      {"'quoted' ’tis dogs' ''''", "quoted@0 tis@1 dogs@2"},
      {"U.S.A. e.g. J.R.R. Tolkien", "usa@0 eg@1 jrr@2 tolkien@3"},
      {"A. B.C U.S.Army", "a@0 b@1 ~c@2 u@3 ~s@4 ~army@5"},
  }));
  CAPTURE(row.text);
  CHECK(tokens_of(row.text) == row.tokens);
}

TEST_CASE("text: what looks the same is the same word", "[text]") {
  const auto row = GENERATE(values<Row>({
      {"soft\u00ADhyphen", "softhyphen@0"},
      {"left\u200Eright \u200Frtl\u200F", "leftright@0 rtl@1"},
      {"joi\u200Dner zero\u200Bwidth", "joiner@0 zero@1 ~width@2"},
      {"cafe\u0301 caf\u00E9", "café@0 café@1"},
      {"ＦＵＬＬ ｗ１２", "full@0 w12@1"},
      {"ﬁligree oﬃce", "filigree@0 office@1"},
      {"STRASSE Straße", "strasse@0 strasse@1"},
      {"ΣΊΣΥΦΟΣ σίσυφος", "σίσυφοσ@0 σίσυφοσ@1"},
      {"Ёлка नमस्ते", "ёлка@0 नमस्ते@1"},
      {"①② ½", "12@0 1⁄2@1"},
      {"\uFDFA", "صلىاللهعليهوسلم@0"},
  }));
  CAPTURE(row.text);
  CHECK(tokens_of(row.text) == row.tokens);
}

TEST_CASE("text: signs, emoji and marks on nothing are no words", "[text]") {
  const auto row = GENERATE(values<Row>({
      {"", ""},
      {" \n\t ", ""},
      {"_ ___ a", "a@2"},
      {"I ❤\uFE0F Rust", "i@0 rust@1"},
      {"👩\u200D💻 1\uFE0F\u20E3 x", "1@0 x@1"},
      {"a \u0301 b", "a@0 b@2"},
      {"\u00AD\u200D\uFEFF", ""},
      {"か\u309B ฿ ។", "か@0"},
      {"㈱ ★ →", ""},
  }));
  CAPTURE(row.text);
  CHECK(tokens_of(row.text) == row.tokens);
}

TEST_CASE("text: scripts without spaces are cut into pairs that overlap", "[text]") {
  const auto row = GENERATE(values<Row>({
      {"日", "日@0"},
      {"日本", "日本@0 +日 +本"},
      {"東京都", "東京@0 +東 ~京都@1 +京 +都"},
      {"สวัส", "สว@0 +ส ~วั@1 +ว ~ัส@2 +ั +ส"},
      {"한국어", "한국@0 +한 ~국어@1 +국 +어"},
      {"\u1112\u1161\u11AB\u1100\u116E\u11A8", "한국@0 +한 +국"},
      {"ｶﾞｷﾞ か\u3099き", "ガギ@0 +ガ +ギ がき@1 +が +き"},
      {"ゲーム々", "ゲー@0 +ゲ ~ーム@1 +ー ~ム々@2 +ム +々"},
      {"𠮷野", "𠮷野@0 +𠮷 +野"},
      {"東京、大阪 京都", "東京@0 +東 +京 ~大阪@1 +大 +阪 京都@2 +京 +都"},
      {"カフェ・バー", "カフ@0 +カ ~フェ@1 +フ +ェ ~バー@2 +バ +ー"},
      {"日\u00AD本 日\uFE00本", "日本@0 +日 +本 日本@1 +日 +本"},
      {"ស្រី\u200Bក", "ស្@0 +ស ~្រ@1 +្ ~រី@2 +រ ~ីក@3 +ី +ក"},
      {"\u3164日\u3164\u3164本\u3164", "日本@0 +日 +本"},
      {"Ruby言語3", "ruby@0 ~言語@1 +言 +語 ~3@2"},
      {"C++语言 用C#写", "c++@0 ~语言@1 +语 +言 用@2 ~c#@3 ~写@4"},
  }));
  CAPTURE(row.text);
  CHECK(tokens_of(row.text) == row.tokens);
}

TEST_CASE("text: what nobody would type takes a position and is no word", "[text]") {
  const std::string line = "x=" + std::string(29'000, 'a') + ";" + std::string(29'000, '1');
  const auto row = GENERATE_COPY(values<Row>({
      {"a d41d8cd98f00b204e9800998ecf8427e b", "a@0 b@2"},
      {"a da39a3ee5e6b4b0d3255bfef95601890afd80709 b", "a@0 b@2"},
      {"a aGVsbG8gd29ybGQgdGhpcyBpcyBhIHRlc3Q= b", "a@0 b@2"},
      {"a " + line + " b", "a@0 b@2"},
      {"a " + std::string(41, 'z') + " b", "a@0 b@2"},
      {"a " + std::string(40, 'z'), "a@0 " + std::string(40, 'z') + "@1"},
      {"a e" + std::string(60, '\xCC') + " b", "a@0 e@1 b@2"},
      {"commit a3f2c1d deadbeef", "commit@0 a3f2c1d@1 deadbeef@2"},
      {"internationalisation accessibility", "internationalisation@0 accessibility@1"},
  }));
  CAPTURE(row.text.substr(0, 60));
  CHECK(tokens_of(row.text) == row.tokens);
}

TEST_CASE("text: the span of a word is what was written", "[text]") {
  const auto row = GENERATE(values<Row>({
      {"(C++20)!", "c++20[C++20]"},
      {"a .NET x", "a[a] .net[.NET] x[x]"},
      {"Cafe\u0301\u200E, U.S.A. don’t", "café[Cafe\u0301] usa[U.S.A.] don't[don’t]"},
      {"ｶﾞｷ", "ガキ[ｶﾞｷ]"},
      {"日\u00AD本語", "日本[日\u00AD本] 本語[本語]"},
      {"a\xFF"
       "b \xE6\x97",
       "a[a] b[b]"},
      {"日\xE6本", "日[日] 本[本]"},
      {"x\xC0\x80y \xED\xA0\x80", "x[x] y[y]"},
  }));
  CAPTURE(row.text);
  CHECK(spans_of(row.text) == row.tokens);
}

TEST_CASE("text: the words of a query are without their parts", "[text]") {
  CHECK(words_of("C++20 camelCase 東京都") ==
        std::vector<std::string>{"c++20", "camelcase", "東京", "京都"});
  CHECK(words_of("...").empty());
}

TEST_CASE("text: diacritics of Latin and Greek go, letters of their own stay", "[text]") {
  struct Pair {
    std::string word, plain;
  };
  const auto row = GENERATE(values<Pair>({
      {"", ""},
      {"plain", "plain"},
      {"café", "cafe"},
      {"cafe\u0301", "cafe"},
      {"việt", "viet"},
      {"ångström", "angstrom"},
      {"øl", "ol"},
      {"łódź", "lodz"},
      {"þórr", "thorr"},
      {"œuvre", "oeuvre"},
      {"i̇stanbul", "istanbul"},
      {"ελλάδα", "ελλαδα"},
      {"ёлка", "елка"},
      {"йод", "йод"},
      {"їжак", "їжак"},
      {"が한", "が한"},
  }));
  CAPTURE(row.word);
  CHECK(without_diacritics(row.word) == row.plain);
}

TEST_CASE("text: a stemmer sees letters and apostrophes only", "[text]") {
  for (const char* word : {"word", "don't", "café", "ёлка", "नमस्ते"}) CHECK(is_natural(word));
  for (const char* word : {"", "c++", "v1", "snake_case", "東京", ".net", "x٣"})
    CHECK_FALSE(is_natural(word));
}

TEST_CASE("text: stop words are whole words of their own language", "[text]") {
  for (const auto& [language, word] :
       std::vector<std::pair<const char*, const char*>>{{"en", "a"},
                                                        {"en", "your"},
                                                        {"de", "aber"},
                                                        {"de", "zur"},
                                                        {"fr", "à"},
                                                        {"fr", "c'est"},
                                                        {"ru", "а"},
                                                        {"ru", "я"},
                                                        {"sv", "över"},
                                                        {"nl", "zou"}})
    CHECK(is_stop_word(word, language));
  for (const auto& [language, word] :
       std::vector<std::pair<const char*, const char*>>{{"en", ""},
                                                        {"en", " "},
                                                        {"en", "the a"},
                                                        {"en", "yo"},
                                                        {"en", "der"},
                                                        {"ja", "の"},
                                                        {"", "the"},
                                                        {"en", "rust"}})
    CHECK_FALSE(is_stop_word(word, language));
}
