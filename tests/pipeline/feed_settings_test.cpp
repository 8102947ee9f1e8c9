// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/feed_settings.hpp"

#include "blogsearch/pipeline/build.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;
using model::Content;
using model::FeedKind;
using model::Format;

namespace {

struct Read {
  std::optional<model::SiteConfig> config;
  std::string findings;  ///< with line and column
};

Read read(const std::string& feeds) {
  const support::TempDir dir;
  pipeline::Overrides overrides;
  overrides.config = dir.write("blogsearch.yaml", "feeds:\n" + feeds);
  Diagnostics findings;
  Read out;
  out.config = pipeline::configure(overrides, findings);
  out.findings = support::lines_of(findings);
  return out;
}

}  // namespace

TEST_CASE("pipeline: which feeds there are is said in the config", "[pipeline]") {
  const auto [config, findings] = read(R"(  by: [tag, author]
  paths:
    main: {rss: index.xml}
    tag: "topics/{slug:hugo}/{file}"
  slugs: {C++: cpp}
  archives: all
  max_bytes: 500000
  opml: lists/feeds.opml
  sitemap: sitemap.xml
  snippet: feeds.html
  content: {tag: summary}
  limit: {main: 0, author: 5}
  extra:
    - {path: rust.xml, title: Rust, tags: rust, not: [drafty], lang: pt-br}
    - path: "q/{file}"
      query: "title:rust"
      categories: [a, b]
      authors: [Ada]
      sections: [notes]
      formats: [json, rss]
      content: none
      limit: 3
)");
  CHECK(findings == "");
  REQUIRE(config);
  const model::FeedChoice& choice = config->feeds.choice;
  CHECK(choice.by == std::vector{FeedKind::tag, FeedKind::author});
  CHECK(choice.paths.at(FeedKind::main) == model::FeedPaths{"", "index.xml", ""});
  CHECK(choice.paths.at(FeedKind::tag)[2] == "topics/{slug:hugo}/{file}");
  CHECK(choice.slugs.at("C++") == "cpp");
  CHECK(choice.archives == model::Archives::all);
  CHECK(choice.max_bytes == 500'000);
  CHECK(choice.opml == "lists/feeds.opml");
  CHECK(choice.sitemap == "sitemap.xml");
  CHECK(choice.snippet == "feeds.html");
  CHECK(choice.contents == std::map<FeedKind, Content>{{FeedKind::tag, Content::summary}});
  CHECK(choice.limits ==
        std::map<FeedKind, std::size_t>{{FeedKind::main, 0}, {FeedKind::author, 5}});
  REQUIRE(choice.extra.size() == 2);
  CHECK(choice.extra[0].title == "Rust");
  CHECK(choice.extra[0].tags == std::vector<std::string>{"rust"});
  CHECK(choice.extra[0].excluded == std::vector<std::string>{"drafty"});
  CHECK(choice.extra[0].lang == "pt-BR");
  CHECK(choice.extra[1].path == "q/{file}");
  CHECK(choice.extra[1].query == "title:rust");
  CHECK(choice.extra[1].categories == std::vector<std::string>{"a", "b"});
  CHECK(choice.extra[1].formats == std::vector{Format::json, Format::rss});
  CHECK(choice.extra[1].content == Content::none);
  CHECK(choice.extra[1].limit == 3);
  CHECK(read("  by: []\n").config->feeds.choice.by.empty());
}

TEST_CASE("pipeline: what is wrong with the choice of feeds is told at its place", "[pipeline]") {
  struct Row {
    const char *given, *expected;
  };
  const auto row = GENERATE(values<Row>({
      {"  by: tags\n",
       "2:7 `feeds.by` should be one of: tag, category, author, section, lang "
       "[pipeline.bad-config] "
       "(did you mean \"tag\"?)\n"},
      {"  paths: {tags: x}\n",
       "2:11 unknown key \"tags\" [pipeline.unknown-key] (did you mean \"tag\"?)\n"},
      {"  paths: {main: {atm: x}}\n",
       "2:18 unknown key \"atm\" [pipeline.unknown-key] (did you mean \"atom\"?)\n"},
      {"  paths: {tag: \"x/{slog}/{file}\"}\n",
       "2:19 `feeds.paths.tag`: unknown placeholder \"slog\" [model.bad-pattern] (known: {file} "
       "{slug})\n"},
      {"  paths: feed.xml\n",
       "2:10 `feeds.paths` should be kinds of feeds and their paths [pipeline.bad-config] (write "
       "`paths: {main: {rss: index.xml}}`)\n"},
      {"  slugs: {a: b/c}\n",
       "2:14 `feeds.slugs.a` should be the name of one folder [pipeline.bad-config] (write it "
       "without '/')\n"},
      {"  slugs: {a: \"%2E.\"}\n",
       "2:15 `feeds.slugs.a` should be the name of one folder [pipeline.bad-config] (write it "
       "without '/')\n"},
      {"  slugs: {a: \"b\\0\"}\n",
       "2:15 `feeds.slugs.a` should be the name of one folder [pipeline.bad-config] (write it "
       "without '/')\n"},
      {"  paths: {tag: \"../..\"}\n",
       "2:17 `feeds.paths.tag`: the path of a folder [model.bad-pattern] (write `{file}` behind "
       "it)\n"},
      {"  paths: {tag: \"{slug}/\"}\n",
       "2:17 `feeds.paths.tag`: the path of a folder [model.bad-pattern] (write `{file}` behind "
       "it)\n"},
      {"  paths: {tag: \"{slug}-{slug:hugo}/{file}\"}\n",
       "2:17 `feeds.paths.tag`: a name that no file can have [model.bad-pattern] (write one of "
       "fewer than 220 bytes, of which a slug may have 120)\n"},
      {"  paths: {tag: \"a\\0b/{slug}.xml\"}\n",
       "2:17 `feeds.paths.tag`: a name that no file can have [model.bad-pattern] (write one of "
       "fewer than 220 bytes, of which a slug may have 120)\n"},
      {"  opml: \"a\\nb.opml\"\n",
       "2:10 `feeds.opml` should be the name of a file below feeds.out [pipeline.bad-config] "
       "(write one such as sitemap.xml)\n"},
      {"  extra: rust.xml\n",
       "2:10 `feeds.extra` should be a list of mappings [pipeline.bad-config] (write `- {path: "
       "rust.xml, tags: [rust]}`)\n"},
      {"  extra: [{tags: [a]}]\n",
       "2:11 `feeds.extra` should be a list of mappings with a path [pipeline.bad-config] (write "
       "`- {path: rust.xml, tags: [rust]}`)\n"},
      {"  extra: [{path: a.xml, lang: english}]\n",
       "2:31 `feeds.extra.lang` should be a language tag of BCP 47 such as en or pt-BR "
       "[pipeline.bad-config] (write `lang: en`)\n"},
      {"  extra: [{path: a.xml, limit: many}]\n",
       "2:32 `feeds.extra.limit` should be a whole number, 0 or more [pipeline.bad-config] (write "
       "`limit: 20`)\n"},
      {"  limit: {main: -1}\n",
       "2:17 `feeds.limit.main` should be a whole number, 0 or more [pipeline.bad-config] (write "
       "`main: 20`)\n"},
      {"  content: {tag: sumary}\n",
       "2:18 `feeds.content.tag` should be one of: full, summary, none, built "
       "[pipeline.bad-config] "
       "(did you mean \"summary\"?)\n"},
      {"  sitemap: ../sitemap.xml\n",
       "2:12 `feeds.sitemap` should be the name of a file below feeds.out [pipeline.bad-config] "
       "(write one "
       "such as sitemap.xml)\n"},
      {"  archives: some\n",
       "2:13 `feeds.archives` should be one of: none, main, all [pipeline.bad-config] (write "
       "`archives: none`)\n"},
  }));
  CAPTURE(row.given);
  CHECK(read(row.given).findings == row.expected);
}
