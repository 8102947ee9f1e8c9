// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/manual.hpp"

#include <algorithm>
#include <array>

namespace blogsearch::cli {
namespace {

constexpr auto program = std::to_array<Example>({
    {"blogsearch init journal", "Write a config for the site in `journal`."},
    {"blogsearch build", "Write its feeds and its index, from anywhere in the site's folder."},
    {"blogsearch query memory safety", "Look for something."},
    {"blogsearch help query", "Say what a command takes."},
});

constexpr auto build = std::to_array<Example>({
    {"blogsearch build", "Do what the config says."},
    {"blogsearch build posts --site-url https://shed.example/ --out dist", "Do without a config."},
    {"blogsearch build --dry-run -v",
     "See what would be published, and what is held back and why."},
    {"blogsearch build --fail-on id-change,shrink --report report.json",
     "Under a timer: rather publish nothing than show readers all entries again, and leave a "
     "report."},
});

constexpr auto check = std::to_array<Example>({
    {"blogsearch check", "Find all mistakes in one go."},
    {"blogsearch check --messages sarif > findings.sarif", "Let GitHub show them as annotations."},
    {"blogsearch check --html public", "See whether the built pages name the feeds."},
    {"blogsearch check --outputs", "See whether feeds and index are as the last build left them."},
});

constexpr auto query = std::to_array<Example>({
    {"blogsearch query memory safety", "Type what you remember."},
    {R"(blogsearch query '"memory safety"' tag:rust date:2022..)",
     "A phrase stands in quotes, once more in those of the shell; fields narrow the answer."},
    {"blogsearch query rust -async --limit 3", "At most three posts, without a word."},
    {"blogsearch query @rust-news", "Ask a saved search (`search.saved` of the config)."},
    {R"(blogsearch query tag:garden sort:newest --template '{title}\t{url}')",
     "The newest first, in a form of your own."},
    {"blogsearch query memroy --explain",
     "See how words were understood, and why posts are found."},
});

constexpr auto suggest = std::to_array<Example>({
    {"blogsearch suggest mem", "Titles, tags and words that begin so."},
    {"blogsearch suggest --json --limit 3 soil has", "The same for a search box."},
});

constexpr auto related = std::to_array<Example>({
    {"blogsearch related https://shed.example/rust/", "By its address."},
    {"blogsearch related posts/rust.md --limit 3", "By its file."},
    {"blogsearch related --all --json > related.json", "For the build of a site."},
});

constexpr auto stats = std::to_array<Example>({
    {"blogsearch stats", "How many posts there are, of when, by whom, about what."},
    {"blogsearch stats --json", "The same for a program."},
});

constexpr auto adopt = std::to_array<Example>({
    {"blogsearch adopt --dry-run old.xml", "See which ids would be taken over."},
    {"blogsearch adopt old.xml", "Take them over."},
});

constexpr auto init = std::to_array<Example>({
    {"blogsearch init journal", "For the site in `journal`."},
});

constexpr auto eval = std::to_array<Example>({
    {"blogsearch eval collection -v", "The measures of each query, and of all."},
});

constexpr auto help = std::to_array<Example>({
    {"blogsearch help build", "One command."},
    {"blogsearch help config", "Every key of blogsearch.yaml."},
    {"blogsearch help feeds.limit", "One of them."},
});

constexpr std::array table{
    Manual{
        "",
        "blogsearch turns a folder of blog posts into feeds (Atom, RSS, JSON Feed) and a full-text "
        "search index. It reads the Markdown files that site generators read, says everything "
        "that is wrong with them in one go, and never guesses a date.\n\n"
        "Results go to the standard output; progress, on a terminal only, and diagnostics go to "
        "the standard error. What a diagnostic means, and what to do, is in docs/diagnostics.md "
        "by the code in its brackets.",
        program},
    Manual{
        "build",
        "Reads all posts, then puts the index and the feeds in the place of the old ones, each of "
        "them whole. Posts with errors are told and left out, the others are published. Drafts "
        "and posts of the future are held back until they are due.\n\n"
        "Only what has changed since the last build is made again; where nothing has, no file is "
        "touched. One build of a site runs at a time. The same posts, config and `--now` give "
        "the same bytes on every machine.",
        build},
    Manual{"check",
           "Builds into a temporary folder and says what `blogsearch build` would say, in the same "
           "words and with the same exit status. Nothing that you keep is written.",
           check},
    Manual{"query",
           "Finds the posts that have the words, best first, and shows of each the part that fits. "
           "Words may have other endings; a misspelt one is mended and said to be. No query is a "
           "syntax error: what looks like an operator and is none is taken as a word.\n\n"
           "Words, phrases, fields, dates and operators are told in blogsearch-query(7).",
           query},
    Manual{"suggest",
           "Completes the last word, as a search box does while one types: titles, then tags, then "
           "words, those of most posts first.\n\n"
           "The shells' completions ask here too, with `--for`: what may stand in the place of the "
           "last word of a query, or the address of a post, one a line, and a tab before what it "
           "is. Then nothing is ever an error, and without an index the answer is empty.",
           suggest},
    Manual{"related",
           "Compares posts by the words that tell them from the others: the nearest come first.",
           related},
    Manual{"stats", "Counts what the index holds, and says how large it is.", stats},
    Manual{
        "adopt",
        "Feed readers know an entry by its id. When a site moves to blogsearch, this gives its "
        "posts the ids that the old feed gave them, so that nobody sees them again as new. "
        "Entries and posts are matched by id, by address, or by title and day. The ids are kept in "
        "`blogsearch.ids`.\n\n"
        "Exit status 1 says that some entry has no post, or some id was not taken.",
        adopt},
    Manual{
        "init",
        "Recognises Astro, Docusaurus, Eleventy, Hexo, Hugo, Jekyll, MkDocs, Pelican and Zola, or "
        "else a folder of Markdown with dates, and writes a commented `blogsearch.yaml` whose "
        "first build gives each post the address that the generator gives it. Programs such as "
        "`astro.config.mjs` are read, never run. A config that is there is never overwritten.",
        init},
    Manual{"eval",
           "Asks all queries of a test collection and measures the answers: nDCG@10, MRR@10, "
           "recall@100. It needs neither a config nor an index.",
           eval},
    Manual{
        "help",
        "Without a word, lists the commands; with one, says what that command takes. The word may "
        "also be `config`, for all keys of `blogsearch.yaml`, or one key such as `feeds.limit`.",
        help},
};

constexpr auto statuses = std::to_array<Term>({
    {"0", "done, with or without warnings; query, suggest and related: found something"},
    {"1",
     "posts with errors (the others are published); query, suggest and related: found nothing; "
     "adopt: "
     "something was not taken over"},
    {"2", "wrong usage or configuration"},
    {"3", "something cannot be read or written, or there is no index"},
    {"70", "a bug in blogsearch"},
    {"75", "another build of the site is running"},
    {"128+n", "ended by signal n; nothing was published"},
});

constexpr auto environment = std::to_array<Term>({
    {"COLUMNS", "The width of the terminal, where it is not the terminal's own."},
    {"NO_COLOR", "When it is set and not empty, nothing is coloured."},
    {"SOURCE_DATE_EPOCH",
     "The time it is, in seconds since 1970: posts after it are held back, and the ages in queries "
     "are counted from it. `--now` wins over it."},
    {"TERM", "`dumb` gets no colours; whether addresses may be links is known by it, too."},
    {"TMPDIR", "Where `check` and `--dry-run` have their temporary folders (`/tmp`)."},
    {"VTE_VERSION", "By it terminals are known that cannot have links."},
});

constexpr auto files = std::to_array<Term>({
    {"blogsearch.yaml",
     "The config of a site: the nearest one, from the current folder upwards, unless `--config` "
     "names another."},
    {"blogsearch.ids",
     "The permanent ids of its entries, beside the config. Keep it with the posts, under version "
     "control."},
    {".blogsearch/index", "The index (`search.index`). It can be made again at any time."},
    {".blogsearch/state",
     "What the last build saw, for the next one. It can be made again at any time."},
    {"dist", "The feeds (`feeds.out`)."},
});

}  // namespace

std::span<const Manual> manuals() { return table; }

const Manual& manual_of(std::string_view command) {
  const auto* const found = std::find_if(
      table.begin(), table.end(), [command](const Manual& m) { return m.command == command; });
  return found == table.end() ? table.front() : *found;
}

std::span<const Term> exit_statuses() { return statuses; }
std::span<const Term> variables() { return environment; }
std::span<const Term> places() { return files; }

}  // namespace blogsearch::cli
