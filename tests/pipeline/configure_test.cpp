// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/pipeline/build.hpp"
#include "support/catch.hpp"
#include "support/findings.hpp"
#include "support/folders.hpp"
#include "support/temp_dir.hpp"

using namespace blogsearch;
using pipeline::configure;

namespace {

std::string findings_of(const std::string& yaml) {
  const support::TempDir dir;
  pipeline::Overrides overrides;
  overrides.config = dir.write("blogsearch.yaml", yaml);
  Diagnostics findings;
  CHECK_FALSE(configure(overrides, findings));
  return support::lines_of(findings);
}

}  // namespace

TEST_CASE("pipeline: every key of the config file arrives", "[pipeline]") {
  const support::TempDir dir;
  pipeline::Overrides overrides;
  overrides.config = dir.write("site/blogsearch.yaml", R"(
site:
  title: T
  url: https://e.org/blog
  description: D
  language: de
  timezone: Europe/Berlin
  author: {name: A, email: a@e.org, uri: https://e.org/a}
  rights: © A
  license: https://l.org/by
  icon: /icon.png
  logo: img/logo.png
posts:
  path: [one, two]
  url: /{slug}.html
  include: ["*.md"]
  exclude: [x.md]
  follow_links: yes
  static: [assets, media]
  excerpt_separator: "<!-- cut -->"
  keys: {published: [posted_when, meta.date], tags: labels}
  date_from: [git, frontmatter, filename]
  updated_from: [git]
feeds:
  out: public
  url: https://cdn.e.org/f
  formats: [json, atom, json]
  limit: 0
  content: summary
  fragments: keep
  embeds: keep
  hubs: https://hub.org/
  stylesheet: /looks.css
  ids: tag
  built: {root: site, select: "main .post", drop: aside}
search: {index: idx, language: none, anchors: kramdown, synonyms: [{k8s: kubernetes}],
         saved: {r: tag:rust}, recency: 2w}
dates: {order: mdy, zones: {cst: "+08:00", IST: Asia/Kolkata}, years: {first: 1900, last: 2200}}
limits: {file_size: 1 MiB, front_matter_size: 2000, front_matter_values: 500, nesting: 99,
         markup: 1000, search_size: 2000, tags: 7}
build: {jobs: 3, strict: yes, drafts: true, fail_on: [shrink, id-change], report: done.json,
        wait: 60, on_change: [./purge, --all], on_change_timeout: 9}
)");
  Diagnostics findings;
  const auto config = configure(overrides, findings);
  CHECK(support::lines_of(findings) == "");
  REQUIRE(config);
  const auto folder = dir.path() / "site";
  CHECK(config->site.title == "T");
  CHECK(config->site.url == "https://e.org/blog/");
  CHECK(config->site.description == "D");
  CHECK(config->site.language == "de");
  CHECK(config->site.timezone == "Europe/Berlin");
  CHECK(config->site.author == model::Person{"A", "a@e.org", "https://e.org/a"});
  CHECK(config->site.rights == "© A");
  CHECK(config->site.license == "https://l.org/by");
  CHECK(config->site.icon == "https://e.org/icon.png");
  CHECK(config->site.logo == "https://e.org/blog/img/logo.png");
  CHECK(config->posts.static_folders ==
        std::vector<std::filesystem::path>{folder / "assets", folder / "media"});
  CHECK(config->feeds.hubs == std::vector<std::string>{"https://hub.org/"});
  CHECK(config->feeds.looks == model::Looks::theirs);
  CHECK(config->feeds.stylesheet == "/looks.css");
  CHECK(config->posts.paths == std::vector<std::filesystem::path>{folder / "one", folder / "two"});
  CHECK(config->posts.url == "/{slug}.html");
  CHECK(config->posts.include == std::vector<std::string>{"*.md"});
  CHECK(config->posts.exclude == std::vector<std::string>{"x.md"});
  CHECK(config->posts.follow_links);
  CHECK(config->posts.excerpt_separator == "<!-- cut -->");
  CHECK(config->posts.keys ==
        std::vector<std::pair<std::string, std::string>>{
            {"published", "posted_when"}, {"published", "meta.date"}, {"tags", "labels"}});
  CHECK(config->posts.date_from == std::vector{model::DateSource::git,
                                               model::DateSource::frontmatter,
                                               model::DateSource::filename});
  CHECK(config->posts.updated_from == std::vector{model::DateSource::git});
  CHECK(config->feeds.out == folder / "public");
  CHECK(config->feeds.url == "https://cdn.e.org/f/");
  CHECK(config->feeds.formats == std::vector{model::Format::json, model::Format::atom});
  CHECK(config->feeds.built.root == folder / "site");
  CHECK(config->feeds.built.url == "https://e.org/blog/");
  CHECK(config->feeds.built.select == "main .post");
  CHECK(config->feeds.built.drop == "aside");
  CHECK(config->feeds.fragments == model::Fragments::keep);
  CHECK(config->feeds.embeds == model::Embeds::keep);
  CHECK(config->feeds.ids == model::Ids::tag);
  CHECK(config->feeds.limit == 0);
  CHECK(config->feeds.content == model::Content::summary);
  CHECK(config->search.index == folder / "idx");
  CHECK(config->search.language == "none");
  CHECK(config->search.anchors == model::Anchors::kramdown);
  CHECK(config->search.synonyms == std::vector<model::Synonym>{{{"k8s"}, {"kubernetes"}}});
  CHECK(config->search.saved == std::map<std::string, std::string>{{"r", "tag:rust"}});
  CHECK(config->search.half_life_days == 14);
  CHECK(config->dates.order == time::Order::mdy);
  CHECK(config->dates.zones ==
        std::map<std::string, std::string>{{"CST", "+08:00"}, {"IST", "Asia/Kolkata"}});
  CHECK(config->dates.first_year == 1900);
  CHECK(config->dates.last_year == 2200);
  CHECK(config->limits.file_size == 1U << 20U);
  CHECK(config->limits.front_matter_size == 2000);
  CHECK(config->limits.front_matter_values == 500);
  CHECK(config->limits.nesting == 99);
  CHECK(config->limits.markup == 1000);
  CHECK(config->limits.search_size == 2000);
  CHECK(config->limits.tags == 7);
  CHECK(config->build.jobs == 3);
  CHECK(config->build.strict);
  CHECK(config->build.drafts);
  CHECK(config->build.fail_on.id_change);
  CHECK(config->build.fail_on.shrink);
  CHECK(config->build.report == folder / "done.json");
  CHECK(config->build.wait == 60);
  CHECK(config->build.on_change.words == std::vector<std::string>{"./purge", "--all"});
  CHECK(config->build.on_change.timeout == 9);
}

TEST_CASE("pipeline: a rule of anchors that nobody knows is an error", "[pipeline]") {
  CHECK(
      findings_of("site: {url: https://e.org/}\nposts: {path: p}\nsearch: {anchors: kramdow}\n") ==
      "3:19 `search.anchors` should be one of: github, astro, docusaurus, hexo, hugo, "
      "hugo-ascii, hugo-blackfriday, jekyll, kramdown, markdown-it-anchor, python-markdown, "
      "zola, zola-safe, none [pipeline.bad-config] (did you mean \"kramdown\"?)\n");
}

TEST_CASE("pipeline: a limit is a number within bounds, a size has a unit", "[pipeline]") {
  struct Row {
    const char* written;
    const char* told;
  };
  const auto row = GENERATE(values<Row>(
      {{"file_size: 1 GiB",
        "`limits.file_size` should be a size from 1 KiB to 256 MiB [pipeline.bad-config] (write "
        "one "
        "such as 2 MiB)"},
       {"front_matter_size: 64 K",
        "`limits.front_matter_size` should be a size from 1 KiB to 1 MiB [pipeline.bad-config] "
        "(write one such as 64 KiB)"},
       {"front_matter_values: all",
        "`limits.front_matter_values` should be a whole number from 100 to 1000000 "
        "[pipeline.bad-config] (write one such as 10000)"},
       {"nesting: 5000",
        "`limits.nesting` should be a whole number from 16 to 1000 [pipeline.bad-config] (write "
        "one "
        "such as 256)"},
       {"tags: [1]",
        "`limits.tags` should be a whole number from 1 to 10000 [pipeline.bad-config] (write one "
        "such as 200)"}}));
  const std::string found =
      findings_of("site: {url: https://e.org/}\nposts: {path: p}\nlimits:\n  " +
                  std::string(row.written) + "\n");
  CHECK(found.substr(found.find(' ') + 1) == row.told + std::string("\n"));
}

TEST_CASE("pipeline: what the config does not say has a default", "[pipeline]") {
  const support::TempDir dir;
  pipeline::Overrides overrides;
  overrides.config =
      dir.write("blogsearch.yaml", "site:\n  url: https://e.org\nposts:\n  path: p\n");
  Diagnostics findings;
  const auto config = configure(overrides, findings);
  REQUIRE(config);
  CHECK(config->site.title == "e.org");
  CHECK(config->site.author.name == "e.org");
  CHECK(config->site.timezone == "UTC");
  CHECK(config->posts.url == "/{path}/");
  CHECK(config->feeds.url == "https://e.org/");
  CHECK(config->feeds.out == dir.path() / "dist");
  CHECK(config->feeds.limit == 20);
  CHECK(config->feeds.looks == model::Looks::ours);
  CHECK(config->feeds.hubs.empty());
  CHECK(config->site.icon.empty());
  CHECK(config->posts.static_folders.front() == dir.path() / "static");
  CHECK_FALSE(config->posts.follow_links);
  CHECK(config->state == dir.path() / ".blogsearch");
  CHECK(config->search.index == dir.path() / ".blogsearch/index");
  CHECK(config->search.anchors == model::Anchors::github);
  CHECK(config->search.synonyms.empty());
  CHECK(config->search.saved.empty());
  CHECK(config->search.half_life_days == 0);
  CHECK(config->build.jobs == 0);
  CHECK_FALSE(config->build.strict);
  CHECK_FALSE(config->build.drafts);
  CHECK_FALSE(config->build.fail_on.id_change);
  CHECK_FALSE(config->build.fail_on.shrink);
  CHECK(config->build.report.empty());
  CHECK(config->build.wait == 0);
  CHECK(config->build.on_change.words.empty());
  CHECK(config->build.on_change.timeout == 300);
}

TEST_CASE("pipeline: the state lies beside the config, else beside the index", "[pipeline]") {
  const support::TempDir dir;
  const support::Inside inside(dir.path());
  const auto state_of = [](const char* index) {
    pipeline::Overrides overrides;
    if (index != nullptr) overrides.index = index;
    Diagnostics findings;
    return configure(overrides, findings)->state;
  };
  CHECK(state_of(nullptr) == ".blogsearch");
  CHECK(state_of("a/idx") == "a/.blogsearch");
  CHECK(state_of("a/.blogsearch/index") == "a/.blogsearch");
  dir.write("blogsearch.yaml", "site: {url: https://e.org/}\n");
  CHECK(state_of("a/idx") == std::filesystem::current_path() / ".blogsearch");
}

TEST_CASE("pipeline: a command in one text is a shell's, one in a list is run as it is",
          "[pipeline]") {
  const auto words_of = [](const char* value) {
    const support::TempDir dir;
    pipeline::Overrides overrides;
    overrides.config =
        dir.write("blogsearch.yaml", "build:\n  on_change: " + std::string(value) + "\n");
    Diagnostics findings;
    const auto config = configure(overrides, findings);
    REQUIRE(config);
    return config->build.on_change.words;
  };
  using Words = std::vector<std::string>;
  CHECK(words_of("./purge --all") == Words{"/bin/sh", "-c", "./purge --all"});
  CHECK(words_of("[./purge --all]") == Words{"./purge --all"});
  CHECK(words_of("[purge, \"\", a b]") == Words{"purge", "", "a b"});
  CHECK(words_of("") == Words{});
}

TEST_CASE("pipeline: what the config says of building is checked value by value", "[pipeline]") {
  const std::string command =
      " `build.on_change` should be a command, or a list of a program and its arguments "
      "[pipeline.bad-config] (write `on_change: ./changed.sh`)\n";
  CHECK(findings_of("build:\n"
                    "  jobs: 0\n"
                    "  strict: maybe\n"
                    "  fail_on: [id-chnge]\n"
                    "  wait: 5m\n"
                    "  on_change: ''\n"
                    "  on_change_timeout: 0\n"
                    "  full: true\n") ==
        "2:9 `build.jobs` should be a whole number from 1 to 256 [pipeline.bad-config] (write "
        "`jobs: 2`, or leave it out for as many as there are processors)\n"
        "3:11 `build.strict` should be true or false [pipeline.bad-config] (write `strict: true`)\n"
        "4:13 `build.fail_on` should be one of: id-change, shrink [pipeline.bad-config] (did you "
        "mean \"id-change\"?)\n"
        "5:9 `build.wait` should be a whole number from 0 to 86400 [pipeline.bad-config] (write it "
        "in seconds: `wait: 60`)\n"
        "6:15" +
            command +
            "7:22 `build.on_change_timeout` should be a whole number from 1 to 86400 "
            "[pipeline.bad-config] (write it in seconds: `on_change_timeout: 300`)\n"
            "8:3 unknown key \"full\" [pipeline.unknown-key] (known here: jobs strict drafts "
            "fail_on report wait on_change on_change_timeout)\n");
  const char* wrong = GENERATE("[]", "{a: b}", "[\"\", a]", "\" \"");
  const std::string found = findings_of("build: {on_change: " + std::string(wrong) + "}\n");
  CHECK(found.substr(std::min(found.find(' '), found.size())) == command);
}

TEST_CASE("pipeline: a switch of the config is true or false", "[pipeline]") {
  CHECK(findings_of("posts: {follow_links: sometimes}\n") ==
        "1:23 `posts.follow_links` should be true or false [pipeline.bad-config] (write "
        "`follow_links: true`)\n");
}

TEST_CASE("pipeline: the command line's words go over the file's", "[pipeline]") {
  const support::TempDir dir;
  pipeline::Overrides overrides;
  overrides.config = dir.write("blogsearch.yaml",
                               "site: {url: https://e.org/, title: T}\nposts: {path: p}\n"
                               "feeds: {out: o}\nsearch: {index: i}\n"
                               "build: {jobs: 3, fail_on: [shrink], report: r.json, wait: 9}\n");
  overrides.posts = {"elsewhere"};
  overrides.site_url = "https://f.org";
  overrides.out = "there";
  overrides.index = "idx";
  overrides.jobs = 2;
  overrides.strict = overrides.drafts = true;
  overrides.fail_on = model::FailOn{};
  overrides.report = "done.json";
  overrides.wait = 0;
  Diagnostics findings;
  const auto config = configure(overrides, findings);
  REQUIRE(config);
  CHECK(config->build.jobs == 2);
  CHECK(config->build.strict);
  CHECK(config->build.drafts);
  CHECK_FALSE(config->build.fail_on.shrink);
  CHECK(config->build.report == "done.json");
  CHECK(config->build.wait == 0);
  CHECK(config->posts.paths == std::vector<std::filesystem::path>{"elsewhere"});
  CHECK(config->site.url == "https://f.org/");
  CHECK(config->site.title == "T");
  CHECK(config->feeds.url == "https://f.org/");
  CHECK(config->feeds.out == "there");
  CHECK(config->search.index == "idx");
}

TEST_CASE("pipeline: everything wrong with the config is said in one go", "[pipeline]") {
  CHECK(findings_of("site:\n  titel: T\n  url: example.org\n  timezone: Europe/Berln\n"
                    "post:\n  path: p\n"
                    "posts:\n  url: /{slog}/\n  include: {a: b}\n"
                    "feeds:\n  limit: -1\n  formats: [atom, rdf]\n  content: whole\n"
                    "dates: strict\n") ==
        "2:3 unknown key \"titel\" [pipeline.unknown-key] (did you mean \"title\"?)\n"
        "3:8 `site.url` should be an absolute URL [pipeline.bad-config] (write `url: "
        "https://example.org/`)\n"
        "4:13 `site.timezone`: unknown time zone \"Europe/Berln\" [pipeline.bad-config] (did you "
        "mean \"Europe/Berlin\"?)\n"
        "5:1 unknown key \"post\" [pipeline.unknown-key] (did you mean \"posts\"?)\n"
        "8:9 `posts.url`: unknown placeholder \"slog\" [model.bad-pattern] (did you mean "
        "\"slug\"?)\n"
        "9:12 `posts.include` should be a list of texts [pipeline.bad-config] (write `include: "
        "[one, two]`)\n"
        "11:10 `feeds.limit` should be a whole number, 0 or more [pipeline.bad-config] (write "
        "`limit: 20`)\n"
        "12:19 `feeds.formats` should be one of: atom, rss, json [pipeline.bad-config] (write "
        "`formats: atom`)\n"
        "13:12 `feeds.content` should be one of: full, summary, none, built [pipeline.bad-config] "
        "(write "
        "`content: full`)\n"
        "14:8 `dates` should be `key: value` lines [pipeline.bad-config] (write its keys below it, "
        "one a line and indented)\n");
  CHECK(findings_of("site: {zzz: 1}") ==
        "1:8 unknown key \"zzz\" [pipeline.unknown-key] (known here: title url description "
        "language timezone author rights license icon logo)\n");
  CHECK(findings_of("site: {author: {nme: x}}") ==
        "1:17 `site.author` should be name, email or uri [pipeline.bad-config] (known here: name "
        "email uri)\n");
  CHECK(findings_of("- a\n") ==
        "1:1 the config file should be `key: value` lines [pipeline.bad-config] (write sections "
        "such as `site:`, their keys below)\n");
  CHECK(findings_of("site: [\n").find("[pipeline.bad-config]") != std::string::npos);
}

TEST_CASE("pipeline: what the config says of dates is checked value by value", "[pipeline]") {
  const std::string abbreviation =
      " is no abbreviation that `dates.zones` can set [pipeline.bad-config] (use two to six "
      "letters; UTC, GMT, UT and Z are always UTC)\n";
  const std::string zones =
      " [pipeline.bad-config] (write `zones: {CST: \"+08:00\", IST: Asia/Kolkata}`)\n";
  const std::string years = " [pipeline.bad-config] (write `years: {first: 1900, last: 2100}`)\n";
  CHECK(
      findings_of("dates:\n"
                  "  zones:\n"
                  "    CST: +8:0\n"
                  "    IST: Asia/Kolkatta\n"
                  "    UTC: +01:00\n"
                  "    EST5: -05:00\n"
                  "    BST: [a]\n"
                  "    AMT: -04:00\n"
                  "    amt: +04:00\n"
                  "  years: {first: 0, lst: 2200, last: soon}\n") ==
      "3:10 `dates.zones.CST`: \"+8:0\" is no offset [pipeline.bad-config] (write hours and "
      "minutes, such as +01:00)\n"
      "4:10 `dates.zones.IST`: unknown time zone \"Asia/Kolkatta\" [pipeline.bad-config] (did you "
      "mean \"Asia/Kolkata\"?)\n"
      "5:5 \"UTC\"" +
          abbreviation + "6:5 \"EST5\"" + abbreviation +
          "7:10 `dates.zones.BST` should be an offset or a time zone" + zones +
          "9:5 `dates.zones` has AMT twice [pipeline.bad-config] (delete one of the two; their "
          "case "
          "does not count)\n"
          "10:18 `dates.years.first` should be a year from 1 to 9999" +
          years +
          "10:21 unknown key \"lst\" [pipeline.unknown-key] (did you mean \"last\"?)\n"
          "10:38 `dates.years.last` should be a year from 1 to 9999" +
          years);
  CHECK(
      findings_of("dates: {years: {first: 2200}}") ==
      "1:16 `dates.years` goes from 2200 back to 2100 [pipeline.bad-config] (write `years: {first: "
      "…, last: …}` in their order)\n");
  CHECK(findings_of("dates: {zones: CST, years: 1900}") ==
        "1:16 `dates.zones` should be abbreviations and what they mean" + zones +
            "1:28 `dates.years` should be a first and a last year" + years);
}

TEST_CASE("pipeline: the sources of dates are chosen from a list", "[pipeline]") {
  CHECK(findings_of("posts: {date_from: [frontmatter, file-name], updated_from: [filename]}") ==
        "1:34 `posts.date_from` should be one of: frontmatter, filename, git [pipeline.bad-config] "
        "(did you mean \"filename\"?)\n"
        "1:61 `posts.updated_from` should be one of: frontmatter, git [pipeline.bad-config] (write "
        "`updated_from: frontmatter`)\n");
  CHECK(findings_of("posts: {date_from: []}") ==
        "1:20 `posts.date_from` should be a list of one or more [pipeline.bad-config]\n");
}

TEST_CASE("pipeline: the site's language is a tag of BCP 47", "[pipeline]") {
  CHECK(findings_of("site: {language: zh_cn}") ==
        "1:18 `site.language` should be a language tag of BCP 47 such as en or pt-BR "
        "[pipeline.bad-config] (did you mean \"zh-CN\"?)\n");
  CHECK(findings_of("site: {language: English}") ==
        "1:18 `site.language` should be a language tag of BCP 47 such as en or pt-BR "
        "[pipeline.bad-config] (write `language: en`)\n");
}

TEST_CASE("pipeline: a config file that is named must be there", "[pipeline]") {
  pipeline::Overrides overrides;
  overrides.config = "no/such.yaml";
  Diagnostics findings;
  CHECK_FALSE(configure(overrides, findings));
  CHECK(support::lines_of(findings) ==
        "cannot read: no such file or folder [pipeline.bad-config] (check the spelling of the "
        "path)\n");
}

TEST_CASE("pipeline: a site URL on the command line must be absolute", "[pipeline]") {
  pipeline::Overrides overrides;
  const support::TempDir dir;
  overrides.config = dir.write("blogsearch.yaml", "");
  overrides.site_url = "shed.example";
  Diagnostics findings;
  CHECK_FALSE(configure(overrides, findings));
  CHECK(support::lines_of(findings) ==
        "--site-url is no absolute URL: shed.example [model.bad-url] (write --site-url "
        "https://shed.example/)\n");
}

TEST_CASE("pipeline: the keys of a site's own name fields that there are", "[pipeline]") {
  CHECK(findings_of("posts:\n  keys:\n    publised: [posted_when]\n    when: x\n") ==
        "3:5 unknown key \"publised\" [pipeline.unknown-key] (did you mean \"published\"?)\n"
        "4:5 unknown key \"when\" [pipeline.unknown-key] (known here: title published updated "
        "expires summary excerpt_separator tags categories keywords series authors draft slug "
        "permalink aliases canonical external via related lang image enclosures enclosure_length "
        "enclosure_duration rights license id feed search)\n");
  CHECK(findings_of("posts: {keys: [a]}") ==
        "1:15 `posts.keys` should be a mapping of fields and keys [pipeline.bad-config] (write "
        "`keys: {published: [posted_when]}`)\n");
  CHECK(findings_of("posts: {keys: {tags: {a: b}}}") ==
        "1:22 `posts.keys.tags` should be a list of texts [pipeline.bad-config] (write `tags: "
        "[one, two]`)\n");
}

TEST_CASE("pipeline: addresses of hubs, pictures and licenses are URLs or paths", "[pipeline]") {
  CHECK(findings_of("site:\n  icon: favicon.ico\n  license: CC BY 4.0\n  logo: ftp://e.org/l.png\n"
                    "feeds:\n  hubs: [https://hub.org/, hub.org]\n  stylesheet: maybe\n") ==
        "2:9 `site.icon` should be an absolute URL or a path of the site [pipeline.bad-config] "
        "(write https://example.org/icon or /icon)\n"
        "3:12 `site.license` should be an absolute URL or a path of the site "
        "[pipeline.bad-config] (write https://example.org/license or /license)\n"
        "4:9 `site.logo` should be an absolute URL or a path of the site [pipeline.bad-config] "
        "(write https://example.org/logo or /logo)\n"
        "6:28 `feeds.hubs` should be an absolute URL [pipeline.bad-config] (write `hubs: "
        "https://example.org/`)\n"
        "7:15 `feeds.stylesheet` should be an absolute URL or a path of the site "
        "[pipeline.bad-config] (write https://example.org/stylesheet or /stylesheet)\n");
}

TEST_CASE("pipeline: the looks of feeds are ours, the site's or nobody's", "[pipeline]") {
  const auto looks = [](const std::string& value) {
    const support::TempDir dir;
    pipeline::Overrides overrides;
    overrides.config = dir.write("blogsearch.yaml",
                                 "site: {url: https://e.org/}\nfeeds: {stylesheet: " + value + "}");
    Diagnostics findings;
    const auto config = configure(overrides, findings);
    REQUIRE(config);
    return config->feeds.looks;
  };
  CHECK(looks("true") == model::Looks::ours);
  CHECK(looks("false") == model::Looks::none);
  CHECK(looks("/css/feed.css") == model::Looks::theirs);
}

TEST_CASE("pipeline: a selector that cannot be read is told at its place", "[pipeline]") {
  CHECK(findings_of("site: {url: \"https://e.org/\"}\nfeeds:\n  built:\n    select: a:hover\n"
                    "    drop: .x +\n    roots: dist\n") ==
        "4:14 `feeds.built.select`: a selector has no place for `:` [markup.bad-selector] (write "
        "one such as article, main .post or [itemprop=articleBody])\n"
        "5:14 `feeds.built.drop`: a selector has no place for `+` [markup.bad-selector] (write one "
        "such as article, main .post or [itemprop=articleBody])\n"
        "6:5 unknown key \"roots\" [pipeline.unknown-key] (did you mean \"root\"?)\n");
  CHECK(findings_of("feeds: {built: dist}") ==
        "1:16 `feeds.built` should be a mapping of root, select and drop [pipeline.bad-config] "
        "(write `built: {root: dist, select: article}`)\n");
}

TEST_CASE("pipeline: built pages are looked for where the feeds go, unless it is said",
          "[pipeline]") {
  const support::TempDir dir;
  pipeline::Overrides overrides;
  overrides.config = dir.write("blogsearch.yaml", "feeds: {content: built}");
  overrides.out = dir.path() / "public";
  Diagnostics findings;
  const auto config = configure(overrides, findings);
  REQUIRE(config);
  CHECK(config->feeds.built.root == dir.path() / "public");
}
