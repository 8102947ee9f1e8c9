// SPDX-License-Identifier: GPL-2.0-or-later
#include "frontmatter/draft.hpp"

#include "support/catch.hpp"
#include "support/findings.hpp"
#include "time/write.hpp"

using namespace blogsearch;
using frontmatter::Draft;

namespace {

std::optional<Draft> read_text(const std::string& text, Diagnostics& findings,
                               const frontmatter::Keys& keys = {}) {
  const SourceText source("a.md", text);
  return frontmatter::read(source, {time::Zone::utc(), time::Order::strict}, keys, {}, findings);
}

std::optional<Draft> read(const std::string& header, Diagnostics& findings,
                          const frontmatter::Keys& keys = {}) {
  return read_text("---\n" + header + "\n---\nbody\n", findings, keys);
}

Draft draft_of_text(const std::string& text) {
  Diagnostics findings;
  const auto draft = read_text(text, findings);
  CHECK(support::lines_of(findings) == "");
  REQUIRE(draft);
  return *draft;
}

Draft draft_of(const std::string& header) {
  return draft_of_text("---\n" + header + "\n---\nbody\n");
}

/// What is reported although the post is read.
std::string warnings_of(const std::string& header) {
  Diagnostics findings;
  CHECK(read(header, findings));
  return support::lines_of(findings);
}

std::string date_of(const std::optional<time::Timestamp>& date) {
  return date ? time::rfc3339(*date).substr(0, 10) : "none";
}

std::string findings_of(const std::string& header) {
  Diagnostics findings;
  CHECK_FALSE(read(header, findings));
  return support::lines_of(findings);
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : "|") + word;
  return out;
}

}  // namespace

TEST_CASE("frontmatter: the names of all generators mean the same date", "[frontmatter]") {
  const std::string key = GENERATE("pubDate", "date", "Date", "published", "publishDate",
                                   "published_at", "pubDatetime", "created", "PUBDATE");
  CAPTURE(key);
  const Draft draft = draft_of(key + ": 2022-12-14");
  REQUIRE(draft.published);
  CHECK(time::rfc3339(*draft.published) == "2022-12-14T00:00:00Z");
}

TEST_CASE("frontmatter: updated and expiry dates are read by all their names", "[frontmatter]") {
  for (const char* key : {"updated", "updatedDate", "lastmod", "modified", "last_modified_at"}) {
    CAPTURE(key);
    const Draft draft = draft_of("date: 2022-01-01\n" + std::string(key) + ": 2023-01-01");
    REQUIRE(draft.updated);
    CHECK(time::rfc3339(*draft.updated) == "2023-01-01T00:00:00Z");
  }
  for (const char* key : {"expiryDate", "unpublishDate"})
    CHECK(draft_of(std::string(key) + ": 2024-01-01").expires);
}

TEST_CASE("frontmatter: of several dates the one that says when to appear counts",
          "[frontmatter]") {
  struct Row {
    std::string yaml, published, updated;
  };
  const auto row = GENERATE(values<Row>({
      {"date: 2020-01-01\npublishDate: 2022-01-01", "2022-01-01", "none"},
      {"created: 2019-01-01\ndate: 2020-01-01", "2020-01-01", "none"},
      {"date:\ncreated: 2019-01-01", "2019-01-01", "none"},
      {"pubDate: ''\ndate: 2020-01-01", "2020-01-01", "none"},
      {"published: true\ndate: 2020-01-01", "2020-01-01", "none"},
      {"date: {created: 2020-01-01, updated: 2021-01-01}", "2020-01-01", "2021-01-01"},
      {"date: 2020-01-01\nlast_update: {date: 2021-01-01, author: Ann}", "2020-01-01",
       "2021-01-01"},
      {"date: 2020-01-01\nlast_update: {author: Ann}", "2020-01-01", "none"},
      {"date: 2020-01-01\nextra: {updated: 2021-01-01}", "2020-01-01", "2021-01-01"},
      {"published-at: 2020-01-01\nMod_Datetime: 2021-01-01", "2020-01-01", "2021-01-01"},
      {"lastmod: 2021-01-01", "none", "2021-01-01"},
      {"extra: {date: 2020-01-01}", "none", "none"},
  }));
  CAPTURE(row.yaml);
  const Draft draft = draft_of(row.yaml);
  CHECK(date_of(draft.published) == row.published);
  CHECK(date_of(draft.updated) == row.updated);
}

TEST_CASE("frontmatter: a flag is never read as a date", "[frontmatter]") {
  const Draft draft = draft_of("published: true\ndate: 2022-12-14");
  REQUIRE(draft.published);
  CHECK(time::rfc3339(*draft.published) == "2022-12-14T00:00:00Z");
  CHECK_FALSE(draft.is_draft);
  CHECK(draft_of("published: false\ndate: 2022-12-14").is_draft);
}

TEST_CASE("frontmatter: drafts are told by the keys of all generators", "[frontmatter]") {
  for (const char* header : {"draft: true", "Draft: Yes", "published: false", "isDraft: on",
                             "status: draft", "Status: Draft", "status: private", "private: true",
                             "publish: no", "published: false\ndraft: false"}) {
    CAPTURE(header);
    CHECK(draft_of(header).is_draft);
  }
  for (const char* header : {"draft: false", "published: true", "status: published",
                             "draft:", "published: 2022-12-14", "status: 5", "private: false"}) {
    CAPTURE(header);
    CHECK_FALSE(draft_of(header).is_draft);
  }
}

TEST_CASE("frontmatter: a post may stay out of feeds, of the search, or of both", "[frontmatter]") {
  struct Row {
    std::string yaml;
    bool in_feeds, in_search;
  };
  const auto row = GENERATE(values<Row>({
      {"title: a", true, true},
      {"feed: false", false, true},
      {"search: false", true, false},
      {"feed: no\nsearch: off", false, false},
      {"feed: true\nsearch: yes", true, true},
      {"feed: {excerpt_only: true}", true, true},
      {"search: {exclude: true}", true, false},
      {"search_exclude: true", true, false},
      {"in_search_index: false", true, false},
      {"unlisted: true", false, false},
      {"unlisted: false", true, true},
      {"Status: hidden", false, false},
      {"permalink: false", false, false},
      {"permalink: /a/", true, true},
      {"_build: {list: never}", false, false},
      {"build: {list: always}", true, true},
      {"eleventyExcludeFromCollections: true", false, false},
  }));
  CAPTURE(row.yaml);
  const Draft draft = draft_of(row.yaml);
  CHECK(draft.in_feeds == row.in_feeds);
  CHECK(draft.in_search == row.in_search);
}

TEST_CASE("frontmatter: a title stays as it was written", "[frontmatter]") {
  struct Row {
    std::string yaml, title;
  };
  const auto row = GENERATE(values<Row>({
      {"title: 10000", "10000"},
      {"title: true", "true"},
      {"title: 1.0", "1.0"},
      {"title: 2022-01-01", "2022-01-01"},
      {"title: 0x1F", "0x1F"},
      {"title: no", "no"},
      {"title: \"null\"", "null"},
      {"title: null", ""},
      {"title: ''\neleventyNavigation: {title: x}", "x"},
      {"title: \"Rust: a \\\"new\\\" hope!\"", "Rust: a \"new\" hope!"},
      {"title: >\n  folded\n  title", "folded title"},
      {"title: '  spaced   out '", "spaced out"},
      {"TITLE: loud", "loud"},
      {"title:", ""},
  }));
  CAPTURE(row.yaml);
  CHECK(draft_of(row.yaml).title == row.title);
}

TEST_CASE("frontmatter: tags are a list, words with commas, or one word", "[frontmatter]") {
  struct Row {
    std::string yaml, tags;
  };
  const auto row = GENERATE(values<Row>({
      {"tags: [a, b c, a]", "a|b c"},
      {"tags:\n  - c++\n  - 'd'", "c++|d"},
      {"tags: a, b ,, c", "a|b|c"},
      {"tags: static sites", "static sites"},
      {"tags:", ""},
      {"tags: []", ""},
      {"categories: [x]", "x"},
      {"tags: [1, 2.0, true]", "1|2.0|true"},
      {"tags: true", ""},
      {"tags: a, b; c", "a, b|c"},
      {"tags: [a]\ncategories: [b, a]", "a|b"},
      {"categories: [b]\ntags: [a]\nkeywords: [c]", "a|b"},
      {"keywords: a, b", "a|b"},
      {"tags: []\nkeywords: [c]", "c"},
      {"category: This Week in Rust", "This Week in Rust"},
      {"categories:\n  - [x, y]\n  - [z]\n  - w", "x|y|z|w"},
      {"tags: [{label: A b, permalink: /x}, c]", "A b|c"},
      {"taxonomies: {tags: [a], categories: [b], authors: [c]}", "a|b"},
      {"layout: post\ncategories: jekyll update", "jekyll|update"},
      {"layout: post\ncategories: 'static sites'", "static sites"},
      {"layout: post\ncategory: static sites", "static sites"},
      {"layout: page\ntags: static sites", "static sites"},
      {"layout: post\ntags: a b, c", "a b|c"},
  }));
  CAPTURE(row.yaml);
  const Draft draft = draft_of(row.yaml);
  model::Post post;
  post.tags = draft.tags;
  post.categories = draft.categories;
  CHECK(joined(model::terms_of(post)) == row.tags);
}

TEST_CASE("frontmatter: tags and categories are apart, keywords are tags", "[frontmatter]") {
  struct Row {
    std::string yaml, tags, categories, path_categories;
  };
  const auto row = GENERATE(values<Row>({
      {"tags: [a]\ncategories: [b, a]", "a", "b|a", "b|a"},
      {"categories: [b]\nkeywords: [c]", "", "b", "b"},
      {"tags: []\ncategories: []\nkeywords: [c]", "c", "", ""},
      {"categories: static sites", "", "static sites", "static|sites"},
      {"category: static sites", "", "static sites", "static sites"},
      {"layout: post\ncategories: a b", "", "a|b", "a|b"},
  }));
  CAPTURE(row.yaml);
  const Draft draft = draft_of(row.yaml);
  CHECK(joined(draft.tags) == row.tags);
  CHECK(joined(draft.categories) == row.categories);
  CHECK(joined(draft.path_categories) == row.path_categories);
}

TEST_CASE("frontmatter: a post is a part of one series or of several", "[frontmatter]") {
  struct Row {
    std::string yaml, series;
  };
  const auto row = GENERATE(values<Row>({
      {"series: Rust by night", "Rust by night"},
      {"series: Sheds, and how to mend them", "Sheds, and how to mend them"},
      {"series: [one, 'two, three', one]", "one|two, three"},
      {"series: {name: Sheds, order: 3}", "Sheds"},
      {"series: {title: Sheds}", "Sheds"},
      {"series: [{name: Sheds, slug: s}, Roofs]", "Sheds|Roofs"},
      {"taxonomies: {series: [a]}\nextra: {series: b}\nparams: {series: [c]}", "a|b|c"},
      {"Series: C++ & co.", "C++ & co."},
      {"series: true", ""},
      {"series: []", ""},
      {"series:", ""},
      {"tags: [a]", ""},
  }));
  CAPTURE(row.yaml);
  CHECK(joined(draft_of(row.yaml).series) == row.series);
}

TEST_CASE("frontmatter: enclosures are files, mappings, lists and formats", "[frontmatter]") {
  struct Row {
    std::string yaml, enclosures;
  };
  const auto row = GENERATE(values<Row>({
      {"enclosure: /a.mp3", "/a.mp3"},
      {"audio: https://e.org/a.mp3", "https://e.org/a.mp3"},
      {"audio: []", ""},
      {"audio: true", ""},
      {"enclosure: ''", ""},
      {"enclosures: [a.mp3, {file: b.ogg}, a.mp3]", "a.mp3|b.ogg"},
      {"enclosure: {url: a.mp3, length: 12, type: Audio/MPEG, title: T, duration: '1:02:03'}",
       "a.mp3 12 audio/mpeg T 3723s"},
      {"enclosure: {url: a.mp3, length: '', type: '', duration: 45:10.5}", "a.mp3 2710s"},
      {"enclosure: {url: a.mp3, duration: 90}", "a.mp3 90s"},
      {"audio: {mp3: a.mp3, ogg: a.ogg, cover: a.png}", "a.mp3|a.ogg"},
      {"podcast_link: a.mp3\npodcast_length: 13654375\npodcast_duration: '14:02'",
       "a.mp3 13654375 842s"},
      {"podcast_file: a.mp3\npodcast_bytes: ''", "a.mp3"},
      {"enclosures: [{url: a.mp3, length: 1, duration: 2}, b.mp3]\nenclosure_length: 3\n"
       "duration: 4",
       "a.mp3 1 2s|b.mp3"},
      {"duration: 3 days", ""},
      {"enclosure: a.mp3\naudio: b.mp3", "a.mp3"},
      {"extra: {audio: a.mp3}", "a.mp3"},
  }));
  CAPTURE(row.yaml);
  std::vector<std::string> words;
  for (const frontmatter::Enclosure& enclosure : draft_of(row.yaml).enclosures) {
    words.push_back(enclosure.url);
    if (enclosure.length) words.back() += " " + std::to_string(*enclosure.length);
    if (!enclosure.type.empty()) words.back() += " " + enclosure.type;
    if (!enclosure.title.empty()) words.back() += " " + enclosure.title;
    if (enclosure.seconds > 0) words.back() += " " + std::to_string(enclosure.seconds) + "s";
  }
  CHECK(joined(words) == row.enclosures);
}

TEST_CASE("frontmatter: what cannot be used of an enclosure is a warning", "[frontmatter]") {
  struct Row {
    std::string yaml, warning;
  };
  const auto row = GENERATE(values<Row>({
      {"enclosure: {url: a.mp3, type: mp3}",
       "2:31 \"mp3\" is no media type and is not used [frontmatter.bad-enclosure] (write one such "
       "as audio/mpeg, or leave it out)\n"},
      {"enclosure: {url: a.mp3, length: 5 MB}",
       "2:33 \"5 MB\" is no number of bytes and is not used [frontmatter.bad-enclosure] (write one "
       "such as 13654375, or leave it out for a file of this site)\n"},
      {"enclosure: {url: a.mp3, length: 9007199254740993}",
       "2:33 \"9007199254740993\" is no number of bytes and is not used "
       "[frontmatter.bad-enclosure] (write one such as 13654375, or leave it out for a file of "
       "this site)\n"},
      {"enclosure: a.mp3\nduration: an hour",
       "3:11 \"an hour\" is no duration and is not used [frontmatter.bad-enclosure] (write "
       "seconds, "
       "or hours, minutes and seconds such as 1:08:22)\n"},
      {"enclosure: {url: a.mp3, duration: '1:75'}",
       "2:36 \"1:75\" is no duration and is not used [frontmatter.bad-enclosure] (write seconds, "
       "or hours, minutes and seconds such as 1:08:22)\n"},
      {"enclosure: {title: x}",
       "2:12 an enclosure without a URL is left out [frontmatter.bad-enclosure] (write `url: …`, a "
       "URL or a file's path)\n"},
  }));
  CHECK(warnings_of(row.yaml) == row.warning);
}

TEST_CASE("frontmatter: links to elsewhere are URLs and paths, not slugs and names",
          "[frontmatter]") {
  struct Row {
    std::string yaml, via, related, external;
  };
  const auto row = GENERATE(values<Row>({
      {"via: https://v.org/", "https://v.org/", "", ""},
      {"via: {name: V, url: 'https://v.org/'}", "https://v.org/ V", "", ""},
      {"source: Ann\nsource_url: https://v.org/", "https://v.org/", "", ""},
      {"related: [a-slug, /b/, {title: C, url: ../c/}, /b/]", "", "/b/|../c/ C", ""},
      {"link: /about/", "", "", ""},
      {"link: https://x.org/", "", "", "https://x.org/"},
      {"external-url: https://x.org/\nlink: https://y.org/", "", "", "https://x.org/"},
      {"extra: {external_url: 'https://x.org/'}", "", "", "https://x.org/"},
  }));
  CAPTURE(row.yaml);
  const auto shown = [](const std::vector<model::Link>& links) {
    std::vector<std::string> words;
    for (const model::Link& link : links)
      words.push_back(link.url + (link.title.empty() ? "" : " " + link.title));
    return joined(words);
  };
  const Draft draft = draft_of(row.yaml);
  CHECK(shown(draft.via) == row.via);
  CHECK(shown(draft.related) == row.related);
  CHECK(draft.external == row.external);
}

TEST_CASE("frontmatter: a license is a URL, or words among the rights", "[frontmatter]") {
  struct Row {
    std::string yaml, rights, license;
  };
  const auto row = GENERATE(values<Row>({
      {"rights: © Ann", "© Ann", ""},
      {"copyright: true", "", ""},
      {"copyright: {holder: Ann, year: 2024}", "Ann", ""},
      {"license: CC BY 4.0", "CC BY 4.0", ""},
      {"rights: © Ann\nlicense: CC BY 4.0", "© Ann, CC BY 4.0", ""},
      {"rights: © Ann\nlicense: https://l.org/", "© Ann", "https://l.org/"},
      {"license: {text: CC BY 4.0, url: 'https://l.org/'}", "", "https://l.org/"},
      {"license: /license/", "", "/license/"},
      {"license: false", "", ""},
  }));
  CAPTURE(row.yaml);
  const Draft draft = draft_of(row.yaml);
  CHECK(draft.rights == row.rights);
  CHECK(draft.license == row.license);
}

TEST_CASE("frontmatter: authors are names, addresses or mappings", "[frontmatter]") {
  struct Row {
    std::string yaml;
    std::vector<model::Person> people;
  };
  const auto row = GENERATE(values<Row>({
      {"author: Ann", {{"Ann", "", ""}}},
      {"author: Ann B. <ann@e.org>", {{"Ann B.", "ann@e.org", ""}}},
      {"authors: [Ann, Bob]", {{"Ann", "", ""}, {"Bob", "", ""}}},
      {"authors:\n  - name: Ann\n    email: a@e.org\n    url: https://e.org/\n  - Bob",
       {{"Ann", "a@e.org", "https://e.org/"}, {"Bob", "", ""}}},
      {"author: {name: Ann}", {{"Ann", "", ""}}},
      {"author: Doe, John", {{"Doe, John", "", ""}}},
      {"author: Doe, John; Roe, Jane", {{"Doe, John", "", ""}, {"Roe, Jane", "", ""}}},
      {"authors: Ann, Bob, Ann", {{"Ann", "", ""}, {"Bob", "", ""}}},
      {"authors: [slorber, {key: jmarcey, title: x}]", {{"slorber", "", ""}, {"jmarcey", "", ""}}},
      {"authors: {name: Ann, url: 'https://e.org/', image_url: x}",
       {{"Ann", "", "https://e.org/"}}},
      {"extra: {author: {name: Ann, homepage: 'https://e.org/'}}", {{"Ann", "", "https://e.org/"}}},
      {"taxonomies: {authors: [Ann]}", {{"Ann", "", ""}}},
      {"params: {author: Ann}", {{"Ann", "", ""}}},
      {"author: no", {{"no", "", ""}}},
      {"author: ''", {}},
  }));
  CAPTURE(row.yaml);
  CHECK(draft_of(row.yaml).authors == row.people);
}

TEST_CASE("frontmatter: everything that is wrong is said in one go, at its place",
          "[frontmatter]") {
  CHECK(
      findings_of("title: {a: b}\ntags: {c: d}\ndraft: maybe\nauthor: [[x]]") ==
      "2:8 `title` should be a text, not a mapping [frontmatter.wrong-type] (put the value in "
      "quotes if it is a text)\n"
      "3:7 `tags` should be a list, not a mapping [frontmatter.wrong-type] (put the value in "
      "quotes if it is a text)\n"
      "5:10 `author` should be a name, not a list [frontmatter.wrong-type] (write one pair of "
      "brackets around all names)\n"
      "4:8 `draft` should be true or false, not a text [frontmatter.wrong-type] (write it without "
      "quotes)\n");
  CHECK(findings_of("pubDate: [2022]") ==
        "2:10 `pubDate` should be a date, not a list [frontmatter.wrong-type] (write one such as "
        "2022-12-14)\n");
  CHECK(findings_of("title: {{ page.title }}") ==
        "2:8 `title` should be a text, not a mapping [frontmatter.wrong-type] (put the value in "
        "quotes if it is a text)\n");
}

TEST_CASE("frontmatter: a key in two spellings is given twice", "[frontmatter]") {
  CHECK(findings_of("Title: a\nx: 1\nX: 2\ntitle: b\npublishedAt: 2022-01-01\npublished_at: "
                    "2022-01-02") ==
        "5:1 the key \"title\" is given twice, first in line 2, column 1 [syntax.duplicate-key] "
        "(keep one of the two)\n"
        "7:1 the key \"published_at\" is given twice, first in line 6, column 1 "
        "[syntax.duplicate-key] (keep one of the two)\n");
}

TEST_CASE("frontmatter: an address that no feed can carry is reported", "[frontmatter]") {
  CHECK(warnings_of("author: {name: Ann, email: ann at e.org, url: e.org/ann}") ==
        "2:28 \"ann at e.org\" is no e-mail address and is left out [frontmatter.bad-address] "
        "(write one such as ann@example.org)\n"
        "2:47 \"e.org/ann\" is no absolute URL and is left out [frontmatter.bad-address] (write "
        "https://e.org/ann)\n");
  CHECK(
      warnings_of("authors: [Ann <ann>, {email: a@e.org}, {name: Bob, url: /bob}]") ==
      "2:11 \"ann\" is no e-mail address and is left out [frontmatter.bad-address] (write one "
      "such as ann@example.org)\n"
      "2:22 an author without a name is left out [frontmatter.bad-address] (write `name: …`)\n"
      "2:57 \"/bob\" is no absolute URL and is left out [frontmatter.bad-address] (write one such "
      "as https://example.org/about)\n");
}

TEST_CASE("frontmatter: languages are tags of BCP 47", "[frontmatter]") {
  CHECK(draft_of("lang: pt_BR").lang == "pt-BR");
  CHECK(draft_of("language: no").lang == "no");
  CHECK(draft_of("locale: zh-Hant").lang == "zh-Hant");
  CHECK(warnings_of("lang: english") ==
        "2:7 \"english\" is no language tag; the site's language is used "
        "[frontmatter.bad-language] (write a tag of BCP 47, such as en, pt-BR or zh-Hant)\n");
}

TEST_CASE("frontmatter: images, aliases and the original's address are read", "[frontmatter]") {
  struct Row {
    std::string yaml, src, alt;
  };
  const auto row = GENERATE(values<Row>({
      {"image: /a.png", "/a.png", ""},
      {"heroImage: ./a.png", "./a.png", ""},
      {"cover: {image: a.png, alt: A cat}", "a.png", "A cat"},
      {"image: {src: a.png}", "a.png", ""},
      {"image: {url: a.png, alt: ''}", "a.png", ""},
      {"images: [a.png, b.png]", "a.png", ""},
      {"image: false\nbanner: b.png", "b.png", ""},
      {"images: []", "", ""},
      {"params: {image: a.png}", "a.png", ""},
  }));
  CAPTURE(row.yaml);
  CHECK(draft_of(row.yaml).image == model::Image{row.src, row.alt});
  CHECK(joined(draft_of("aliases: [/a, /b,c]").aliases) == "/a|/b|c");
  CHECK(joined(draft_of("redirect_from: /a").aliases) == "/a");
  CHECK(draft_of("canonicalURL: https://e.org/").canonical == "https://e.org/");
}

TEST_CASE("frontmatter: a key that is nearly a date's is pointed out", "[frontmatter]") {
  CHECK(warnings_of("title: a\npubdat: 2022-12-14") ==
        "3:1 the key \"pubdat\" is not known, and its date is not read [frontmatter.key-misspelt] "
        "(did you mean \"pubDate\"?)\n");
  CHECK(warnings_of("dates: Dec 14 2022") ==
        "2:1 the key \"dates\" is not known, and its date is not read [frontmatter.key-misspelt] "
        "(did you mean \"date\"?)\n");
  for (const char* header :
       {"pubdat: soon", "pubdat: 2022-12-14\ndate: 2022-12-15", "launch_date: 1997-10-15",
        "update: 2022-12-14", "when: 2022-12-14", "version: 20221214"}) {
    CAPTURE(header);
    CHECK(warnings_of(header) == "");
  }
}

TEST_CASE("frontmatter: JSON that ends too early does not become a body", "[frontmatter]") {
  for (const char* text : {"{\n\"title\": \"A\"},\n\"date\": \"2022-12-14\"\n}\nbody\n",
                           "{\n\"title\": \"A\"}\n\"date\": \"2022-12-14\"\n}\nbody\n"}) {
    CAPTURE(text);
    Diagnostics findings;
    CHECK_FALSE(read_text(text, findings));
    CHECK(support::lines_of(findings).find("this is not valid JSON: text behind the end of the "
                                           "value [syntax.invalid-json] (delete it)") !=
          std::string::npos);
  }
  Diagnostics findings;
  CHECK_FALSE(read_text("{\ntitle: \"A\",\n\"date\": \"2022-12-14\"\n}\n", findings));
  CHECK(support::lines_of(findings) ==
        "2:1 this is not valid JSON: a key is not in double quotes [syntax.invalid-json] (write "
        "`\"key\": value`)\n");
}

TEST_CASE("frontmatter: a value that is a comment is pointed out", "[frontmatter]") {
  const std::string said =
      " `#` begins a comment here, and what follows is not read [frontmatter.comment] (put the "
      "value "
      "in quotes, or leave the `#` out)\n";
  CHECK(warnings_of("title: a\ntags: #rust #web") == "3:7" + said);
  CHECK(warnings_of("tags:\n  - #rust\n  - web\n  - #c") == "3:5" + said + "5:5" + said);
  for (const char* header : {"#a: b", "tags: [a] #b", "tags: # a", "x: #b", "title: a #b", "# - #c",
                             "tags:\n  - a #b", "title: '#a'"}) {
    CAPTURE(header);
    CHECK(warnings_of(header) == "");
  }
}

TEST_CASE("frontmatter: a site's own keys go before the known ones", "[frontmatter]") {
  frontmatter::Keys keys;
  keys.add(frontmatter::Field::published, "posted-when");
  keys.add(frontmatter::Field::tags, "meta.labels");
  keys.add(frontmatter::Field::draft, "unfinished");
  Diagnostics findings;
  const auto draft = read(
      "posted_when: 2022-12-14\ndate: 2020-01-01\nmeta: {labels: [a]}\ntags: b\nunfinished: true",
      findings, keys);
  CHECK(support::lines_of(findings) == "");
  REQUIRE(draft);
  CHECK(date_of(draft->published) == "2022-12-14");
  CHECK(joined(draft->tags) == "a|b");
  CHECK(draft->is_draft);
}

TEST_CASE("frontmatter: every syntax makes the same draft", "[frontmatter]") {
  const std::string text = GENERATE(
      "---\ntitle: A 1.0\ndate: 2022-12-14\ntags: [a, b]\nextra: {updated: "
      "2022-12-15}\n---\nbody\n",
      "+++\ntitle = \"A 1.0\"\ndate = 2022-12-14\nextra.updated = "
      "2022-12-15T00:00:00Z\n[taxonomies]\ntags = [\"a\", \"b\"]\n+++\nbody\n",
      "+++\r\ntitle = 'A 1.0'\r\ndate = '14 Dec 2022'\r\ntags = ['a', 'b']\r\n[extra]\r\nupdated = "
      "2022-12-15\r\n+++\r\nbody\n",
      "{\n\"title\": \"A 1.0\", \"date\": \"2022-12-14\", \"tags\": [\"a\", \"b\"],\n\"updated\": "
      "\"2022-12-15\"}\nbody\n",
      ";;;\n\"title\": \"A 1.0\",\n\"date\": 20221214,\n\"tags\": \"a, b\", \"updated\": "
      "\"2022-12-15\"\n;;;\nbody\n",
      "Title: A 1.0\nDate: 2022-12-14\nTags: a,\n    b\nModified: 2022-12-15\n\nbody\n",
      "title: A 1.0\ndate: 2022/12/14\ntags:\n- a\n- b\nupdated: 2022-12-15\n---\nbody\n",
      "--- {title: A 1.0, date: 2022-12-14, tags: [a, b], updated: 2022-12-15} ---\nbody\n",
      "---json\n{\"title\": \"A 1.0\", \"date\": \"2022-12-14\", \"tags\": [\"a\", \"b\"], "
      "\"lastmod\": \"2022-12-15\"}\n---\nbody\n");
  CAPTURE(text);
  const Draft draft = draft_of_text(text);
  CHECK(draft.title == "A 1.0");
  CHECK(date_of(draft.published) == "2022-12-14");
  CHECK(date_of(draft.updated) == "2022-12-15");
  CHECK(joined(draft.tags) == "a|b");
  CHECK(SourceText("a.md", text).at(draft.body) == "body\n");
}

TEST_CASE("frontmatter: a wrong date is placed inside the post", "[frontmatter]") {
  Diagnostics findings;
  CHECK_FALSE(read("title: x\npubDate: \"2022-02-30\"\nupdated: 2022-13-01", findings));
  REQUIRE(findings.size() == 2);
  CHECK(findings.begin()->location->line == 3);
  CHECK(findings.begin()->location->column >= 11);
  CHECK(std::next(findings.begin())->location->line == 4);
}

TEST_CASE("frontmatter: a wrong date that is not written letter by letter is pointed at whole",
          "[frontmatter]") {
  const auto place_of = [](const std::string& yaml) {
    Diagnostics findings;
    CHECK_FALSE(read(yaml, findings));
    REQUIRE(findings.size() == 1);
    const Location& place = *findings.begin()->location;
    return std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
           place.excerpt.substr(place.caret.begin, place.caret.size());
  };
  CHECK(place_of("date: 2022-02-30") == "2:15 30");
  CHECK(place_of("date: '2022-02-30'") == "2:16 30");
  CHECK(place_of("date: |\n  2022-02-30\n") == "2:7 |");
  CHECK(place_of("date: >\n  30 February\n  2022\n") == "2:7 >");
  CHECK(place_of("date: \"2022-02\\x2d30\"") == "2:8 2022-02\\x2d30\"");
}

TEST_CASE("frontmatter: a header that is no mapping is refused", "[frontmatter]") {
  CHECK(findings_of("just a sentence") ==
        "2:1 front matter should be `key: value` lines, not a text [frontmatter.not-a-mapping] (if "
        "the first line is a rule and no front matter, write it as `***`)\n");
}

TEST_CASE("frontmatter: an empty header and none at all leave only a body", "[frontmatter]") {
  CHECK_FALSE(draft_of("").published);
  const Draft draft = draft_of_text("# Just text\n");
  CHECK(SourceText("a.md", "# Just text\n").at(draft.body) == "# Just text\n");
  CHECK(draft.title.empty());
}
