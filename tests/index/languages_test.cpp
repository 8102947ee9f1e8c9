// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/index/searcher.hpp"

#include <xapian.h>

#include <sstream>

#include "index/sample.hpp"
#include "index/terms.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;
using namespace blogsearch::index;
using sample::ask;
using sample::text;

namespace {

sample::Text in(const std::string& lang, const std::string& name, const std::string& body) {
  sample::Text made = text(name, "Title", body);
  made.post.lang = lang;
  return made;
}

const Searcher& library() {
  static const support::TempDir folder;
  static const Searcher opened = [] {
    sample::build(
        folder.path(),
        {in("en", "houses", "Two houses and running water."),
         in("de", "haeuser", "Die Häuser der Bücherei."),
         in("fr", "maisons", "Les maisons et les élèves du café."),
         in("ru", "doma", "Ёлка и книги."), in("tr", "ev", "ISPARTA ve İzmir."),
         in("ja", "ruby", "プログラミング言語Rubyの第3回、ｱｲﾃﾞｱ。"),
         in("ko", "ko", "한국어를 배우다"), in("th", "th", "ภาษาไทย"),
         text("code", "Code",
              "# Using foo->bar\nC++20 and C# and .NET.\n```cpp\nstd::vector<int> "
              "v; my_snake_case(snake_case, camelCaseName);\n```\nCall `cargo build --locked` with "
              "@astrojs/rss v1.2.3 on x86_64, node.js, async/await."),
         text("plain", "Plain", "vector std c net case camel snake locked await")});
    return sample::open(folder.path());
  }();
  return opened;
}

}  // namespace

TEST_CASE("index: each post is found in its language, with its diacritics or without", "[index]") {
  struct Row {
    const char *words, *found;
  };
  const auto row = GENERATE(values<Row>({
      {"house", "houses"},   {"run", "houses"},
      {"haus", "haeuser"},   {"Häuser", "haeuser"},
      {"hauser", "haeuser"}, {"bucherei", "haeuser"},
      {"maison", "maisons"}, {"élève", "maisons"},
      {"eleves", "maisons"}, {"CAFE", "maisons"},
      {"елка", "doma"},      {"книга", "doma"},
      {"isparta", "ev"},     {"izmir", "ev"},
      {"言語", "ruby"},      {"グラミ", "ruby"},
      {"ruby", "ruby"},      {"言語Ruby", "ruby"},
      {"第3回", "ruby"},     {"アイデア", "ruby"},
      {"国語", ""},          {"한국", "ko"},
      {"국어를", "ko"},      {"배우", "ko"},
      {"ไทย", "th"},         {"house lang:en", "houses"},
      {"house lang:de", ""},
  }));
  CAPTURE(row.words);
  CHECK(sample::found(ask(library(), row.words)) == row.found);
}

TEST_CASE("index: names from code are found as they are typed", "[index]") {
  const auto* const words =
      GENERATE("C++20", "c++20", "C++", "C#", ".NET", "std::vector", "foo->bar", "--locked",
               "node.js", "async/await", "snake_case", "my_snake_case", "camelCaseName",
               "camelcasename", "v1.2.3", "1.2.3", "1.2", "x86_64", "@astrojs/rss", "code:vector",
               "code:cpp", "code:std::vector", "heading:foo->bar");
  CAPTURE(words);
  CHECK(sample::names(ask(library(), words)) == "code");
}

TEST_CASE("index: the parts of names are words", "[index]") {
  CHECK(sample::found(ask(library(), "snake")) == "code plain");
  CHECK(sample::found(ask(library(), "camel case")) == "code plain");
  CHECK(sample::found(ask(library(), "net")) == "code plain");
  CHECK(sample::found(ask(library(), "code:camel")) == "code");
  CHECK(sample::found(ask(library(), "c")) == "plain");
}

TEST_CASE("index: a field is a field", "[index]") {
  const support::TempDir folder;
  auto one = text("2024/bread", "Rust belt", "# Iron\nSteel and iron.\n# Rust never sleeps\nNeil.",
                  sample::day(2024, 1, 1), {"Old Metal"});
  one.post.section = "notes";
  sample::build(folder.path(), {one, text("other", "Other", "belt iron old metal notes bread")});
  const Searcher searcher = sample::open(folder.path());
  struct Row {
    const char* words;
    bool is_found;
  };
  const auto row = GENERATE(values<Row>({{"title:belt", true},
                                         {"body:belt", false},
                                         {"body:steel", true},
                                         {"body:iron", true},
                                         {"heading:iron", true},
                                         {"heading:steel", false},
                                         {"heading:\"rust never\"", true},
                                         {"heading:\"iron rust\"", false},
                                         {"section:Notes", true},
                                         {"section:note", false},
                                         {"url:2024", true},
                                         {"url:2024/bread", true},
                                         {"url:bread/2024", false},
                                         {"path:posts/2024/bread.md", true},
                                         {"path:other", false},
                                         {"tag:\"old metal\"", true},
                                         {"tag:old", false}}));
  CAPTURE(row.words);
  const Answer answer = ask(searcher, row.words);
  const bool is_found = sample::found(answer).find("2024/bread") != std::string::npos;
  CHECK(is_found == row.is_found);
}

TEST_CASE("index: it is known which stemmers take off what words begin with", "[index]") {
  std::istringstream names(Xapian::Stem::get_available_languages());
  for (std::string name; names >> name;) {
    if (!Stems(name).keeps_beginnings()) continue;
    const Xapian::Stem stem(name);
    std::string changed;
    std::string word = "aaakry";
    for (word[0] = 'a'; word[0] <= 'z'; ++word[0])
      for (word[1] = 'a'; word[1] <= 'z'; ++word[1])
        for (word[2] = 'a'; word[2] <= 'z'; ++word[2])
          if (const std::string stemmed = stem(word); stemmed.substr(0, 1) != word.substr(0, 1))
            changed = word + " becomes " + stemmed;
    CAPTURE(name);
    CHECK(changed.empty());
  }
}

TEST_CASE("index: a word is marked that begins in another way than its stem", "[index]") {
  const support::TempDir folder;
  sample::build(folder.path(), {in("ga", "bad", "Tá an mbád ar an loch."),
                                in("id", "makan", "Mereka memakan nasi."),
                                in("ar", "kitab", "قرأت الكتاب اليوم.")});
  const Searcher opened = sample::open(folder.path());
  CHECK(sample::shown(ask(opened, "كتاب").hits.at(0).snippet) == "قرأت [الكتاب] اليوم.");
  CHECK(sample::shown(ask(opened, "bád").hits.at(0).snippet) == "Tá an [mbád] ar an loch.");
  CHECK(sample::shown(ask(opened, "memakan").hits.at(0).snippet) == "Mereka [memakan] nasi.");
}
