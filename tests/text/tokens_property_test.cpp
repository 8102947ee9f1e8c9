// SPDX-License-Identifier: GPL-2.0-or-later
//
// What holds of every text, tried on many that are made of awkward pieces.
#include <algorithm>
#include <array>
#include <random>
#include <set>

#include "support/catch.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

using namespace blogsearch::text;

namespace {

using Random = std::mt19937;  // the same numbers everywhere, unlike the distributions

std::size_t below(Random& random, std::size_t limit) { return random() % limit; }

const std::vector<std::string> pieces{"a",
                                      "B",
                                      "cc",
                                      "Z9",
                                      "1",
                                      "23",
                                      ".",
                                      ",",
                                      "'",
                                      "’",
                                      "\"",
                                      "-",
                                      "--",
                                      "+",
                                      "++",
                                      "#",
                                      "@",
                                      "$",
                                      "_",
                                      "/",
                                      ":",
                                      "(",
                                      ")",
                                      "]",
                                      " ",
                                      " ",
                                      "\n",
                                      "é",
                                      "e\u0301",
                                      "ß",
                                      "ﬁ",
                                      "Ａ",
                                      "\u00AD",
                                      "\u200B",
                                      "\u200D",
                                      "\u200E",
                                      "\uFE0F",
                                      "日",
                                      "本",
                                      "語",
                                      "、",
                                      "か\u3099",
                                      "ｶﾞ",
                                      "한",
                                      "\u1112\u1161\u11AB",
                                      "ก",
                                      "ำ",
                                      "\u3164",
                                      "❤",
                                      "👩",
                                      "\uFDFA",
                                      "\u0301",
                                      "\xFF",
                                      "\xC3",
                                      "\xE6\x97",
                                      "\xED\xA0\x80",
                                      "U.S.",
                                      "v1.2",
                                      "f6b7",
                                      "🦀"};

std::string random_text(Random& random) {
  std::string text;
  for (std::size_t i = below(random, 30); i > 0; --i) text += pieces[below(random, pieces.size())];
  return text;
}

std::set<std::size_t> borders_of(std::string_view text) {
  std::set<std::size_t> borders{text.size()};
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).length) borders.insert(at);
  return borders;
}

struct Seen {
  std::string word;
  blogsearch::Span span;
  std::uint32_t position;
  bool is_part, is_gram;
};

std::vector<Seen> seen_in(std::string_view text) {
  std::vector<Seen> all;
  for_each_token(text, [&all](const Token& token) {
    all.push_back({std::string(token.word), token.span, token.position,
                   token.form == Token::Form::part, token.is_gram});
  });
  return all;
}

std::size_t count_visits(std::string_view text) {
  std::size_t count = 0;
  for_each_token(text, [&count](const Token&) { ++count; });
  return count;
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += piece;
  return text;
}

}  // namespace

TEST_CASE("text: of any bytes the words lie in their order, on borders of characters", "[text]") {
  Random random(5);
  for (int round = 0; round < 4000; ++round) {
    const std::string text = random_text(random);
    CAPTURE(text);
    const std::set<std::size_t> borders = borders_of(text);
    Seen whole{"", {0, 0}, 0, false, false};
    for (const Seen& token : seen_in(text)) {
      CAPTURE(token.word);
      REQUIRE((borders.contains(token.span.begin) && borders.contains(token.span.end)));
      REQUIRE(token.span.begin < token.span.end);
      REQUIRE_FALSE(token.word.empty());
      REQUIRE(token.word.find(' ') == std::string::npos);
      REQUIRE_FALSE(find_flaw(token.word));
      REQUIRE(token.position >= whole.position);
      REQUIRE(token.span.begin >= (token.is_gram   ? whole.span.begin
                                   : token.is_part ? whole.span.begin
                                                   : whole.span.end));
      if (token.is_part) REQUIRE(token.position == whole.position);
      if (!token.is_part) whole = token;
    }
  }
}

TEST_CASE("text: what was written of a word is the same word when it stands alone", "[text]") {
  Random random(6);
  for (int round = 0; round < 4000; ++round) {
    const std::string text = random_text(random);
    for (const Seen& token : seen_in(text)) {
      if (token.is_part) continue;
      const std::string written = text.substr(token.span.begin, token.span.size());
      CAPTURE(text, token.word, written);
      const std::vector<std::string> alone = words_of(written);
      // ำ is two characters that are looked up apart, and its pairs have others beside them.
      if (!token.is_gram) REQUIRE(alone.size() == 1);
      REQUIRE(std::find(alone.begin(), alone.end(), token.word) != alone.end());
    }
  }
}

TEST_CASE("text: two or more characters of a run are some of its pairs, in a row", "[text]") {
  const std::vector<std::string> characters{"東",
                                            "京",
                                            "都",
                                            "々",
                                            "ー",
                                            "の",
                                            "ガ",
                                            "か\u3099",
                                            "ｶﾞ",
                                            "ﾆ",
                                            "한",
                                            "국",
                                            "𠮷",
                                            "語",
                                            "体",
                                            "\u1112\u1161\u11AB",
                                            "\u1100\u116E",
                                            "ก",
                                            "า",
                                            "ร",
                                            "แ",
                                            "ខ",
                                            "မ",
                                            "ㄅ",
                                            "ຂ"};
  const std::array<std::string, 5> between{"", "", "\u00AD", "\u200B", "\u200D"};
  Random random(7);
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::string> run;
    for (std::size_t i = 2 + below(random, 12); i > 0; --i)
      run.push_back(characters[below(random, characters.size())]);
    std::string text;
    for (const std::string& character : run)
      text += (text.empty() ? "" : between[below(random, between.size())]) + character;
    const std::size_t begin = below(random, run.size() - 1);
    const std::size_t end = begin + 2 + below(random, run.size() - begin - 1);
    std::string part;
    for (std::size_t i = begin; i < end; ++i) part += run[i];
    CAPTURE(text, part);
    const std::vector<std::string> pairs = words_of(text);
    const std::vector<std::string> wanted = words_of(part);
    REQUIRE(pairs.size() == run.size() - 1);
    REQUIRE(wanted.size() == end - begin - 1);
    REQUIRE(std::equal(wanted.begin(), wanted.end(),
                       pairs.begin() + static_cast<std::ptrdiff_t>(begin)));
    std::uint32_t next = 0;
    for (const Seen& token : seen_in(text))
      if (!token.is_part) REQUIRE(token.position == next++);
  }
}

// Each would take minutes if anything were looked at again for every character.
TEST_CASE("text: a long text of anything is cut in one pass", "[text]") {
  constexpr std::size_t bytes = 300'000;
  const std::string piece = GENERATE(
      "'", "’", ".a.a.a", "U.S.A.", "U.S.A. ", "a'", "a'b'", "a’b’", "--", "@", "C++", "1.1.", "_",
      "\u00AD", "a\u00AD", "\u200B", "\u3164", "日\u3164", "日\u200B", "日", "日\u0301", "か\u3099",
      "é", "é'é", "é.é.", "éU.S.A.", "\u0301", "1.é", "\uFDFA", "\xFF", "日\xFF", "\xE6\x97", "ก ");
  CAPTURE(piece);
  CHECK(count_visits("日" + repeated(piece, bytes) + "ab") <= 2 * bytes);
}
