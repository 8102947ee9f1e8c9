// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/setting_table.hpp"

#include <array>

namespace blogsearch::pipeline {
namespace {

constexpr auto site = std::to_array<SettingRow>({
    {"title", "TEXT", "", "Notes from a small shed",
     "The name of the site, and of its main feed. By default the host of `site.url`."},
    {"url", "URL", "", "https://shed.example/",
     "Where the site is published. It may have a path, such as `/blog/`. It has to be given here "
     "or "
     "by `--site-url`."},
    {"description", "TEXT", "", "Tools, weather and words",
     "What the site is about, for the head of the feeds."},
    {"language", "LANGUAGE", "en", "de", "The language of posts that do not say theirs (BCP 47)."},
    {"timezone", "ZONE", "UTC", "Europe/Berlin",
     "What a date without an offset means: a name of the tz database. The zone of the machine "
     "never "
     "matters."},
    {"author", "NAME | {name: NAME, email: EMAIL, uri: URL}", "",
     "{name: Ida Moor, uri: https://shed.example/about/}",
     "Who wrote the posts that do not say so. By default the title of the site."},
    {"author.name", "NAME", "", "Ida Moor", "The name that feeds show."},
    {"author.email", "EMAIL", "", "ida@example.org", "An address that everybody may know."},
    {"author.uri", "URL", "", "https://shed.example/about/", "A page about the author."},
    {"rights", "TEXT", "", "© Ida Moor", "What feeds say of the rights."},
    {"license", "URL | PATH", "", "https://creativecommons.org/licenses/by/4.0/",
     "The license of the posts that do not name one."},
    {"icon", "URL | PATH", "", "/icon.png", "A small square picture of the site."},
    {"logo", "URL | PATH", "", "/logo.png", "A larger picture of the site."},
});

constexpr auto posts = std::to_array<SettingRow>({
    {"path", "FOLDER | list of FOLDER", "", "src/content/blog",
     "Where the posts are. Single files may be named, too. Without it the command line names them: "
     "`blogsearch build PATH`."},
    {"url", "PATTERN", "/{path}/", "/{year}/{slug}/",
     "Where a post is published, below the path of `site.url`: plain text and placeholders. "
     "`{path}` is the file's path without its ending, with a slug of the front matter for its last "
     "element; `{slug}` that slug, else the file's name without a date; `{title}` the title as a "
     "slug; `{folder}`, `{name}` and `{stem}` the folders, the file's name, and the name without a "
     "date; `{section}` the first folder; `{categories}` the categories as folders; `{lang}` the "
     "language; `{year}`, `{month}`, `{day}`, `{short_year}`, `{i_month}`, `{i_day}`, `{y_day}`, "
     "`{week}` and `{short_day}` parts of the date, in its own offset; `{dated_path}` the path "
     "with "
     "a date in the name as folders. `{slug|title}` is the first that the post has, `{path:hugo}` "
     "is written as that generator writes slugs (`astro`, `hugo`, `mkdocs`, `pelican`, `zola`). A "
     "`permalink:` in front matter wins over the pattern."},
    {"include", "list of PATTERN",
     R"(["**/*.md", "**/*.markdown", "**/*.mkd", "**/*.mdx", "**/*.html"])", R"(["**/*.md"])",
     "Which files below `posts.path` are read. `*` is anything in one name, `**` "
     "any folders."},
    {"exclude", "list of PATTERN", "[]", "[drafts/**]", "Which of them are not."},
    {"follow_links", "true | false", "false", "true",
     "Whether symbolic links to folders, and those that lead out of the posts, are followed."},
    {"static", "list of FOLDER", "[static, public, source, .]", "[assets]",
     "Where files lie that the generator publishes at the root of the site. Pictures and "
     "enclosures "
     "are looked for there and measured."},
    {"excerpt_separator", "TEXT", R"("")", R"("<!-- cut -->")",
     "A text in posts that ends their summary, besides `<!-- more -->`."},
    {"keys", "FIELD: KEY or list of KEY", "", "{published: [posted_when]}",
     "Keys of your own front matter, by the field they mean. The fields and the keys that are "
     "known "
     "anyway are in docs/front-matter.md."},
    {"date_from", "list of frontmatter | filename | git", "[frontmatter, filename]",
     "[frontmatter, filename, git]",
     "Where the date of a post may stand; the first that knows one decides. What has no date is a "
     "page and in no feed. `git` is the first commit with the file."},
    {"updated_from", "list of frontmatter | git", "[frontmatter]", "[frontmatter, git]",
     "Where the date of the last change may stand. `git` is the last commit of the file. Where "
     "nothing knows one, it is the date of the post."},
});

constexpr auto search = std::to_array<SettingRow>({
    {"index", "FOLDER", ".blogsearch/index", "/var/lib/blogsearch/index",
     "Where the index goes. `--index` wins over it."},
    {"language", "LANGUAGE", "en", "de",
     "Whose word endings are the same to a query, in posts whose own language has none here."},
    {"anchors",
     "github | astro | docusaurus | hexo | hugo | hugo-ascii | hugo-blackfriday | jekyll | "
     "kramdown "
     "| markdown-it-anchor | python-markdown | zola | zola-safe | none",
     "github", "hugo",
     "Whose rule made the ids of headings, so that a hit can lead to its part of the post. `{#id}` "
     "behind a heading is known to all; `none` leads to posts only."},
    {"synonyms", "list of list of WORD, or of {WORD: list of WORD}", "",
     R"([[js, javascript], {k8s: [kubernetes, "container orchestration"]}])",
     "Words that mean the same. Who looks for one of a list finds all of it; `{k8s: [kubernetes]}` "
     "goes one way: `k8s` finds kubernetes, too, and kubernetes only itself."},
    {"saved", "NAME: QUERY", "", R"({rust-news: "tag:rust sort:newest"})",
     "Queries by name, for `blogsearch query @rust-news`. Words behind the name are added to it."},
    {"recency", "off | AGE", "off", "6m",
     "After how much time half of what being new adds to the rank of a post is gone: `90d`, `2w`, "
     "`6m`, `1y`."},
});

constexpr auto dates = std::to_array<SettingRow>({
    {"order", "strict | mdy | dmy", "strict", "dmy",
     "What `03/04/2022` means: `dmy` is the third of April, `mdy` the fourth of March. Under "
     "`strict` it is an error, as nothing is guessed."},
    {"zones", "ABBREVIATION: OFFSET or ZONE", "", R"({CST: "+08:00", IST: Asia/Kolkata})",
     "What an abbreviation behind a time means. Those with one meaning in the world are known."},
    {"years", "{first: YEAR, last: YEAR}", "{first: 1970, last: 2100}", "{first: 1999, last: 2050}",
     "Years outside of these are taken for slips of the pen, which are errors."},
    {"years.first", "YEAR", "1970", "1999", "The first year a post may be of."},
    {"years.last", "YEAR", "2100", "2050", "The last one."},
});

constexpr auto limits = std::to_array<SettingRow>({
    {"file_size", "SIZE", "2 MiB", "4 MiB", "Of a file of a post."},
    {"front_matter_size", "SIZE", "64 KiB", "128 KiB", "Between the fences of its front matter."},
    {"front_matter_values", "NUMBER", "10000", "20000",
     "Values in the front matter; an alias counts as often as it is used."},
    {"nesting", "NUMBER", "256", "300", "HTML elements of a body that are open at once."},
    {"markup", "NUMBER", "100000", "200000", "Lines and signs of markup in a body."},
    {"search_size", "SIZE", "1 MiB", "2 MiB",
     "Of a post's text is searched; what is behind it is not found."},
    {"tags", "NUMBER", "200", "300",
     "Tags of a post; the same number of categories, of authors and of series."},
});

constexpr auto build = std::to_array<SettingRow>({
    {"jobs", "NUMBER", "", "2",
     "Threads that work, 1 to 256. By default as many as there are processors; no output depends "
     "on how many."},
    {"strict", "true | false", "false", "true",
     "An error in any post publishes nothing, as `--strict` does."},
    {"drafts", "true | false", "false", "true", "Drafts are published, too, as `--drafts` does."},
    {"fail_on", "LIST", "[]", "[id-change, shrink]",
     "What readers of the main feed must not see: `id-change`, old entries under another id, or "
     "`shrink`, less than half of the entries. Then nothing is published."},
    {"report", "FILE", "", ".blogsearch/report.json",
     "Where is said in JSON what was done, and when the next dated post is due. By default "
     "nowhere."},
    {"wait", "SECONDS", "0", "60",
     "How long another build of the site is waited for, at most 86400."},
    {"on_change", "COMMAND | LIST", "", "./purge.sh",
     "Run once by each build that changed files, when all is published, until it has succeeded. It "
     "reads the paths of these files below `feeds.out`, a line each. One text is for `/bin/sh -c`, "
     "a list of words is run as it is."},
    {"on_change_timeout", "SECONDS", "300", "60",
     "After so long, 1 to 86400, the command is ended."},
});

}  // namespace

std::span<const SettingSection> setting_table() {
  static const std::array sections{
      SettingSection{"site", "What all feeds say of the site.", site},
      SettingSection{"posts", "Which files are posts, and where they are published.", posts},
      feed_setting_table(),
      SettingSection{"search", "The index, and how it is asked.", search},
      SettingSection{"dates", "How dates are read.", dates},
      SettingSection{"limits",
                     "What a post may be. What is over a limit is told of that post, and the "
                     "others are published. A SIZE is a number of bytes, or one with a unit: "
                     "`64 KiB`, `2 MiB`.",
                     limits},
      SettingSection{"build", "What `blogsearch build` does unless its options say otherwise.",
                     build},
  };
  return sections;
}

}  // namespace blogsearch::pipeline
