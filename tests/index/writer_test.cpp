// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/index/writer.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <set>

#include "index/dump.hpp"
#include "index/generation.hpp"
#include "index/republish.hpp"
#include "index/sample.hpp"
#include "index/schema.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;
using namespace blogsearch::index;
using sample::answer_to;
using sample::ask;
using sample::day;
using sample::text;

namespace {

namespace fs = std::filesystem;

std::string listing(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder))
    names.insert(entry.path().filename().string());
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : " ") + name;
  return out;
}

/// This process may have no more files open, for the time.
class FewFiles {
 public:
  explicit FewFiles(rlim_t count) {
    REQUIRE(getrlimit(RLIMIT_NOFILE, &before_) == 0);
    const rlimit few{count, before_.rlim_max};
    REQUIRE(setrlimit(RLIMIT_NOFILE, &few) == 0);
  }
  FewFiles(const FewFiles&) = delete;
  FewFiles& operator=(const FewFiles&) = delete;
  ~FewFiles() { setrlimit(RLIMIT_NOFILE, &before_); }

 private:
  rlimit before_{};
};

/// Enough for two shards. The filling costs little: words of this length are not indexed.
std::vector<sample::Text> many() {
  const std::string filling(120000, 'x');
  std::vector<sample::Text> texts;
  for (int i = 0; i < 11; ++i) {
    std::string body;
    for (int word = 0; word < 300; ++word) body += "w" + std::to_string((word + i) % 310) + ' ';
    texts.push_back(text("p" + std::to_string(i), "Post w" + std::to_string(i), body + filling,
                         day(2000 + i, 1, 1), {"t" + std::to_string(i % 3)}));
  }
  return texts;
}

std::string error_of(const Result<Writer>& result) {
  return result ? "" : support::line_of(result.error());
}

std::string error_of(const Result<Searcher>& result) {
  return result ? "" : support::line_of(result.error());
}

}  // namespace

TEST_CASE("index: a build is seen when it is published, whole", "[index]") {
  const support::TempDir folder;
  const fs::path index = folder.path() / "deep" / "index";
  CHECK(error_of(Searcher::open(index)) ==
        "there is no index here [index.missing] (run `blogsearch build`)");
  auto writer = Writer::create(index, {});
  REQUIRE(writer);
  const auto one = text("one", "One", "zebra");
  REQUIRE(writer->add(one.post, one.body));
  CHECK_FALSE(Searcher::open(index));
  REQUIRE(writer->publish());
  CHECK(listing(index) == "XAPIANDB gen-000001");
  CHECK(support::slurp(index / "XAPIANDB").rfind("auto gen-000001\n# seal ", 0) == 0);
  CHECK(sample::names(ask(sample::open(index), "zebra")) == "one");

  const auto again = writer->publish();
  REQUIRE_FALSE(again);
  CHECK(again.error().message == "this build has already been published");
  CHECK_FALSE(writer->add(one.post, one.body));
}

TEST_CASE("index: the generation that is read and the one before are no litter", "[index]") {
  const support::TempDir folder;
  for (const char* name : {"one", "two"}) sample::build(folder.path(), {text(name, name, "zebra")});
  REQUIRE(listing(folder.path()) == "XAPIANDB gen-000001 gen-000002");
  CHECK(index::find_litter(folder.path()).empty());
  // What a build leaves that is killed behind the stub's rename, and what another was making.
  for (const char* name : {"gen-000000", "gen-000003", ".build-abcdef"})
    fs::create_directory(folder.path() / name);
  std::vector<std::string> names;
  for (const fs::path& path : index::find_litter(folder.path()))
    names.push_back(path.filename().string());
  CHECK(names == std::vector<std::string>{".build-abcdef", "gen-000000", "gen-000003"});
}

TEST_CASE("index: a finished build can be asked before it is published", "[index]") {
  const support::TempDir folder;
  sample::build(folder.path(), {text("old", "Old", "zebra")});
  auto writer = Writer::create(folder.path(), {});
  REQUIRE(writer);
  const auto two = text("two", "Two", "zebras");
  REQUIRE(writer->add(two.post, two.body));
  {
    const auto unseen = writer->finish();
    REQUIRE(unseen);
    const auto found = unseen->select("zebra");
    REQUIRE(found);
    CHECK(*found == std::vector<std::string>{two.post.url});
  }
  CHECK(sample::names(ask(sample::open(folder.path()), "zebra")) == "old");
  REQUIRE(writer->finish());
  REQUIRE(writer->publish());
  CHECK(sample::names(ask(sample::open(folder.path()), "zebra")) == "two");
}

TEST_CASE("index: nothing is added to a finished build", "[index]") {
  const support::TempDir folder;
  auto writer = Writer::create(folder.path(), {});
  REQUIRE(writer);
  REQUIRE(writer->finish());
  const auto late = text("late", "Late", "zebra");
  const auto added = writer->add(late.post, late.body);
  REQUIRE_FALSE(added);
  CHECK(added.error().message == "a post came after the index was put together");
  CHECK_FALSE(writer->publish());
}

TEST_CASE("index: an open reader keeps its index while new ones take its place", "[index]") {
  const support::TempDir folder;
  sample::build(folder.path(), {text("old", "Old", "zebra")});
  const Searcher reader = sample::open(folder.path());
  for (int i = 0; i < 3; ++i) {
    sample::build(folder.path(), {text("new", "New", "zebra"), text("x", "X", "giraffe")});
    CHECK(sample::names(ask(reader, "zebra")) == "old");
    CHECK(sample::names(ask(sample::open(folder.path()), "zebra")) == "new");
  }
  REQUIRE(reader.stats());
  CHECK(listing(folder.path()) == "XAPIANDB gen-000003 gen-000004");
}

TEST_CASE("index: a build that is given up leaves nothing and the old index", "[index]") {
  const support::TempDir folder;
  sample::build(folder.path(), {text("old", "Old", "zebra")});
  {
    auto writer = Writer::create(folder.path(), {});
    REQUIRE(writer);
    const auto post = text("new", "New", "giraffe");
    REQUIRE(writer->add(post.post, post.body));
    CHECK(listing(folder.path()) != "XAPIANDB gen-000001");
  }
  CHECK(listing(folder.path()) == "XAPIANDB gen-000001");
  CHECK(sample::names(ask(sample::open(folder.path()), "zebra")) == "old");
}

TEST_CASE("index: what dead builds left is removed by the next one", "[index]") {
  const support::TempDir folder;
  sample::build(folder.path(), {text("old", "Old", "zebra")});
  folder.write(".build-Ab3dE9/shard-0/postlist.glass", "half");
  folder.write(".XAPIANDB.123.0.tmp", "auto gen");
  folder.write("gen-000007/postlist.glass", "never published");
  folder.write("notes.txt", "the user's");
  sample::build(folder.path(), {text("new", "New", "zebra")});
  CHECK(listing(folder.path()) == "XAPIANDB gen-000001 gen-000008 notes.txt");
  CHECK(sample::names(ask(sample::open(folder.path()), "zebra")) == "new");
}

TEST_CASE("index: a folder that is no index is refused and left alone", "[index]") {
  const support::TempDir folder;
  const fs::path file = folder.write("file", "text");
  folder.write("site/index.html", "<p>");
  folder.write("site/gen-000001/photo", "a picture");
  folder.write("stub/XAPIANDB", "auto /elsewhere/mail\n");
  CHECK(error_of(Writer::create(file, {})) ==
        "the index cannot be written: this is a file, not a folder [index.failed] (choose an empty "
        "or a new folder for the index)");
  CHECK(error_of(Writer::create(folder.path() / "site", {})) ==
        "the index cannot be written: the folder holds other files (index.html) [index.failed] "
        "(choose an empty or a new folder for the index)");
  CHECK(error_of(Writer::create(folder.path() / "stub", {})) ==
        "the index cannot be written: the folder holds other files (XAPIANDB) [index.failed] "
        "(choose an empty or a new folder for the index)");
  CHECK(error_of(Writer::create(file / "below", {})) ==
        "the index cannot be written: a part of the path is not a folder [index.failed] (choose a "
        "path that leads through folders only)");
  CHECK(listing(folder.path() / "site") == "gen-000001 index.html");
  CHECK(support::slurp(folder.path() / "stub" / "XAPIANDB") == "auto /elsewhere/mail\n");
  CHECK(support::slurp(file) == "text");
}

TEST_CASE("index: a damaged index is told and can be built again", "[index]") {
  const support::TempDir folder;
  const std::string hint = " [index.damaged] (run `blogsearch build`)";
  const std::string changed =
      "the index is damaged: the files of gen-000001 are not those that were written" + hint;
  sample::build(folder.path(), {text("old", "Old", "zebra")});
  SECTION("stub") {
    folder.write("XAPIANDB", std::string(16, '\0'));
    CHECK(error_of(Searcher::open(folder.path())) ==
          "the index is damaged: its stub file XAPIANDB cannot be read" + hint);
  }
  SECTION("generation") {
    fs::remove_all(folder.path() / "gen-000001");
    CHECK(error_of(Searcher::open(folder.path())) ==
          "the index is damaged: its generation gen-000001 is gone" + hint);
  }
  SECTION("version file") {
    std::string bytes = support::slurp(folder.path() / "gen-000001/iamglass");
    bytes.back() = static_cast<char>(bytes.back() + 1);
    folder.write("gen-000001/iamglass", bytes);
    CHECK(error_of(Searcher::open(folder.path())) == changed);
  }
  SECTION("stored post") {
    republish(folder.path(), [](Xapian::WritableDatabase& database) {
      Xapian::Document document = database.get_document(1);
      document.set_data("garbage");
      database.replace_document(1, document);
    });
    const auto answer = sample::open(folder.path()).search({.words = "zebra"});
    REQUIRE_FALSE(answer);
    CHECK(support::line_of(answer.error()) ==
          "the index is damaged: a stored post cannot be read" + hint);
  }
  sample::build(folder.path(), {text("new", "New", "zebra")});
  CHECK(sample::names(ask(sample::open(folder.path()), "zebra")) == "new");
}

TEST_CASE("index: a file of the database that is gone or cut short is damage", "[index]") {
  const support::TempDir folder;
  sample::build(folder.path() / "good", {text("old", "Old", "zebra")});
  for (const std::string name :
       {"iamglass", "docdata.glass", "position.glass", "postlist.glass", "termlist.glass"})
    for (const bool is_gone : {true, false}) {
      CAPTURE(name, is_gone);
      const fs::path copy = folder.path() / "copy";
      fs::remove_all(copy);
      fs::copy(folder.path() / "good", copy, fs::copy_options::recursive);
      const fs::path file = copy / "gen-000001" / name;
      if (is_gone)
        fs::remove(file);
      else
        fs::resize_file(file, fs::file_size(file) - 1);
      CHECK(Searcher::open(copy).error().code == Code::index_damaged);
    }
}

TEST_CASE("index: tables full of zeros are damage or answer", "[index]") {
  const support::TempDir folder;
  sample::build(folder.path() / "good", {text("old", "Old", "zebra")});
  for (const std::string name :
       {"docdata.glass", "position.glass", "postlist.glass", "termlist.glass"}) {
    CAPTURE(name);
    const fs::path copy = folder.path() / "copy";
    fs::remove_all(copy);
    fs::copy(folder.path() / "good", copy, fs::copy_options::recursive);
    const fs::path file = copy / "gen-000001" / name;
    const std::uintmax_t size = fs::file_size(file);
    fs::resize_file(file, 0);
    fs::resize_file(file, size);
    const auto searcher = Searcher::open(copy);
    if (!searcher) {
      CHECK(searcher.error().code == Code::index_damaged);
      continue;
    }
    for (const std::string words : {"zebra", "\"zebra zebra\"", "title:old"})
      if (const auto answer = searcher->search({.words = words}); !answer)
        CHECK(answer.error().code == Code::index_damaged);
  }
}

TEST_CASE("index: a database of another schema is not read", "[index]") {
  const support::TempDir folder;
  sample::build(folder.path(), {text("old", "Old", "zebra")});
  const auto stamp = [&](const std::string& version) {
    republish(folder.path(), [&](Xapian::WritableDatabase& database) {
      database.set_metadata(schema_key, version);
    });
  };
  stamp("0");
  CHECK(error_of(Searcher::open(folder.path())) ==
        "the index was made by another version of blogsearch (schema 0, not 4) "
        "[index.wrong-schema] (run `blogsearch build`)");
  stamp("");
  CHECK(Searcher::open(folder.path()).error().code == Code::index_wrong_schema);
  sample::build(folder.path(), {text("new", "New", "zebra")});
  CHECK(sample::names(ask(sample::open(folder.path()), "zebra")) == "new");
}

TEST_CASE("index: equal posts make an equal index, through any number of shards", "[index]") {
  const support::TempDir folder;
  sample::build(folder.path() / "a", many());
  sample::build(folder.path() / "b", many());
  const std::string a = sample::dump(folder.path() / "a");
  CHECK(a.size() > 1000000);
  CHECK((a == sample::dump(folder.path() / "b")));
  const Searcher searcher = sample::open(folder.path() / "a");
  CHECK(sample::names(answer_to(searcher, {.words = "tag:t1", .limit = 3})) == "p10 p7 p4");
  CHECK(ask(searcher, "w299").total == 11);
  CHECK(ask(searcher, "w300").total == 10);
}

TEST_CASE("index: shards are merged in turns where few files may be open", "[index]") {
  const support::TempDir folder;
  const std::vector<sample::Text> texts = many();
  const auto build = [&](const std::string& name, std::size_t rounds) {
    auto writer = Writer::create(folder.path() / name, {});
    REQUIRE(writer);
    Indexer indexer = writer->indexer();
    for (std::size_t i = 0; i < rounds * texts.size(); ++i) {
      sample::Text each = texts[i % texts.size()];
      each.post.id += std::to_string(i);
      REQUIRE(indexer.add(each.post, each.body, 0));
      auto batch = indexer.take();
      REQUIRE(batch);
      REQUIRE(writer->add(*std::move(batch)));
    }
    REQUIRE(writer->publish());
    return sample::dump(folder.path() / name);
  };
  const std::string at_once = build("at-once", 8);
  const FewFiles few(250);
  CHECK((build("in-turns", 8) == at_once));
}

TEST_CASE("index: no posts are an index, too", "[index]") {
  const support::TempDir folder;
  sample::build(folder.path(), {});
  const Searcher searcher = sample::open(folder.path());
  CHECK(ask(searcher, "zebra").total == 0);
  CHECK(ask(searcher, "-zebra").total == 0);
  const auto stats = searcher.stats();
  REQUIRE(stats);
  CHECK(stats->posts == 0);
  CHECK_FALSE(stats->newest);
}

TEST_CASE("index: the stemmer is that of the post, else of the site", "[index]") {
  struct Row {
    std::string lang, language;
    std::string stemmer;
    bool finds;
  };
  const auto row = GENERATE(values<Row>({{"en", "de", "de", true},
                                         {"en-GB", "", "none", true},
                                         {"de", "en", "en", false},
                                         {"tlh", "EN", "en", true},
                                         {"tlh", "english", "english", true},
                                         {"ja", "de", "de", false},
                                         {"tlh", "tlh", "none", false}}));
  CAPTURE(row.lang, row.language);
  const support::TempDir folder;
  auto post = text("one", "One", "he was walking");
  post.post.lang = row.lang;
  model::SearchConfig config;
  config.language = row.language;
  sample::build(folder.path(), {post}, config);
  const Searcher searcher = sample::open(folder.path());
  CHECK(searcher.stats()->language == row.stemmer);
  CHECK((ask(searcher, "walks").total == 1) == row.finds);
}

TEST_CASE("index: nothing in a post is too long", "[index]") {
  const support::TempDir folder;
  const std::string lump(1500, 'a');
  std::string line;
  for (int i = 0; i < 4000; ++i) line += "token" + std::to_string(i) + ' ';
  auto post = text("long", lump + " title", lump + " needle " + line, day(2024, 1, 1),
                   {lump, lump + "b", std::string(245, 't'), ""});
  post.post.id += lump;
  post.post.lang = lump;
  post.post.authors = {{lump + " " + lump, "", ""}, {"", "", ""}};
  sample::build(folder.path(), {post});
  const Searcher searcher = sample::open(folder.path());
  CHECK(ask(searcher, "needle token3999").total == 1);
  CHECK(ask(searcher, "tag:" + lump).total == 1);
  CHECK(ask(searcher, "tag:" + lump + "B").total == 1);
  CHECK(ask(searcher, "tag:" + lump + "c").total == 0);
  CHECK(ask(searcher, "tag:" + std::string(245, 't')).total == 1);
  CHECK(ask(searcher, "lang:" + lump).total == 1);
}

TEST_CASE("index: a value written twice counts once", "[index]") {
  const support::TempDir folder;
  auto post = text("one", "One", "zebra", day(2024, 1, 1), {"a", "b", "a"});
  post.post.authors.push_back(post.post.authors.front());
  sample::build(folder.path(), {post});
  const Answer answer = ask(sample::open(folder.path()), "zebra");
  CHECK(sample::shown(answer.facets.tag) == "a 1, b 1");
  CHECK(sample::shown(answer.facets.author) == "Ada Lovelace 1");
  CHECK(answer.hits.front().tags == std::vector<std::string>{"a", "b"});
}

TEST_CASE("index: the year is the author's", "[index]") {
  const support::TempDir folder;
  auto post = text("one", "One", "zebra");
  post.post.published.instant =
      std::chrono::sys_days(std::chrono::year(2023) / 12 / 31) + std::chrono::hours(23);
  post.post.published.offset = std::chrono::minutes(120);
  sample::build(folder.path(), {post});
  CHECK(sample::shown(ask(sample::open(folder.path()), "zebra").facets.year) == "2024 1");
}
