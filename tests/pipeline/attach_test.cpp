// SPDX-License-Identifier: GPL-2.0-or-later
//
// The files of a post, and what else of it a feed says, from front matter to the feeds.
#include <pugixml.hpp>

#include "pipeline/small_site.hpp"
#include "support/catch.hpp"

using namespace blogsearch;

namespace {

struct Site {
  support::TempDir dir;
  model::SiteConfig config = support::config_for(dir);

  Site() {
    config.posts.static_folders = {dir.path() / "static", dir.path() / "public"};
    config.posts.url = "/{path}/";
  }
  void post(const std::string& header, const std::string& name = "a.md") const {
    dir.write("posts/" + name, "---\ntitle: t\ndate: 2024-03-05\n" + header + "\n---\ntext\n");
  }
  [[nodiscard]] std::string build() const { return support::build(config, "2024-06-01").findings; }

  /// `URL TYPE LENGTH` of the item's enclosure in the RSS feed.
  [[nodiscard]] std::string enclosure() const {
    pugi::xml_document rss;
    rss.load_file((config.feeds.out / "rss.xml").c_str());
    const pugi::xml_node node = rss.child("rss").child("channel").child("item").child("enclosure");
    return std::string(node.attribute("url").value()) + " " + node.attribute("type").value() + " " +
           node.attribute("length").value();
  }
  [[nodiscard]] std::string picture() const {
    pugi::xml_document atom;
    atom.load_file((config.feeds.out / "atom.xml").c_str());
    return atom.child("feed").child("entry").child("media:content").attribute("url").value();
  }
};

const std::string mp3 = "ID3\x03 and some sound";

}  // namespace

TEST_CASE("pipeline: an enclosure is found where generators keep files", "[pipeline]") {
  struct Row {
    std::string written, file, url;
  };
  const auto row = GENERATE(values<Row>({
      {"ep.mp3", "posts/2024/ep.mp3", "https://e.org/2024/a/ep.mp3"},
      {"./ep.mp3", "posts/2024/ep.mp3", "https://e.org/2024/a/ep.mp3"},
      {"../ep.mp3", "posts/ep.mp3", "https://e.org/2024/ep.mp3"},
      {"/ep.mp3", "static/ep.mp3", "https://e.org/ep.mp3"},
      {"/audio/ep.mp3", "public/audio/ep.mp3", "https://e.org/audio/ep.mp3"},
      {"audio/ep.mp3", "static/audio/ep.mp3", "https://e.org/audio/ep.mp3"},
      {"/audio/ep.mp3", "out/audio/ep.mp3", "https://e.org/audio/ep.mp3"},
      {"https://e.org/audio/ep.mp3", "static/audio/ep.mp3", "https://e.org/audio/ep.mp3"},
      {"ep.mp3", "out/2024/a/ep.mp3", "https://e.org/2024/a/ep.mp3"},
      {"my ep.mp3", "posts/2024/my ep.mp3", "https://e.org/2024/a/my%20ep.mp3"},
      {"/my%20ep.mp3", "static/my ep.mp3", "https://e.org/my%20ep.mp3"},
      {"'/ep:1.mp3?v=2'", "static/ep:1.mp3", "https://e.org/ep:1.mp3?v=2"},
  }));
  CAPTURE(row.written, row.file);
  Site site;
  site.dir.write(row.file, mp3);
  site.post("enclosure: " + row.written, "2024/a.md");
  CHECK(site.build() == "");
  CHECK(site.enclosure() == row.url + " audio/mpeg " + std::to_string(mp3.size()));
}

TEST_CASE("pipeline: a file of a site below a path is known by that path or without it",
          "[pipeline]") {
  const std::string written = GENERATE("/ep.mp3", "/blog/ep.mp3", "https://e.org/blog/ep.mp3");
  CAPTURE(written);
  Site site;
  site.config.site.url = site.config.feeds.url = "https://e.org/blog/";
  site.dir.write("static/ep.mp3", mp3);
  site.post("enclosure: " + written);
  CHECK(site.build() == "");
  CHECK(site.enclosure() == "https://e.org/blog/ep.mp3 audio/mpeg " + std::to_string(mp3.size()));
}

TEST_CASE("pipeline: nothing outside the site's folders is looked at for an enclosure",
          "[pipeline]") {
  Site site;
  site.dir.write("secret.mp3", mp3);
  site.post("enclosure: ../secret.mp3");
  CHECK(site.build() ==
        "4:12 there is no file ../secret.mp3, and feeds say that it has 0 bytes "
        "[pipeline.enclosure-not-found] (put it beside the post or into a folder of "
        "`posts.static`, or write its `length` in bytes)\n");
  CHECK(site.enclosure() == "https://e.org/secret.mp3 audio/mpeg 0");
}

TEST_CASE("pipeline: of an enclosure the file knows type and length", "[pipeline]") {
  struct Row {
    std::string written, bytes, said, findings;
  };
  const auto row = GENERATE(values<Row>({
      {"{url: /a.bin, length: 3, type: audio/x-m4a}", "fLaC", "audio/x-m4a 4",
       "4:34 the enclosure has 4 bytes, not 3 [pipeline.enclosure-differs] (write `length: 4`, or "
       "leave it out)\n"},
      {"{url: /a.bin, length: 4}", "fLaC", "audio/flac 4", ""},
      {"{url: /a.bin, type: image/png}", "fLaC", "audio/flac 4",
       "4:32 the enclosure is audio/flac, not image/png [pipeline.enclosure-differs] (write `type: "
       "audio/flac`, or leave it out)\n"},
      {"{url: /a.bin, type: text/x-own}", "what?", "text/x-own 5", ""},
      {"/a.bin", "what?", "application/octet-stream 5", ""},
  }));
  CAPTURE(row.written);
  Site site;
  site.dir.write("static/a.bin", row.bytes);
  site.post("enclosure: " + row.written);
  CHECK(site.build() == row.findings);
  CHECK(site.enclosure() == "https://e.org/a.bin " + row.said);
}

TEST_CASE("pipeline: of an enclosure elsewhere the front matter's word counts", "[pipeline]") {
  Site site;
  site.post("enclosure: {url: 'https://cdn.org/a.mp3?x=1', length: 123}");
  CHECK(site.build() == "");
  CHECK(site.enclosure() == "https://cdn.org/a.mp3?x=1 audio/mpeg 123");
  site.post("enclosure: https://cdn.org/a.mp3");
  CHECK(site.build() ==
        "4:12 the length of https://cdn.org/a.mp3 is not known, and feeds say 0 bytes "
        "[pipeline.enclosure-not-found] (write its `length` in bytes beside its `url`)\n");
  site.post("enclosure: 'mailto:a@e.org'");
  CHECK(site.build() == "");
  CHECK(site.enclosure() == "  ");
}

TEST_CASE("pipeline: a post's picture has an absolute URL", "[pipeline]") {
  struct Row {
    std::string written, url;
  };
  const auto row = GENERATE(values<Row>({
      {"./cover.jpg", "https://e.org/a/cover.jpg"},
      {"cover.jpg", "https://e.org/a/cover.jpg"},
      {"/img/cover.jpg", "https://e.org/img/cover.jpg"},
      {"../cover a.jpg", "https://e.org/cover%20a.jpg"},
      {"https://cdn.org/c.jpg", "https://cdn.org/c.jpg"},
      {"kept/c.jpg", "https://e.org/kept/c.jpg"},
      {"'data:image/png;base64,AAAA'", ""},
  }));
  CAPTURE(row.written);
  Site site;
  site.dir.write("static/kept/c.jpg", "");
  site.post("image: " + row.written);
  CHECK(site.build() == "");
  CHECK(site.picture() == row.url);
}

TEST_CASE("pipeline: titles and summaries are plain text in every feed", "[pipeline]") {
  struct Row {
    std::string written, plain;
  };
  const auto row = GENERATE(values<Row>({
      {"A &amp; B", "A & B"},
      {"<em>x</em> and `Vec<T>`", "x and `Vec<T>`"},
      {"Use <T>", "Use <T>"},
      {"]]> 🦀 &#8217;", "]]> 🦀 ’"},
      {"a\vb", "ab"},
  }));
  CAPTURE(row.written);
  Site site;
  site.dir.write("posts/a.md", "---\ntitle: '" + row.written + "'\ndescription: '" + row.written +
                                   "'\ndate: 2024-01-01\n---\nx\n");
  const bool has_control = row.written.find('\v') != std::string::npos;
  CHECK(site.build().empty() != has_control);
  pugi::xml_document atom;
  pugi::xml_document rss;
  REQUIRE(atom.load_file((site.config.feeds.out / "atom.xml").c_str()));
  REQUIRE(rss.load_file((site.config.feeds.out / "rss.xml").c_str()));
  const pugi::xml_node entry = atom.child("feed").child("entry");
  CHECK(entry.child_value("title") == row.plain);
  CHECK(entry.child_value("summary") == row.plain);
  CHECK(rss.child("rss").child("channel").child("item").child_value("title") == row.plain);
  CHECK(support::slurp(site.config.feeds.out / "feed.json").find(row.plain) != std::string::npos);
}

TEST_CASE("pipeline: a title that Markdown has made plain is not read as HTML again",
          "[pipeline]") {
  Site site;
  site.dir.write("posts/a.md", "---\ndate: 2024-01-01\n---\n# The `&amp;` of HTML\n\nx\n");
  CHECK(site.build() == "");
  const std::string atom = support::slurp(site.config.feeds.out / "atom.xml");
  CHECK(atom.find("<title>The &amp;amp; of HTML</title>") != std::string::npos);
}

TEST_CASE("pipeline: a URL is made of the title as it is written", "[pipeline]") {
  Site site;
  site.config.posts.url = "/{title}/";
  site.dir.write("posts/a.md", "---\ntitle: A &amp; B\ndate: 2024-01-01\n---\nx\n");
  CHECK(site.build() == "");
  CHECK(support::slurp(site.config.feeds.out / "feed.json").find("https://e.org/a-amp-b/") !=
        std::string::npos);
}

TEST_CASE("pipeline: a feed is as new as the newest change of its entries", "[pipeline]") {
  Site site;
  site.post("updated: 2024-05-01", "old.md");
  site.post("date_unused: x", "new.md");
  site.dir.write("posts/newest.md", "---\ntitle: n\ndate: 2024-04-01\n---\nx\n");
  CHECK(site.build() == "");
  pugi::xml_document atom;
  REQUIRE(atom.load_file((site.config.feeds.out / "atom.xml").c_str()));
  CHECK(atom.child("feed").child_value("updated") == std::string("2024-05-01T00:00:00Z"));
  CHECK(atom.child("feed").child("entry").child_value("id") ==
        std::string("https://e.org/newest/"));
  CHECK(support::slurp(site.config.feeds.out / "rss.xml")
            .find("<lastBuildDate>Wed, 01 May 2024 00:00:00 +0000</lastBuildDate>") !=
        std::string::npos);
}

TEST_CASE("pipeline: feeds name the stylesheet by its path on their host", "[pipeline]") {
  struct Row {
    model::Looks looks;
    std::string stylesheet, instruction;
  };
  const auto row = GENERATE(values<Row>({
      {model::Looks::ours, "", "<?xml-stylesheet type=\"text/css\" href=\"/f/feed.css\"?>\n"},
      {model::Looks::none, "", "<feed "},
      {model::Looks::theirs, "/my.css",
       "<?xml-stylesheet type=\"text/css\" href=\"https://e.org/my.css\"?>\n"},
  }));
  Site site;
  site.config.feeds.url = "https://e.org/f/";
  site.config.feeds.looks = row.looks;
  site.config.feeds.stylesheet = row.stylesheet;
  site.post("");
  CHECK(site.build() == "");
  const std::string atom = support::slurp(site.config.feeds.out / "atom.xml");
  CHECK(atom.substr(atom.find('\n') + 1, row.instruction.size()) == row.instruction);
}

TEST_CASE("pipeline: files that come with a post are not looked for behind links that lead out",
          "[pipeline]") {
  Site site;
  site.dir.write("secrets/ep.mp3", mp3);
  site.dir.write("static/real.mp3", mp3);
  std::filesystem::create_directory_symlink("../secrets", site.dir.path() / "static/audio");
  std::filesystem::create_symlink("real.mp3", site.dir.path() / "static/alias.mp3");
  const std::string length = std::to_string(mp3.size());

  site.post("enclosure: /alias.mp3");
  CHECK(site.build() == "");
  CHECK(site.enclosure() == "https://e.org/alias.mp3 audio/mpeg " + length);

  site.post("enclosure: /audio/ep.mp3");
  CHECK(site.build().find("there is no file /audio/ep.mp3") != std::string::npos);
  CHECK(site.enclosure() == "https://e.org/audio/ep.mp3 audio/mpeg 0");
  site.config.posts.follow_links = true;
  CHECK(site.build() == "");
  CHECK(site.enclosure() == "https://e.org/audio/ep.mp3 audio/mpeg " + length);
}
