// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>

#include "pipeline/setting_table.hpp"

namespace blogsearch::pipeline {
namespace {

constexpr auto feeds = std::to_array<SettingRow>({
    {"out", "FOLDER", "dist", "public", "Where the feeds go. `--out` wins over it."},
    {"url", "URL", "", "https://feeds.shed.example/",
     "Where `feeds.out` is published. By default `site.url`."},
    {"formats", "list of atom | rss | json", "[atom, rss, json]", "[atom]",
     "Which formats each feed has: Atom, RSS, JSON Feed."},
    {"limit", "NUMBER | {KIND: NUMBER}", "20", "{main: 20, tag: 10}",
     "How many entries are in a feed; 0 is all. Older ones go to archives. Kinds of feeds are "
     "`main`, `tag`, `category`, `author`, `section` and `lang`."},
    {"content", "full | summary | none | built | {KIND: …}", "full", "{main: full, tag: summary}",
     "What an entry carries besides its title: all of the post, its summary, nothing, or what the "
     "page that the site's generator has built shows of it (`feeds.built`)."},
    {"fragments", "absolute | keep", "absolute", "keep",
     "What becomes of links such as `#note` in a post: an absolute address, or as they are, for "
     "readers that show footnotes in place."},
    {"embeds", "link | keep", "link", "keep",
     "What becomes of players of YouTube and Vimeo: a link, or they stay players."},
    {"hubs", "URL | list of URL", "[]", "[https://hub.example/]",
     "WebSub hubs that feeds name, and that tell readers of changes."},
    {"stylesheet", "true | false | URL | PATH", "true", "/feed.css",
     "Whether `feed.css` is written beside the feeds, which makes them readable in browsers; or "
     "the "
     "address of a style sheet of your own."},
    {"max_bytes", "NUMBER", "0", "500000",
     "No document of a feed is larger; 0 is any size. Entries are never cut: one is always there."},
    {"archives", "none | main | all", "main", "all",
     "Which feeds go on in archives (RFC 5005) when they do not hold all posts."},
    {"by", "list of tag | category | author | section | lang", "[tag]", "[tag, author]",
     "A feed for each tag, category, author, section (the first folder) or language. `[]` is "
     "none."},
    {"paths", "{KIND: PATTERN or {FORMAT: PATTERN}}", "",
     R"({main: {rss: index.xml}, tag: "topics/{slug}/{file}"})",
     "Where feeds are, below `feeds.out`. `{file}` is `atom.xml`, `rss.xml` or `feed.json`; "
     "`{slug}` the slug of the term, `{slug:hugo}` as that generator writes it. Usual is "
     "`tags/{slug}/{file}`, and the like."},
    {"slugs", "{TERM: SLUG}", "", "{C++: cpp}",
     "Slugs of terms where the usual one does not fit: `c-plus-plus`."},
    {"extra", "list of {path: PATH, …}", "",
     "[{path: rust.xml, title: Rust, tags: [rust], not: [async], lang: en}]",
     "Feeds of your choice. A post is in one when each condition that is given holds."},
    {"extra[].path", "PATH", "", "rust.xml",
     "Where it is, below `feeds.out`. Other formats get the name with another ending."},
    {"extra[].title", "TEXT", "", "Rust", "Its title."},
    {"extra[].tags", "list of TAG", "", "[rust, go]", "The post has one of these tags."},
    {"extra[].categories", "list of CATEGORY", "", "[notes]", "It has one of these categories."},
    {"extra[].authors", "list of NAME", "", "[Ida Moor]", "It is by one of these."},
    {"extra[].sections", "list of NAME", "", "[garden]", "It is in one of these folders."},
    {"extra[].not", "list of NAME", "", "[async]", "It has no tag and no category of these."},
    {"extra[].lang", "LANGUAGE", "", "en", "It is in this language."},
    {"extra[].query", "QUERY", "", R"("title:windows date:..2019")",
     "It is found by this query, as `blogsearch query --exact` finds it."},
    {"extra[].formats", "list of atom | rss | json", "", "[atom]",
     "The formats, where they are not those of `feeds.formats`."},
    {"extra[].content", "full | summary | none | built", "", "summary",
     "The same of `feeds.content`."},
    {"extra[].limit", "NUMBER", "", "0", "The same of `feeds.limit`."},
    {"opml", "FILE", "", "feeds.opml",
     "A list of all feeds for feed readers, below `feeds.out`. Written only when it is named."},
    {"sitemap", "FILE", "", "sitemap.xml", "The same of all posts, for search engines."},
    {"snippet", "FILE", "", "feeds.html",
     "The same of the `<link>` lines for the head of your pages."},
    {"ids", "permalink | tag", "permalink", "tag",
     "What the id of a new post is made of: its address, or a `tag:` URI. Ids that posts have stay "
     "(`blogsearch.ids`)."},
    {"built", "{root: FOLDER, select: SELECTOR, drop: SELECTOR}", "",
     R"({root: dist, select: ".post-body", drop: "nav, .share"})",
     "For `content: built`: where the built pages are, and what in them is the post. Selectors are "
     "those of CSS, without pseudo-classes."},
    {"built.root", "FOLDER", "", "public", "Where the site is built. By default `feeds.out`."},
    {"built.select", "SELECTOR", R"(".e-content, article, main")", ".post-body",
     "Where the article is; of a list the first that is in the page."},
    {"built.drop", "SELECTOR",
     R"("nav, [hidden], .sr-only, .visually-hidden, .screen-reader-text, svg[aria-hidden=true]")",
     R"("nav, .share")", "What of the article goes."},
});

}  // namespace

SettingSection feed_setting_table() {
  return {"feeds", "Which feeds there are, where, and what they carry.", feeds};
}

}  // namespace blogsearch::pipeline
