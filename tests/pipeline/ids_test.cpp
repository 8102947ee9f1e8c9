// SPDX-License-Identifier: GPL-2.0-or-later
//
// Posts keep their ids. Each test plays through what becomes of a blog and reads the ids out of the
// feed that was published.
#include "pipeline/ids.hpp"

#include <algorithm>
#include <map>

#include "blogsearch/feed/reader.hpp"
#include "pipeline/repository.hpp"
#include "pipeline/small_site.hpp"
#include "support/catch.hpp"
#include "support/folders.hpp"

using namespace blogsearch;
namespace fs = std::filesystem;

namespace {

const std::string a_body = "The first post of this blog, which says a thing that no other says.";
const std::string b_body = "The second post of this blog, which says another thing, as is right.";
const std::string c_body =
    "A third text, long enough to be known again wherever it is put one day.";

struct Blog {
  support::TempDir dir;
  model::SiteConfig config = support::config_for(dir);

  void post(const std::string& name, const std::string& body,
            const std::string& header = "") const {
    dir.write("posts/" + name, "---\ntitle: T\ndate: 2024-03-05\n" + header +
                                   (header.empty() ? "" : "\n") + "---\n" + body + "\n");
  }
  void move(const std::string& from, const std::string& to) const {
    fs::create_directories((dir.path() / "posts" / to).parent_path());
    fs::rename(dir.path() / "posts" / from, dir.path() / "posts" / to);
  }
  void remove(const std::string& name) const { fs::remove(dir.path() / "posts" / name); }
  void domain(const std::string& url) { config.site.url = config.feeds.url = url; }

  /// The findings.
  std::string build() {
    outcome = support::build(config, "2024-06-01");
    return outcome.findings;
  }
  [[nodiscard]] std::string ledger() const { return support::slurp(config.ledger); }

  /// `id url` of each entry, by id.
  [[nodiscard]] std::string feed(const char* name = "atom.xml") const {
    Diagnostics findings;
    const auto entries = feed::read(name, support::slurp(config.feeds.out / name), findings);
    REQUIRE(entries);
    std::vector<std::string> lines;
    for (const feed::OldEntry& entry : *entries) lines.push_back(entry.id + " " + entry.url + "\n");
    std::sort(lines.begin(), lines.end());
    std::string out;
    for (const std::string& line : lines) out += line;
    return out;
  }
  [[nodiscard]] std::string news() const {
    std::string out;
    for (const pipeline::IdNews& news : outcome.report.ids)
      out +=
          fs::path(news.path).filename().string() + " " + news.id + " " + news.former_path + "\n";
    return out;
  }

  support::Outcome outcome;
};

/// A blog of two posts, built once.
struct Published : Blog {
  Published() {
    post("a.md", a_body);
    post("b.md", b_body);
    CHECK(build() == "");
    CHECK(feed() == "https://e.org/a/ https://e.org/a/\nhttps://e.org/b/ https://e.org/b/\n");
  }
};

fs::file_time_type long_ago(const fs::path& file) {
  const auto time = fs::file_time_type::clock::now() - std::chrono::hours(100);
  fs::last_write_time(file, time);
  return fs::last_write_time(file);
}

}  // namespace

TEST_CASE("pipeline: the first build writes down the id of every post", "[pipeline]") {
  Published blog;
  const std::string text = blog.ledger();
  CHECK(text.find("\nhttps://e.org/a/ ") != std::string::npos);
  CHECK(text.find(" /a/ posts/a.md\nhttps://e.org/b/ ") != std::string::npos);
  CHECK(text.ends_with(" /b/ posts/b.md\n"));
  CHECK(blog.news() == "");
}

TEST_CASE("pipeline: a post keeps its id when its file is renamed", "[pipeline]") {
  Published blog;
  blog.move("a.md", "2024/renamed.md");
  CHECK(blog.build() == "");
  CHECK(blog.feed() ==
        "https://e.org/a/ https://e.org/2024/renamed/\nhttps://e.org/b/ https://e.org/b/\n");
  CHECK(blog.news() == "renamed.md https://e.org/a/ posts/a.md\n");
  CHECK(blog.ledger().find(" /2024/renamed/ posts/2024/renamed.md\nhttps://e.org/b/ ") !=
        std::string::npos);
}

TEST_CASE("pipeline: a post keeps its id when its slug, its text or its date changes",
          "[pipeline]") {
  Published blog;
  blog.post("a.md", "All new words.", "slug: other\nupdated: 2024-04-01");
  CHECK(blog.build() == "");
  CHECK(blog.feed() ==
        "https://e.org/a/ https://e.org/other/\nhttps://e.org/b/ https://e.org/b/\n");
}

TEST_CASE("pipeline: posts keep their ids when the site moves to another domain", "[pipeline]") {
  Published blog;
  const std::string before = blog.ledger();
  blog.domain("https://new.example/notes/");
  CHECK(blog.build() == "");
  CHECK(blog.feed() ==
        "https://e.org/a/ https://new.example/notes/a/\n"
        "https://e.org/b/ https://new.example/notes/b/\n");
  CHECK(blog.ledger() == before);
}

TEST_CASE("pipeline: a post keeps its id when file, slug and domain change at once", "[pipeline]") {
  Published blog;
  blog.move("a.md", "x.md");
  blog.post("x.md", a_body, "slug: other");
  blog.domain("https://new.example/");
  CHECK(blog.build() == "");
  for (const char* name : {"atom.xml", "rss.xml", "feed.json"}) {
    CAPTURE(name);
    CHECK(blog.feed(name) ==
          "https://e.org/a/ https://new.example/other/\n"
          "https://e.org/b/ https://new.example/b/\n");
  }
}

TEST_CASE("pipeline: a post whose file and text both change is known by its URL", "[pipeline]") {
  Published blog;
  blog.remove("a.md");
  blog.post("x.md", c_body, "slug: a");
  blog.remove("b.md");
  blog.post("y.md", "Short now.", "aliases: [/b/]");
  blog.domain("https://new.example/");
  CHECK(blog.build() == "");
  CHECK(blog.feed() ==
        "https://e.org/a/ https://new.example/a/\nhttps://e.org/b/ https://new.example/y/\n");
}

TEST_CASE("pipeline: a post that comes back has its id again", "[pipeline]") {
  Published blog;
  blog.move("a.md", "moved.md");
  blog.build();
  blog.remove("moved.md");
  CHECK(blog.build() == "");
  CHECK(blog.feed() == "https://e.org/b/ https://e.org/b/\n");
  CHECK(blog.ledger().find("https://e.org/a/ ") != std::string::npos);
  blog.post("elsewhere.md", a_body);
  CHECK(blog.build() == "");
  CHECK(blog.feed() ==
        "https://e.org/a/ https://e.org/elsewhere/\nhttps://e.org/b/ https://e.org/b/\n");
}

TEST_CASE("pipeline: a draft that was a post keeps its id for later", "[pipeline]") {
  Published blog;
  blog.move("a.md", "moved.md");
  blog.build();
  blog.post("moved.md", a_body, "draft: true");
  const std::string before = blog.ledger();
  blog.post("copy.md", a_body);
  blog.build();
  CHECK(blog.feed() ==
        "https://e.org/b/ https://e.org/b/\nhttps://e.org/copy/ https://e.org/copy/\n");
  blog.post("moved.md", a_body);
  blog.build();
  CHECK(blog.feed().find("https://e.org/a/ https://e.org/moved/\n") != std::string::npos);
}

TEST_CASE("pipeline: a new post never takes the id of another", "[pipeline]") {
  Published blog;
  blog.move("a.md", "moved.md");
  blog.build();
  blog.post("a.md", c_body);
  CHECK(blog.build() == "");
  CHECK(blog.feed() ==
        "https://e.org/a/ https://e.org/moved/\nhttps://e.org/a/#2 https://e.org/a/\n"
        "https://e.org/b/ https://e.org/b/\n");
  CHECK(blog.news() == "a.md https://e.org/a/#2 \n");
  // Nor that of one that is gone and was elsewhere.
  blog.remove("moved.md");
  blog.remove("a.md");
  blog.build();
  blog.post("moved/index.md", "Another text than all that were there before it was written.",
            "slug: /moved-on");
  blog.build();
  CHECK(blog.feed().find("https://e.org/moved-on/ https://e.org/moved-on/\n") != std::string::npos);
}

TEST_CASE("pipeline: short texts and copies do not make a post another one", "[pipeline]") {
  Blog blog;
  blog.post("a.md", "Short.");
  blog.post("b.md", b_body);
  blog.post("c.md", b_body);
  blog.build();
  blog.move("a.md", "a2.md");
  blog.move("b.md", "b2.md");
  blog.move("c.md", "c2.md");
  blog.build();
  CHECK(blog.feed() ==
        "https://e.org/a2/ https://e.org/a2/\nhttps://e.org/b2/ https://e.org/b2/\n"
        "https://e.org/c2/ https://e.org/c2/\n");
  CHECK(blog.news() ==
        "a2.md https://e.org/a2/ \nb2.md https://e.org/b2/ \nc2.md https://e.org/c2/ \n");
}

TEST_CASE("pipeline: a copied folder of posts takes the ids along", "[pipeline]") {
  Published blog;
  support::copy_folder(blog.dir.path() / "posts", blog.dir.path() / "content");
  blog.config.posts.paths = {blog.dir.path() / "content"};
  CHECK(blog.build() == "");
  CHECK(blog.feed() == "https://e.org/a/ https://e.org/a/\nhttps://e.org/b/ https://e.org/b/\n");
}

TEST_CASE("pipeline: line ends and blank lines do not make a text another one", "[pipeline]") {
  Published blog;
  blog.remove("a.md");
  blog.dir.write("posts/x.md",
                 "---\r\ntitle: T\r\ndate: 2024-03-05\r\n---\r\n\r\n" + a_body + "\r\n");
  blog.build();
  CHECK(blog.feed().find("https://e.org/a/ https://e.org/x/\n") != std::string::npos);
}

TEST_CASE("pipeline: an id in front matter wins, and what that changes is said first",
          "[pipeline]") {
  Published blog;
  const std::string before = blog.ledger();
  blog.post("a.md", a_body, "id: urn:x:1");
  const std::string warning =
      "4:5 the id of this post changes from https://e.org/a/ to urn:x:1: feed readers will show "
      "it as new [pipeline.id-changed] (write `id: https://e.org/a/` to keep the id that readers "
      "know)\n";
  Diagnostics findings;
  pipeline::BuildOptions check{time::read("2024-06-01", time::Zone::utc())->timestamp};
  check.keep = false;
  (void)pipeline::build(blog.config, check, findings);
  CHECK(support::lines_of(findings) == warning);
  CHECK(blog.ledger() == before);

  CHECK(blog.build() == warning);
  CHECK(blog.feed() == "https://e.org/b/ https://e.org/b/\nurn:x:1 https://e.org/a/\n");
  CHECK(blog.build() == "");
  blog.post("a.md", a_body);
  CHECK(blog.build() == "");
  CHECK(blog.feed().find("urn:x:1 https://e.org/a/\n") != std::string::npos);
}

TEST_CASE("pipeline: a build that changes no id leaves the ledger alone", "[pipeline]") {
  Published blog;
  const auto before = long_ago(blog.config.ledger);
  blog.build();
  CHECK(fs::last_write_time(blog.config.ledger) == before);
  // Nor is one rewritten that git or an editor put into another form.
  std::string text = blog.ledger();
  text = "# edited\r\n" + text.substr(text.find("https://e.org/b/")) +
         text.substr(text.find("https://e.org/a/"),
                     text.find("https://e.org/b/") - text.find("https://e.org/a/"));
  blog.dir.write("blogsearch.ids", text);
  blog.build();
  CHECK(blog.ledger() == text);
}

TEST_CASE("pipeline: only a build that publishes writes the ledger", "[pipeline]") {
  Blog blog;
  blog.post("a.md", a_body);
  blog.post("b.md", b_body, "updated: nonsense");
  Diagnostics findings;
  pipeline::BuildOptions options{time::read("2024-06-01", time::Zone::utc())->timestamp};
  options.strict = true;
  (void)pipeline::build(blog.config, options, findings);
  CHECK_FALSE(fs::exists(blog.config.ledger));
  options.strict = false;
  options.keep = false;
  (void)pipeline::build(blog.config, options, findings);
  CHECK_FALSE(fs::exists(blog.config.ledger));
  blog.build();
  CHECK(blog.ledger().find("posts/a.md") != std::string::npos);
  CHECK(blog.ledger().find("posts/b.md") == std::string::npos);
}

TEST_CASE("pipeline: a ledger that cannot be read stops the build before all else", "[pipeline]") {
  Published blog;
  const std::string feed = support::slurp(blog.config.feeds.out / "atom.xml");
  blog.post("c.md", c_body);
  const std::string text = "# x\n<<<<<<< HEAD\nurn:1 - /a/ posts/a.md\n=======\n>>>>>>> other\n";
  blog.dir.write("blogsearch.ids", text);
  CHECK(blog.build() ==
        "2:1 a merge conflict is not resolved [model.bad-ledger] (keep one line of each post, with "
        "the id that is published, and delete the marks of git; the next build mends the rest of "
        "the line)\n");
  CHECK_FALSE(blog.outcome.report.published);
  CHECK(support::slurp(blog.config.feeds.out / "atom.xml") == feed);
  CHECK(blog.ledger() == text);
  fs::remove(blog.config.ledger);
  fs::create_directory(blog.config.ledger);
  CHECK(blog.build().find("[io.unreadable]") != std::string::npos);
  CHECK(support::slurp(blog.config.feeds.out / "atom.xml") == feed);
}

TEST_CASE("pipeline: git merges the ledgers of two branches that add posts", "[pipeline]") {
  const support::Repository repository;
  model::SiteConfig config = support::config_for(repository.dir());
  const auto write = [&](const std::string& name, const std::string& body) {
    repository.write("posts/" + name, "---\ntitle: T\ndate: 2024-03-05\n---\n" + body + "\n");
  };
  const auto publish = [&] {
    CHECK(support::build(config, "2024-06-01").findings == "");
    repository.commit("2024-06-01T00:00:00Z");
  };
  repository.write(".gitignore", "out\nindex\n");
  write("b.md", a_body);
  write("m.md", b_body);
  write("y.md", c_body);
  publish();
  repository.git({"checkout", "-q", "-b", "other"});
  write("c.md", "A post of the other branch, long enough to be known by its words alone.");
  publish();
  repository.git({"checkout", "-q", "-"});
  fs::rename(repository.dir().path() / "posts/y.md", repository.dir().path() / "posts/z.md");
  write("n.md", "A post of this branch, long enough to be known by its words alone, too.");
  publish();
  repository.git({"merge", "-q", "other", "-m", "merged"}, "2024-06-01T00:00:00Z");
  const std::string merged = support::slurp(config.ledger);
  CHECK(support::build(config, "2024-06-01").findings == "");
  CHECK(support::slurp(config.ledger) == merged);
  for (const char* word : {"/c/ posts/c.md", "/n/ posts/n.md", "https://e.org/y/ ", "posts/z.md"})
    CHECK(merged.find(word) != std::string::npos);
}

TEST_CASE("pipeline: by config the ids of new posts are tag URIs", "[pipeline]") {
  Published blog;
  blog.config.feeds.ids = model::Ids::tag;
  blog.domain("https://user@New.Example:8080/blog/");
  blog.post("c.md", c_body);
  CHECK(blog.build() == "");
  const std::string entry = "tag:new.example,2024-03-05:/blog/c/ ";
  CHECK(blog.feed().find(entry) != std::string::npos);
  // The day is that of the first build, whatever the post says later.
  blog.dir.write("posts/c.md", "---\ntitle: T\ndate: 2023-01-01\n---\n" + c_body + "\n");
  blog.build();
  CHECK(blog.feed().find(entry) != std::string::npos);
  blog.domain("http://[::1]/");
  blog.post("d.md", "Short.");
  blog.build();
  CHECK(blog.feed().find("http://[::1]/d/ http://[::1]/d/\n") != std::string::npos);
}

TEST_CASE("pipeline: neither the order of posts nor of folders changes an id", "[pipeline]") {
  Published blog;
  blog.move("a.md", "x.md");
  blog.move("b.md", "y.md");
  blog.post("a.md", c_body);
  Diagnostics findings;
  pipeline::Report report;
  const auto ids_in_order = [&](bool is_reversed) {
    std::vector<std::string> names{"a.md", "x.md", "y.md"};
    if (is_reversed) std::reverse(names.begin(), names.end());
    pipeline::Posts posts{io::Ground(blog.dir.path() / "posts")};
    for (const std::string& name : names) {
      model::Post post;
      post.path = name;
      post.url = "https://e.org/" + name.substr(0, 1) + "/";
      posts.add(post);
    }
    auto ids = pipeline::Ids::load(blog.config, findings);
    REQUIRE(ids);
    ids->assign(posts, report, findings);
    std::map<std::string, std::string> given;
    for (const model::Post& post : posts) given.emplace(post.path, post.id);
    return given;
  };
  CHECK(ids_in_order(false) == ids_in_order(true));
}

TEST_CASE("pipeline: the ledger names files from its own folder", "[pipeline]") {
  const support::TempDir dir;
  const fs::path root = fs::canonical(dir.path());
  fs::create_directories(root / "site/posts");
  fs::create_directory_symlink(root / "site", root / "link");
  model::SiteConfig config;
  config.ledger = root / "site/blogsearch.ids";
  CHECK(pipeline::LedgerNames(config).path(root / "site/posts/a.md") == "posts/a.md");
  CHECK(pipeline::LedgerNames(config).path(root / "link/posts/./a.md") == "posts/a.md");
  CHECK(pipeline::LedgerNames(config).path(root / "other/a.md") == "../other/a.md");
  const support::Inside inside(root / "site");
  config.ledger = "blogsearch.ids";
  CHECK(pipeline::LedgerNames(config).path("posts/a.md") == "posts/a.md");
  CHECK(pipeline::LedgerNames(config).path(root / "site/posts/a.md") == "posts/a.md");
}

TEST_CASE("pipeline: the ledger lies beside the config, or where one was before", "[pipeline]") {
  const support::TempDir dir;
  const fs::path root = fs::canonical(dir.path());
  fs::create_directories(root / "site/deep/deeper");
  const auto ledger_of = [](const pipeline::Overrides& overrides) {
    Diagnostics findings;
    const auto config = pipeline::configure(overrides, findings);
    REQUIRE(config);
    return config->ledger;
  };
  pipeline::Overrides named;
  named.config = dir.write("site/blogsearch.yaml", "site: {url: https://e.org}\n");
  CHECK(ledger_of(named) == dir.path() / "site/blogsearch.ids");
  fs::remove(*named.config);

  const support::Inside inside(root / "site/deep/deeper");
  CHECK(ledger_of({}) == "blogsearch.ids");
  pipeline::Overrides elsewhere;
  elsewhere.index = "/var/lib/blog/index";
  CHECK(ledger_of(elsewhere) == "/var/lib/blog/blogsearch.ids");
  elsewhere.index = "x/.blogsearch/index";
  CHECK(ledger_of(elsewhere) == "x/blogsearch.ids");
  // What a call leaves that found nothing to publish makes no site of a folder.
  fs::create_directory(root / "site/.blogsearch");
  std::ofstream(root / "site/.blogsearch/lock") << "";
  CHECK(ledger_of({}) == "blogsearch.ids");
  fs::create_directory(root / "site/.blogsearch/index");
  CHECK(ledger_of({}) == root / "site/blogsearch.ids");
  std::ofstream(root / "site/blogsearch.ids") << "";
  CHECK(ledger_of({}) == root / "site/blogsearch.ids");
  CHECK(ledger_of(elsewhere) == root / "site/blogsearch.ids");
}

TEST_CASE("pipeline: the machine's zone changes no id and no ledger", "[pipeline]") {
  const auto ledger_under = [](const char* zone) {
    const support::Variable machine("TZ", zone);
    Blog blog;
    blog.config.feeds.ids = model::Ids::tag;
    blog.post("a.md", a_body);
    blog.dir.write("posts/b.md",
                   "---\ntitle: T\ndate: 2024-03-05T23:30:00-05:00\n---\n" + b_body + "\n");
    CHECK(blog.build() == "");
    CHECK(blog.feed().find("tag:e.org,2024-03-05:/b/ ") != std::string::npos);
    return blog.ledger();
  };
  CHECK(ledger_under("Asia/Tokyo") == ledger_under("America/Los_Angeles"));
}
