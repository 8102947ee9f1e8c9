// SPDX-License-Identifier: GPL-2.0-or-later
//
// Whatever has been done to a site between its builds, the last of them leaves what a build from
// scratch leaves: the same feeds, the same index, the same findings.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <random>
#include <sstream>

#include "blogsearch/pipeline/build.hpp"
#include "index/facet_values.hpp"
#include "index/schema.hpp"
#include "io/pack.hpp"
#include "support/catch.hpp"
#include "support/published.hpp"
#include "support/temp_dir.hpp"
#include "time/read.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;

namespace {

time::Timestamp at(const char* text) { return time::read(text, time::Zone::utc())->timestamp; }

using support::content_of;
using support::Tree;
using support::tree_of;

std::string text_of(const Diagnostics& findings) {
  std::string out;
  for (const Diagnostic& finding : findings)
    out += finding.file + ": " + finding.message + " | " + finding.hint + "\n";
  return out;
}

/// A site that is edited at random; the same seed makes the same edits.
class Site {
 public:
  explicit Site(unsigned seed) : random_(seed) {
    config_.site.title = config_.site.author.name = "T";
    config_.site.url = config_.feeds.url = "https://e.org/";
    config_.posts.paths = {dir_.path() / "posts"};
    config_.posts.static_folders = {dir_.path() / "static"};
    config_.feeds.out = dir_.path() / "out";
    config_.feeds.formats = {model::Format::atom};
    config_.feeds.limit = 4;
    config_.feeds.choice.sitemap = "sitemap.xml";
    config_.feeds.built.root = dir_.path() / "out";
    config_.feeds.built.url = config_.site.url;
    config_.search.index = dir_.path() / "index";
    config_.state = dir_.path() / "state";
    config_.ledger = dir_.path() / "ids";
    options_.jobs = 1 + seed % 3;
    for (int i = 0; i < 6; ++i) add();
  }

  void edit() {
    using Edit = void (Site::*)();
    constexpr std::array<Edit, 22> edits{
        &Site::add,         &Site::change_body, &Site::change_body, &Site::change_title,
        &Site::change_tags, &Site::change_date, &Site::rename,      &Site::remove,
        &Site::flip_draft,  &Site::expire,      &Site::wait,        &Site::go_back,
        &Site::touch,       &Site::copy_all,    &Site::break_post,  &Site::change_config,
        &Site::change_look, &Site::spoil_out,   &Site::spoil_index, &Site::spoil_state,
        &Site::attach,      &Site::build_page};
    const std::size_t count = 1 + pick(3);
    for (std::size_t i = 0; i < count; ++i) (this->*edits.at(pick(edits.size())))();
  }

  /// What an incremental build leaves, on some threads, and a full one beside it, on one.
  void compare() {
    model::SiteConfig fresh = config_;
    fresh.search.index = dir_.path() / "fresh-index";
    fresh.state.clear();
    fresh.ledger = dir_.path() / "fresh-ids";
    std::error_code ignored;
    fs::remove_all(fresh.search.index);
    fs::copy_file(config_.ledger, fresh.ledger, fs::copy_options::overwrite_existing, ignored);
    Diagnostics findings, fresh_findings;
    const pipeline::Report report = pipeline::build(config_, options_, findings);
    // Pages of the generator are in the way of the comparison, and stay.
    Tree tree = tree_of(config_.feeds.out);
    fs::remove_all(dir_.path() / "aside");
    fs::rename(config_.feeds.out, dir_.path() / "aside");
    restore_pages();
    pipeline::BuildOptions alone = options_;
    alone.jobs = 1;
    const pipeline::Report fresh_report = pipeline::build(fresh, alone, fresh_findings);
    REQUIRE(report.published);
    const Tree fresh_tree = tree_of(config_.feeds.out);
    // Feeds that vanish together with the state: nobody knows any more that they were ours.
    if (is_state_lost_)
      std::erase_if(tree, [&](const auto& file) { return !fresh_tree.contains(file.first); });
    REQUIRE(tree == fresh_tree);
    fs::remove_all(config_.feeds.out);
    fs::rename(dir_.path() / "aside", config_.feeds.out);
    if (is_state_lost_)
      for (const auto& [name, bytes] : tree_of(config_.feeds.out))
        if (!tree.contains(name)) fs::remove(config_.feeds.out / name);
    is_state_lost_ = false;
    REQUIRE(content_of(config_.search.index) == content_of(fresh.search.index));
    REQUIRE(support::slurp(config_.ledger) == support::slurp(fresh.ledger));
    REQUIRE(without_news(findings) == text_of(fresh_findings));
    REQUIRE(report.posts == fresh_report.posts);
    REQUIRE(report.files == fresh_report.files);
    REQUIRE(report.next_due == fresh_report.next_due);
    REQUIRE(report.held_back.size() == fresh_report.held_back.size());
    REQUIRE(report.broken.size() == fresh_report.broken.size());
  }

  [[nodiscard]] const std::string& story() const { return story_; }

 private:
  std::size_t pick(std::size_t count) { return random_() % count; }

  static std::string without_news(const Diagnostics& findings) {
    Diagnostics rest;
    for (const Diagnostic& finding : findings)
      if (finding.code != Code::state_damaged && finding.code != Code::index_rebuilt)
        rest.add(finding);
    return text_of(rest);
  }

  struct Post {
    std::string file, title, tag, body, more;
    int day = 1;
    bool is_draft = false;
  };

  void write(const Post& post) {
    dir_.write("posts/" + post.file,
               "---\ntitle: " + post.title + "\ndate: 2024-" + (post.day < 10 ? "0" : "") +
                   std::to_string(post.day) + "-01\ntags: [" + post.tag + "]\n" +
                   (post.is_draft ? "draft: true\n" : "") + post.more + "---\n" + post.body + "\n");
  }

  std::string words() {
    static constexpr std::array<const char*, 12> all{"apple", "banana",  "cherry", "date",
                                                     "elder", "figs",    "grape",  "hazel",
                                                     "iris",  "juniper", "kale",   "lemon"};
    std::string text;
    for (int i = 0; i < 8; ++i) text += std::string(all.at(pick(all.size()))) + ' ';
    return text + "{{< gallery >}} word" + std::to_string(made_++);
  }

  /// One that there is; edits of a site without posts make one.
  Post& some() {
    if (posts_.empty()) add();
    return posts_[pick(posts_.size())];
  }

  void tell(const std::string& what) { story_ += what + "; "; }

  void add() {
    const std::string name = "p" + std::to_string(made_++);
    posts_.push_back({(pick(3) == 0 ? "sub/" : "") + name + ".md", "Title of " + name,
                      std::array{"red", "green", "c++"}.at(pick(3)), words(), "",
                      static_cast<int>(pick(9)) + 1});
    write(posts_.back());
    tell("add " + posts_.back().file);
  }
  void change_body() {
    Post& post = some();
    post.body = words();
    write(post);
    tell("body of " + post.file);
  }
  void change_title() {
    Post& post = some();
    post.title = "Another " + std::to_string(made_++);
    write(post);
    tell("title of " + post.file);
  }
  void change_tags() {
    Post& post = some();
    post.tag = std::array{"red", "blue", "c#"}.at(pick(3));
    write(post);
    tell("tag of " + post.file + " is " + post.tag);
  }
  void change_date() {
    Post& post = some();
    post.day = static_cast<int>(pick(9)) + 1;
    write(post);
    tell("date of " + post.file);
  }
  void rename() {
    Post& post = some();
    const std::string old = post.file;
    post.file = "moved/" + std::to_string(made_++) + ".md";
    fs::create_directories(dir_.path() / "posts/moved");
    fs::rename(dir_.path() / "posts" / old, dir_.path() / "posts" / post.file);
    tell("rename " + old + " to " + post.file);
  }
  void remove() {
    if (posts_.size() < 3) return;
    const std::size_t i = pick(posts_.size());
    fs::remove(dir_.path() / "posts" / posts_[i].file);
    tell("remove " + posts_[i].file);
    posts_.erase(posts_.begin() + static_cast<std::ptrdiff_t>(i));
  }
  void flip_draft() {
    Post& post = some();
    post.is_draft = !post.is_draft;
    write(post);
    tell("draft flag of " + post.file);
  }
  void expire() {
    Post& post = some();
    post.more = "expiryDate: 2024-0" + std::to_string(pick(9) + 1) + "-15\n";
    write(post);
    tell("expiry of " + post.file);
  }
  void wait() {
    if (month_ < 9) ++month_;
    set_now();
  }
  void go_back() {
    if (month_ > 1) --month_;
    set_now();
  }
  void set_now() {
    options_.now = at(("2024-0" + std::to_string(month_) + "-20").c_str());
    tell("now it is month " + std::to_string(month_));
  }
  void touch() {
    const fs::path file = dir_.path() / "posts" / some().file;
    fs::last_write_time(file, fs::file_time_type::clock::now());
    tell("touch " + file.filename().string());
  }
  /// As a fresh clone does: all is new but the bytes.
  void copy_all() {
    fs::rename(dir_.path() / "posts", dir_.path() / "posts-before");
    fs::copy(dir_.path() / "posts-before", dir_.path() / "posts", fs::copy_options::recursive);
    fs::remove_all(dir_.path() / "posts-before");
    tell("copy all");
  }
  void break_post() {
    if (posts_.size() < 3) return;
    dir_.write("posts/broken.md", pick(2) == 0 ? "---\ndate: 03/04/2022\n---\nx\n"
                                               : "---\ndate: 2024-01-01\n---\nfine now\n");
    tell("break or mend a post");
  }
  void change_config() {
    config_.feeds.limit = pick(4) * 2;
    config_.site.title = "T" + std::to_string(pick(3));
    tell("limit " + std::to_string(config_.feeds.limit) + ", title " + config_.site.title);
  }
  void change_look() {
    config_.search.language = pick(2) == 0 ? "en" : "de";
    config_.search.half_life_days = pick(2);
    config_.feeds.content = pick(2) == 0 ? model::Content::full : model::Content::built;
    tell("language " + config_.search.language);
  }
  void spoil_out() {
    if (pick(2) == 0) {
      fs::remove_all(config_.feeds.out / "tags");
      tell("remove tags/");
    } else if (fs::exists(config_.feeds.out / "atom.xml")) {
      dir_.write("out/atom.xml", "spoiled");
      tell("spoil atom.xml");
    }
  }
  void spoil_index() {
    if (pick(2) == 0 || !fs::exists(config_.search.index)) {
      fs::remove_all(config_.search.index);
      tell("remove the index");
      return;
    }
    for (const auto& file : fs::recursive_directory_iterator(config_.search.index))
      if (file.path().filename() == "postlist.glass") fs::resize_file(file.path(), 100);
    tell("cut the index short");
  }
  void spoil_state() {
    if (pick(2) == 0)
      fs::remove_all(config_.state);
    else
      dir_.write("state/state", "nonsense");
    is_state_lost_ = true;
    tell("spoil the state");
  }
  void attach() {
    Post& post = some();
    post.more = "enclosure: /talk.mp3\n";
    write(post);
    if (pick(3) == 0)
      fs::remove(dir_.path() / "static/talk.mp3");
    else
      dir_.write("static/talk.mp3", std::string(100 + pick(100), 'x'));
    tell("enclosure of " + post.file);
  }
  void build_page() {
    const std::string name = fs::path(some().file).replace_extension().generic_string();
    pages_["out/" + name + "/index.html"] = "<article><p>" + words() + "</p></article>";
    restore_pages();
    tell("page " + name);
  }
  void restore_pages() {
    for (const auto& [file, bytes] : pages_) dir_.write(file, bytes);
  }

  std::mt19937 random_;
  support::TempDir dir_;
  model::SiteConfig config_;
  pipeline::BuildOptions options_{at("2024-05-20")};
  std::vector<Post> posts_;
  std::map<std::string, std::string> pages_;
  bool is_state_lost_ = false;
  int month_ = 5;
  int made_ = 0;
  std::string story_;
};

unsigned count_of(const char* variable, unsigned usual) {
  const char* const text = std::getenv(variable);
  return text == nullptr ? usual : static_cast<unsigned>(std::atoi(text));
}

}  // namespace

TEST_CASE("pipeline: after any edits a build leaves what a build from scratch leaves",
          "[pipeline][soak]") {
  const unsigned first = count_of("BLOGSEARCH_FIRST_SEED", 1);
  const unsigned sequences = count_of("BLOGSEARCH_SEQUENCES", 25);
  for (unsigned seed = first; seed < first + sequences; ++seed) {
    Site site(seed);
    for (int i = 0; i < 5; ++i) {
      INFO("seed " << seed << ": " << site.story());
      site.compare();
      site.edit();
    }
  }
}

namespace {

/// A small site that is built again and again.
struct Place {
  support::TempDir dir;
  model::SiteConfig config;
  Diagnostics findings;

  Place() {
    config.site.title = config.site.author.name = "T";
    config.site.url = config.feeds.url = "https://e.org/";
    config.posts.paths = {dir.path() / "posts"};
    config.feeds.out = dir.path() / "out";
    config.search.index = dir.path() / "state/index";
    config.state = dir.path() / "state";
    config.ledger = dir.path() / "ids";
    post("a", "2024-01-01", "apple");
    post("b", "2024-02-01", "banana");
    post("c", "2024-03-01", "cherry");
    post("d", "2024-04-01", "date");
    post("e", "2024-05-01", "elder");
  }

  void post(const std::string& name, const std::string& date, const std::string& body) const {
    dir.write("posts/" + name + ".md",
              "---\ntitle: " + name + "\ndate: " + date + "\ntags: [" + name + "]\n---\n" + body);
  }

  pipeline::Report build(const char* now = "2024-06-01") {
    findings = {};
    return pipeline::build(config, {at(now)}, findings);
  }
};

std::string counts(const pipeline::Report& report) {
  return std::to_string(report.fresh) + " new, " + std::to_string(report.changed) + " changed, " +
         std::to_string(report.unchanged) + " unchanged, " + std::to_string(report.removed) +
         " removed";
}

}  // namespace

TEST_CASE("pipeline: a build with nothing to do touches nothing, and says what it said before",
          "[pipeline]") {
  Place place;
  place.post("broken", "03/04/2024", "x");
  const pipeline::Report first = place.build();
  CHECK(counts(first) == "5 new, 0 changed, 0 unchanged, 0 removed");
  const std::string said = text_of(place.findings);
  CHECK_FALSE(said.empty());
  const auto before = support::stamps_of(place.dir.path());
  const pipeline::Report second = place.build();
  CHECK(support::stamps_of(place.dir.path()) == before);
  CHECK(text_of(place.findings) == said);
  CHECK(second.published);
  CHECK(second.files == first.files);
  CHECK(second.files_changed.empty());
  CHECK(second.broken.size() == 1);
  CHECK(second.seconds.empty());  // it went through no stage
  CHECK(counts(second) == "0 new, 0 changed, 5 unchanged, 0 removed");
}

TEST_CASE("pipeline: of a changed post its own feeds are written, and no other", "[pipeline]") {
  Place place;
  place.config.feeds.formats = {model::Format::atom};
  place.config.feeds.limit = 2;
  REQUIRE(place.build().published);
  place.post("a", "2024-01-01", "avocado");
  const pipeline::Report report = place.build();
  CHECK(counts(report) == "0 new, 1 changed, 4 unchanged, 0 removed");
  std::string changed;
  for (const std::string& file : report.files_changed)
    changed += fs::path(file).lexically_relative(place.config.feeds.out).generic_string() + ' ';
  CHECK(changed == "archive/2024/atom.xml tags/a/atom.xml ");
}

TEST_CASE("pipeline: what is copied of an older document is what the last build has written there",
          "[pipeline]") {
  Place place;
  place.config.feeds.limit = 2;
  REQUIRE(place.build().published);
  const fs::path archive = place.config.feeds.out / "archive/2024/atom.xml";
  std::string altered = support::slurp(archive);
  const auto begin = altered.find("banana");
  REQUIRE(begin != std::string::npos);
  const auto edit = GENERATE(as<std::string>(), "", "bandana", "b", "BANANA");
  if (!edit.empty()) {
    altered.replace(begin, std::string_view("banana").size(), edit);
    place.dir.write("out/archive/2024/atom.xml", altered);
  }
  place.post("a", "2024-01-01", "avocado");
  REQUIRE(place.build().published);
  const auto built = support::tree_of(place.config.feeds.out);
  fs::remove_all(place.config.state);
  fs::remove_all(place.config.feeds.out);
  REQUIRE(place.build().published);
  CHECK(support::tree_of(place.config.feeds.out) == built);
}

TEST_CASE("pipeline: a feed whose last post is gone goes with it", "[pipeline]") {
  Place place;
  REQUIRE(place.build().published);
  REQUIRE(fs::exists(place.config.feeds.out / "tags/a"));
  place.dir.write("out/tags/mine.txt", "not ours");
  fs::remove(place.dir.path() / "posts/a.md");
  const pipeline::Report report = place.build();
  CHECK(counts(report) == "0 new, 0 changed, 4 unchanged, 1 removed");
  CHECK(report.files_removed.size() == 3);
  CHECK_FALSE(fs::exists(place.config.feeds.out / "tags/a"));
  CHECK(fs::exists(place.config.feeds.out / "tags/mine.txt"));
}

TEST_CASE("pipeline: a feed that somebody has altered is not removed with its last post",
          "[pipeline]") {
  Place place;
  REQUIRE(place.build().published);
  place.dir.write("out/tags/a/atom.xml", "mine");
  fs::remove(place.dir.path() / "posts/a.md");
  REQUIRE(place.build().published);
  CHECK(support::slurp(place.config.feeds.out / "tags/a/atom.xml") == "mine");
}

TEST_CASE("pipeline: a fresh clone, with other times of the files, is indexed no second time",
          "[pipeline]") {
  Place place;
  REQUIRE(place.build().published);
  const fs::path generation = place.config.search.index / "gen-000001";
  REQUIRE(fs::exists(generation));
  fs::rename(place.dir.path() / "posts", place.dir.path() / "old");
  fs::copy(place.dir.path() / "old", place.dir.path() / "posts");
  const pipeline::Report report = place.build();
  CHECK(counts(report) == "0 new, 0 changed, 5 unchanged, 0 removed");
  CHECK(report.files_changed.empty());
  CHECK_FALSE(fs::exists(place.config.search.index / "gen-000002"));
}

TEST_CASE("pipeline: an index that lies where the state does comes back without its stub",
          "[pipeline]") {
  Place place;
  place.config.search.index = place.config.state;
  REQUIRE(place.build().published);
  const std::string good = content_of(place.config.search.index);
  fs::remove(place.config.search.index / "XAPIANDB");
  SECTION("with its generations") {}
  SECTION("without any") { fs::remove_all(place.config.search.index / "gen-000001"); }
  CHECK(place.build().published);
  CHECK(text_of(place.findings) == "");
  CHECK(content_of(place.config.search.index) == good);
}

TEST_CASE("pipeline: another limit of feeds does not touch the index", "[pipeline]") {
  Place place;
  REQUIRE(place.build().published);
  place.config.feeds.limit = 1;
  const pipeline::Report report = place.build();
  CHECK_FALSE(report.files_changed.empty());
  CHECK_FALSE(fs::exists(place.config.search.index / "gen-000002"));
}

TEST_CASE("pipeline: a damaged index is built anew, and it says so", "[pipeline]") {
  Place place;
  REQUIRE(place.build().published);
  const std::string good = content_of(place.config.search.index);
  fs::resize_file(place.config.search.index / "gen-000001/postlist.glass", 100);
  REQUIRE(place.build().published);
  REQUIRE(place.findings.size() == 1);
  CHECK(place.findings.begin()->code == Code::index_rebuilt);
  CHECK(place.findings.begin()->message ==
        "the index is damaged: the files of gen-000001 are not those that were written");
  CHECK(content_of(place.config.search.index) == good);
  place.build();
  CHECK(place.findings.empty());
}

TEST_CASE("pipeline: a damaged state is no obstacle, and it says so", "[pipeline]") {
  Place place;
  REQUIRE(place.build().published);
  place.dir.write("state/state", "nonsense");
  const pipeline::Report report = place.build();
  CHECK(report.published);
  CHECK(report.files_changed.empty());
  REQUIRE(place.findings.size() == 1);
  CHECK(place.findings.begin()->code == Code::state_damaged);
  place.build();
  CHECK(place.findings.empty());
}

TEST_CASE("pipeline: a post falls due between two builds", "[pipeline]") {
  Place place;
  place.post("f", "2024-07-01", "fig");
  CHECK(place.build("2024-06-01").posts == 5);
  CHECK(place.build("2024-06-30").posts == 5);
  CHECK(place.build("2024-07-01").posts == 6);
  CHECK(place.build("2024-06-30").posts == 5);
}

TEST_CASE("pipeline: an enclosure that was missing is seen when it comes", "[pipeline]") {
  Place place;
  place.config.posts.static_folders = {place.dir.path() / "static"};
  place.dir.write("posts/f.md",
                  "---\ntitle: f\ndate: 2024-05-02\nenclosure: /talk.mp3\n---\nfig\n");
  place.build();
  CHECK(place.findings.size() == 1);
  place.dir.write("static/talk.mp3", "ID3 talk");
  place.build();
  CHECK(place.findings.empty());
}
