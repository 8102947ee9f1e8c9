// SPDX-License-Identifier: GPL-2.0-or-later
//
// Scripts without spaces: whoever remembers a piece of a sentence finds its post, and characters
// that are nowhere in a row find nothing.
#include <algorithm>
#include <random>
#include <set>

#include "index/sample.hpp"
#include "support/temp_dir.hpp"
#include "text/utf8.hpp"

using namespace blogsearch;
using namespace blogsearch::index;

namespace {

struct Language {
  std::string name, body;
};

const std::vector<Language> languages{
    {"ja",
     "裏庭の古い物置小屋を三日かけて直しました。屋根には錆びたトタンが残っていて、雨の夜はとても"
     "うるさかった。新しい窓から朝日が入ると、工具の影が床に長く伸びる。"},
    {"ja-half", "ﾄﾀﾝ屋根ﾉ修理ﾊ、ﾊﾞｹﾂﾄ梯子ｶﾞ必要ﾃﾞｽ。か\u3099らくたを先に片付ける。"},
    {"zh-Hans",
     "春天来了，院子里的番茄苗长得很快。我用旧木板做了一个工具架，挂在小屋的北墙上。下雨的时候，"
     "可以听见水滴落在铁皮屋顶的声音。"},
    {"zh-Hant",
     "昨晚颱風吹走了雞舍的門，今天早上鄰居幫我把它找回來。我們用Rust寫了一個記錄天氣的程式。"},
    {"ko",
     "지난 주말에 창고의 낡은 문짝을 떼어냈다. 나사못이 모두 녹슬어서 시간이 오래 걸렸지만, 마침내 "
     "새 경첩을 달았다."},
    {"ko-nfd",
     "\u1112\u1161\u1102\u1173\u11AF\u110B\u1175 \u1106\u1161\u11B0\u110B\u1161\u1109\u1165 "
     "\u1107\u1161\u11AF\u1102\u1161\u1106\u116E\u1105\u1173\u11AF "
     "\u1109\u1175\u11B7\u110B\u1165\u11BB"
     "\u1103\u1161"},
    {"th", "เมื่อวานฝนตกหนักตลอดทั้งวัน ฉันจึงนั่งซ่อมเก้าอี้เก่าในโรงเก็บของ\u200Bและฟังเสียงหลังคา"},
};

const Searcher& searcher() {
  static const support::TempDir folder;
  static const Searcher opened = [] {
    std::vector<sample::Text> posts;
    for (const Language& each : languages) {
      posts.push_back(sample::text(each.name, "No " + std::to_string(posts.size()), each.body));
      posts.back().post.lang = each.name.substr(0, each.name.find('-'));
    }
    posts.push_back(sample::text("en", "A shed", "Rust on the roof, and no other script at all."));
    sample::build(folder.path(), std::move(posts));
    return sample::open(folder.path());
  }();
  return opened;
}

/// The code points of `body`, in runs that have neither spaces nor signs nor ASCII between them.
std::vector<std::vector<std::string>> runs_of(const std::string& body) {
  std::vector<std::vector<std::string>> runs(1);
  for (std::size_t at = 0; at < body.size();) {
    const text::Step step = text::decode(body, at);
    const char32_t c = step.character.value_or(0);
    const bool is_joined = c == 0x3099 || c == 0xFF9E || (c >= 0x1160 && c <= 0x11FF);
    const bool is_sign = c < 0x80 || c == U'。' || c == U'、' || c == U'，';
    const std::string character = body.substr(at, step.length);
    at += step.length;
    if (is_sign)
      runs.emplace_back();
    else if (is_joined)
      runs.back().back() += character;
    else if (c != 0x200B)
      runs.back().push_back(character);
  }
  std::erase_if(runs, [](const auto& run) { return run.size() < 2; });
  return runs;
}

std::string joined(std::vector<std::string>::const_iterator begin,
                   std::vector<std::string>::const_iterator end) {
  std::string out;
  for (; begin != end; ++begin) out += *begin;
  return out;
}

bool finds(const std::string& words, const std::string& name) {
  const std::string names = " " + sample::names(sample::ask(searcher(), words)) + " ";
  return names.find(" " + name + " ") != std::string::npos;
}

}  // namespace

TEST_CASE("index: two or more characters in a row of any run find its post", "[index]") {
  for (const Language& each : languages) {
    for (const auto& run : runs_of(each.body)) {
      const auto size = static_cast<std::ptrdiff_t>(run.size());
      for (std::ptrdiff_t begin = 0; begin + 2 <= size; ++begin) {
        for (const std::ptrdiff_t length : {2, 3, 5, 8, 13, 40}) {
          const std::ptrdiff_t end = std::min(begin + length, size);
          const std::string words = joined(run.begin() + begin, run.begin() + end);
          CAPTURE(each.name, words);
          REQUIRE(finds(words, each.name));
          if (end == size) break;
        }
      }
    }
  }
}

TEST_CASE("index: characters of a text that are nowhere in a row do not find it", "[index]") {
  std::mt19937 random(11);
  for (const Language& each : languages) {
    std::set<std::string> pairs;
    std::vector<std::string> characters;
    for (const auto& run : runs_of(each.body)) {
      characters.insert(characters.end(), run.begin(), run.end());
      for (std::size_t i = 0; i + 1 < run.size(); ++i) pairs.insert(run[i] + run[i + 1]);
    }
    for (int round = 0; round < 60; ++round) {
      const std::string& first = characters[random() % characters.size()];
      const std::string& second = characters[random() % characters.size()];
      if (pairs.contains(first + second)) continue;
      CAPTURE(each.name, first, second);
      REQUIRE_FALSE(finds(first + second, each.name));
    }
  }
}

TEST_CASE("index: pairs of a text that do not follow each other are no piece of it", "[index]") {
  // 物置, 置小 and 小屋, 屋根 are there; 物置小屋根 is not, nor are its words in another order.
  CHECK(finds("物置小屋", "ja"));
  CHECK_FALSE(finds("\"物置小屋根\"", "ja"));
  CHECK_FALSE(finds("\"小屋物置\"", "ja"));
}

TEST_CASE("index: text in mixed scripts is found as it is typed", "[index]") {
  CHECK(finds("用Rust寫", "zh-Hant"));
  CHECK(finds("Rust寫了", "zh-Hant"));
  CHECK(finds("トタン屋根", "ja-half"));  // written in halfwidth letters
  CHECK(finds("がらくた", "ja-half"));    // decomposed
  CHECK(finds("하늘이", "ko-nfd"));
  CHECK(finds("เก็บของและ", "th"));  // over a space of no width
}

TEST_CASE("index: a series is found by its name, whole and in any case", "[index]") {
  const support::TempDir folder;
  std::vector<sample::Text> posts{sample::text("one", "One", "first"),
                                  sample::text("two", "Two", "second"),
                                  sample::text("three", "Three", "third")};
  posts[0].post.series = {"The Shed, from the ground up", "Roofs"};
  posts[1].post.series = {"Roofs"};
  sample::build(folder.path(), posts);
  const Searcher opened = sample::open(folder.path());
  const auto found = [&opened](const std::string& words) {
    return sample::found(sample::ask(opened, words));
  };
  CHECK(found("series:roofs") == "one two");
  CHECK(found("series:\"the shed, from the ground up\"") == "one");
  CHECK(found("series:shed") == "");
  CHECK(found("series:Roofs -first") == "two");
}
