// SPDX-License-Identifier: GPL-2.0-or-later
#include "feed/sample.hpp"

#include <utility>

namespace blogsearch::feed::sample {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_seconds;

Entry entry(std::string slug, std::string title, std::string html, std::string summary) {
  Entry made = plain();
  made.post.url = "https://example.org/" + slug + "/";
  made.post.id = made.post.url;
  made.post.title = std::move(title);
  made.html = std::move(html);
  made.summary = std::move(summary);
  return made;
}

Entry with_controls() {
  Entry made = entry("control", "Control\x0B, \x01 and \xFF",
                     "<p>a\x0B"
                     "b\xC3(c\xEF\xBF\xBF</p>",
                     "\x1B[31mred");
  made.post.tags = {"\x0Btab & ]]>"};
  made.post.categories = {"<\x01> \U0001F980"};
  made.post.authors = {{"\x0B]]> & <Ann>", "", ""}, {"Bob\x01", "", ""}};
  return made;
}

Entry by_several_authors() {
  Entry made = entry("several", "Several authors", "<p>We.</p>", "We.");
  made.post.authors = {{"Ann <A>", "ann@example.org", "https://example.org/ann?a=1&b=2"},
                       {"Bob", "no address", "/bob"},
                       {"山田太郎", "", ""}};
  return made;
}

Entry by_one_address() {
  Entry made = entry("address", "By mail", "<p>Me.</p>", "");
  made.post.authors = {{"A. \"W\" & Co", "a@example.org", ""}};
  return made;
}

Entry with_a_foreign_id() {
  Entry made = entry("moved?a=1&b=2", "Moved, in French", "<p>Déjà vu</p>", "Déjà vu");
  made.post.id = "tag:example.org,2009:&7";
  made.post.lang = "fr";
  made.post.updated = {made.post.published.instant + seconds(86400), minutes(-210)};
  made.post.tags = {"c++", "R&D <x>", "日本語", "\"quoted\""};
  made.post.categories = {"c++", "]]>"};
  return made;
}

}  // namespace

time::Timestamp december_14() { return {sys_seconds(seconds(1671008400)), minutes(60)}; }

Channel channel() {
  Channel made;
  made.id = "https://example.org/";
  made.title = "Notes & <Shed>";
  made.subtitle = "From a small shed";
  made.home_url = "https://example.org/";
  made.self_url = "https://example.org/the-feed";
  made.language = "en";
  made.author = {"A. Writer", "a@example.org", "https://example.org/about"};
  made.updated = december_14();
  return made;
}

Entry plain() {
  Entry made;
  made.post.id = made.post.url = "https://example.org/hello/";
  made.post.title = "Hello";
  made.post.published = made.post.updated = december_14();
  made.post.authors = {{"A. Writer", "", ""}};
  made.post.lang = "en";
  made.html = "<p>Hello, <em>world</em>.</p>\n";
  made.summary = "A greeting.";
  return made;
}

Entry with_everything() {
  Entry made = entry("everything", "All fields", "<p>All.</p>", "All.");
  made.post.rights = "© A & <B>\x0B";
  made.post.license = "https://example.org/license?a=1&b=2";
  made.post.external = "https://elsewhere.example/?a=1&b=%3C";
  made.post.via = {{"https://via.example/", "Via & <Co>"}, {"https://via.example/2", ""}};
  made.post.related = {{"https://elsewhere.example/?a=1&b=%3C", "the same"},
                       {"https://related.example/", ""}};
  made.post.image = {"https://example.org/a&b.JPG?w=1", "A \"cover\" <x>"};
  made.post.enclosures = {
      {"https://example.org/1.mp3?a=1&b=2", "audio/mpeg", 12345, "One & <two>", 3723},
      {"https://example.org/notes.pdf", "application/pdf", 0, "", 0}};
  return made;
}

Channel full_channel() {
  Channel made = channel();
  made.rights = "© A & <B>";
  made.license = "https://example.org/license?a=1&b=2";
  made.icon = "https://example.org/icon.png";
  made.logo = "https://example.org/logo.png?a=1&b=2";
  made.hubs = {"https://hub.example/?a=1&b=2", "https://hub2.example/"};
  made.stylesheet_url = "/a&b/feed.css";
  return made;
}

std::vector<Entry> nasty() {
  return {
      plain(),
      entry("signs", "Tom & Jerry's <b>\"Vec<T>\"</b> &amp; 🦀 ]]>",
            "<p>a &lt; b &amp;&amp; c</p>", "if a < b && c > d"),
      entry("cdata", "CDATA", "<pre>if (a[b[0]]>1) {\n\n\t  x();\n}</pre>\n\n  <p>]]></p> ",
            " ]]> "),
      with_controls(),
      by_several_authors(),
      by_one_address(),
      with_a_foreign_id(),
      with_everything(),
      entry("empty", "Neither body nor summary", "", ""),
      entry("summary-only", "Summary only", "", "Just\nthis."),
      entry("cjk", "日本語のタイトル：空白なし", "<p>「引用」　全角</p>", "要約"),
      entry("long", std::string(5000, 'x'), "<p>" + std::string(20'000, '&') + "</p>", ""),
      entry("crlf", "Line ends", "<pre>a\r\nb\rc\n</pre>", "a\r\nb"),
  };
}

std::string legal(std::string text) {
  using Pair = std::pair<std::string, std::string>;
  for (const auto& [wrong, right] : {Pair{"\x0B", ""},
                                     {"\x01", ""},
                                     {"\x1B", ""},
                                     {"\xEF\xBF\xBF", ""},
                                     {"\xFF", "\xEF\xBF\xBD"},
                                     {"\xC3(", "\xEF\xBF\xBD("}})
    for (std::size_t at = 0; (at = text.find(wrong, at)) != text.npos; at += right.size())
      text.replace(at, wrong.size(), right);
  return text;
}

std::vector<std::string> legal(std::vector<std::string> texts) {
  for (std::string& text : texts) text = legal(std::move(text));
  return texts;
}

std::vector<std::string> terms_of(const Entry& entry) {
  std::vector<std::string> terms = entry.post.tags;
  terms.insert(terms.end(), entry.post.categories.begin(), entry.post.categories.end());
  return legal(std::move(terms));
}

std::vector<std::string> names_of(const Entry& entry) {
  std::vector<std::string> names;
  for (const model::Person& person : entry.post.authors) names.push_back(person.name);
  return legal(std::move(names));
}

std::string write(model::Format format, const Channel& channel, const std::vector<Entry>& entries) {
  const Frame frame = feed::frame(format, channel);
  std::string document = frame.head;
  for (const Entry& each : entries) {
    if (&each != &entries.front()) document += frame.separator;
    document += feed::entry(format, each.post, {each.html, each.summary},
                            {channel.home_url, channel.language});
  }
  return document + frame.tail;
}

}  // namespace blogsearch::feed::sample
