// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a site's owner decides: blogsearch.yaml with the command line's words laid over it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "blogsearch/model/anchors.hpp"
#include "blogsearch/model/build_config.hpp"
#include "blogsearch/model/feeds.hpp"
#include "blogsearch/model/limits.hpp"
#include "blogsearch/time/timestamp.hpp"

namespace blogsearch::model {

struct Person {
  std::string name;
  std::string email;
  std::string uri;

  bool operator==(const Person&) const = default;
};

/// What becomes of `#note` in a feed: readers that open entries on their own pages resolve it
/// against those unless it is absolute; some pop-up footnotes need it as it is.
enum class Fragments { absolute, keep };

/// What becomes of players of other sites (iframes of YouTube and Vimeo).
enum class Embeds { link, keep };

/// What becomes the id of a post that has none yet: its URL, or a `tag:` URI (RFC 4151).
enum class Ids { permalink, tag };

/// Where a post's dates may stand; `filename` is the path below the posts folder.
enum class DateSource { frontmatter, filename, git };

/// Who makes a feed readable in a browser: `feed.css` beside the feeds, the site's own CSS, nobody.
enum class Looks { ours, theirs, none };

/// Where the site's generator leaves its pages, and what in them is a post.
struct BuiltPages {
  std::filesystem::path root;  ///< default: feeds.out
  std::string url;             ///< where `root` is published, ends in '/'; always site.url
  /// CSS selectors. Of a list the first that is in the page says where the article is.
  std::string select = ".e-content, article, main";
  /// What of the article is no content.
  std::string drop =
      "nav, [hidden], .sr-only, .visually-hidden, .screen-reader-text, svg[aria-hidden=true]";
};

/// What is common to all feeds of a site.
struct FeedsConfig {
  std::filesystem::path out = "dist";
  std::string url;  ///< where `out` is published, ends in '/'; default: site.url
  std::vector<Format> formats = {Format::atom, Format::rss, Format::json};
  std::size_t limit = 20;  ///< entries in a feed; 0 = all
  Content content = Content::full;
  Fragments fragments = Fragments::absolute;
  Embeds embeds = Embeds::link;
  std::vector<std::string> hubs;  ///< WebSub: absolute URLs
  Looks looks = Looks::ours;
  std::string stylesheet;  ///< Looks::theirs: a URL, relative ones to `url`
  FeedChoice choice;
  Ids ids = Ids::permalink;
  BuiltPages built;  ///< for Content::built
};

/// Words that are looked for together: who types one of `typed` also finds the others and `found`.
struct Synonym {
  std::vector<std::string> typed;
  std::vector<std::string> found;

  bool operator==(const Synonym&) const = default;
};

struct SearchConfig {
  std::filesystem::path index = ".blogsearch/index";
  std::string language = "en";        ///< of the stemmer for posts whose language has none
  Anchors anchors = Anchors::github;  ///< whose rule made those of the headings
  std::vector<Synonym> synonyms;
  std::map<std::string, std::string> saved;  ///< queries by name
  std::size_t half_life_days = 0;            ///< of what a post's age adds to its rank; 0: nothing
};

/// Paths are as a process started in the current folder can open them. URLs are absolute.
struct SiteConfig {
  std::filesystem::path file;    ///< the config file; empty when there is none
  std::filesystem::path ledger;  ///< the file of permanent ids; empty: none is kept
  /// The folder of what a build leaves for the next, and of its lock; empty: neither.
  std::filesystem::path state;

  struct {
    std::string title;  ///< default: the host of `url`
    std::string url;    ///< where the site is published, ends in '/'
    std::string description;
    std::string language = "en";   ///< BCP 47
    std::string timezone = "UTC";  ///< tz database name; what a date without an offset means
    Person author;                 ///< name defaults to `title`
    std::string rights;            ///< `© 2024 A. Writer`; this and the next three may be empty
    std::string license;           ///< URL
    std::string icon;              ///< URL of a small square picture
    std::string logo;              ///< URL of a larger picture
  } site;

  struct {
    std::vector<std::filesystem::path> paths;  ///< folders (or single files) of posts
    std::string url = "/{path}/";              ///< pattern, appended to the path of `site.url`
    std::vector<std::string> include = {"**/*.md", "**/*.markdown", "**/*.mkd", "**/*.mdx",
                                        "**/*.html"};
    std::vector<std::string> exclude;
    /// Symbolic links to folders, and those that lead out of the folders above and below.
    bool follow_links = false;
    /// Of files that the generator publishes at the site's root.
    std::vector<std::filesystem::path> static_folders = {"static", "public", "source", "."};
    std::string excerpt_separator;  ///< a text in bodies that ends their summary; none when empty
    /// Keys of this site's front matter besides the known ones: field, key.
    std::vector<std::pair<std::string, std::string>> keys;
    /// The first that knows a date decides.
    std::vector<DateSource> date_from = {DateSource::frontmatter, DateSource::filename};
    std::vector<DateSource> updated_from = {DateSource::frontmatter};
  } posts;

  FeedsConfig feeds;

  SearchConfig search;

  struct {
    time::Order order = time::Order::strict;
    /// Abbreviations of zones with a meaning of the site's own: an offset or a tz database name.
    std::map<std::string, std::string> zones;
    int first_year = 1970;  ///< years outside are taken for slips of the pen
    int last_year = 2100;
  } dates;

  Limits limits;

  BuildConfig build;
};

}  // namespace blogsearch::model
