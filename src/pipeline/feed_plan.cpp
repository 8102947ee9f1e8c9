// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/feed_plan.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "blogsearch/feed/writer.hpp"
#include "io/read.hpp"
#include "model/feed_path.hpp"
#include "text/slug.hpp"
#include "text/words.hpp"

namespace blogsearch::pipeline {
namespace {

using model::FeedKind;
using model::Format;
using model::Post;
using Terms = std::vector<std::string>;

Terms names_of(const std::vector<model::Person>& people) {
  Terms names;
  for (const model::Person& person : people) names.push_back(person.name);
  return names;
}

struct KindRow {
  FeedKind kind;
  std::string_view name;
  Terms (*terms)(const Post& post);
};
constexpr std::array<KindRow, 5> kinds{{
    {FeedKind::tag, "tag", [](const Post& p) { return p.tags; }},
    {FeedKind::category, "category", [](const Post& p) { return p.categories; }},
    {FeedKind::author, "author", [](const Post& p) { return names_of(p.authors); }},
    {FeedKind::section, "section", [](const Post& p) { return Terms{p.section}; }},
    {FeedKind::lang, "language", [](const Post& p) { return Terms{p.lang}; }},
}};

Selection select(const Site& site, const std::function<bool(const Post&)>& belongs) {
  Selection selection;
  for (std::size_t i = 0; i < site.posts().size(); ++i)
    if (site.posts().head(i).in_feeds && belongs(site.posts()[i])) selection.push_back(i);
  return selection;
}

/// What an extra feed's conditions ask of a post: names match whatever their letter case.
class Conditions {
 public:
  explicit Conditions(const model::ExtraFeed& extra)
      : tags_(folded(extra.tags)),
        categories_(folded(extra.categories)),
        authors_(folded(extra.authors)),
        sections_(folded(extra.sections)),
        excluded_(folded(extra.excluded)),
        lang_(extra.lang) {}

  bool operator()(const Post& post) const {
    return holds(tags_, post.tags) && holds(categories_, post.categories) &&
           holds(authors_, names_of(post.authors)) && holds(sections_, {post.section}) &&
           (lang_.empty() || post.lang == lang_) &&
           (excluded_.empty() || !has_any(excluded_, model::terms_of(post)));
  }

 private:
  using Names = std::set<std::string>;

  static Names folded(const Terms& terms) {
    Names names;
    for (const std::string& term : terms) names.insert(text::fold(term));
    return names;
  }
  static bool has_any(const Names& names, const Terms& terms) {
    return std::any_of(terms.begin(), terms.end(), [&names](const std::string& term) {
      return names.contains(text::fold(term));
    });
  }
  static bool holds(const Names& names, const Terms& terms) {
    return names.empty() || has_any(names, terms);
  }

  Names tags_, categories_, authors_, sections_, excluded_;
  std::string lang_;
};

template <class Value>
std::optional<Value> own_of(const std::map<FeedKind, Value>& values, FeedKind kind) {
  const auto own = values.find(kind);
  return own == values.end() ? std::nullopt : std::optional(own->second);
}

class Planner {
 public:
  Planner(const Site& site, Diagnostics& findings)
      : site_(site), config_(site.config()), choice_(config_.feeds.choice), findings_(findings) {}

  std::vector<Feed> plan() {
    reserve_files();
    add_main();
    for (const KindRow& row : kinds)
      if (std::find(choice_.by.begin(), choice_.by.end(), row.kind) != choice_.by.end())
        add_kind(row);
    for (const model::ExtraFeed& extra : choice_.extra) add_extra(extra);
    return std::move(feeds_);
  }

 private:
  void reserve_files() {
    const auto reserve = [this](std::string_view file, const char* owner) {
      if (!file.empty()) owners_.emplace(file, Owner{owner, std::nullopt});
    };
    reserve(choice_.opml, "feeds.opml");
    reserve(choice_.sitemap, "feeds.sitemap");
    reserve(choice_.snippet, "feeds.snippet");
    if (config_.feeds.looks == model::Looks::ours)
      reserve(feed::stylesheet_name, "feeds.stylesheet");
  }

  [[nodiscard]] Feed begin(FeedKind kind) const {
    Feed feed;
    feed.kind = kind;
    feed.title = config_.site.title;
    feed.lang = config_.site.language;
    feed.formats = config_.feeds.formats;
    feed.content = own_of(choice_.contents, kind).value_or(config_.feeds.content);
    feed.limit = own_of(choice_.limits, kind).value_or(config_.feeds.limit);
    return feed;
  }

  void add_main() {
    Feed feed = begin(FeedKind::main);
    feed.name = "the main feed";
    set_paths(feed, "", "");
    for (std::size_t i = 0; i < site_.posts().size(); ++i)
      if (site_.posts().head(i).in_feeds) feed.posts.push_back(i);
    add(std::move(feed));
  }

  void add_kind(const KindRow& row) {
    struct Group {
      std::string term;
      Selection posts;
    };
    std::map<std::string, Group> groups;
    for (std::size_t i = 0; i < site_.posts().size(); ++i) {
      if (!site_.posts().head(i).in_feeds) continue;
      for (const std::string& term : row.terms(site_.posts()[i])) {
        if (term.empty()) continue;
        Group& group = groups.try_emplace(text::fold(term), Group{term, {}}).first->second;
        if (group.posts.empty() || group.posts.back() != i) group.posts.push_back(i);
      }
    }
    for (auto& [key, group] : groups) add_term(row, group.term, std::move(group.posts));
  }

  void add_term(const KindRow& row, const std::string& term, Selection posts) {
    Feed feed = begin(row.kind);
    feed.name = std::string(row.name) + " \"" + term + '"';
    feed.title += row.kind == FeedKind::lang ? " (" + term + ")" : ": " + term;
    if (row.kind == FeedKind::lang) feed.lang = term;
    const auto own = choice_.slugs.find(term);
    set_paths(feed, term, own == choice_.slugs.end() ? text::term_slug(term) : own->second);
    feed.posts = std::move(posts);
    add(std::move(feed));
  }

  void add_extra(const model::ExtraFeed& extra) {
    Feed feed = begin(FeedKind::extra);
    feed.name = "feeds.extra " + extra.path;
    feed.title = extra.title.empty() ? feed.title + ": " + extra.path : extra.title;
    if (!extra.lang.empty()) feed.lang = extra.lang;
    if (!extra.formats.empty()) feed.formats = extra.formats;
    feed.content = extra.content.value_or(feed.content);
    feed.limit = extra.limit.value_or(feed.limit);
    feed.query = extra.query;
    for (const Format format : feed.formats)
      feed.paths[static_cast<std::size_t>(format)] =
          model::extra_feed_path(extra.path, format, feed.formats);
    feed.posts = select(site_, Conditions(extra));
    add(std::move(feed));
  }

  void set_paths(Feed& feed, const std::string& term, const std::string& slug) const {
    const auto own = choice_.paths.find(feed.kind);
    for (const Format format : feed.formats) {
      const std::size_t i = static_cast<std::size_t>(format);
      const bool is_own = own != choice_.paths.end() && !own->second[i].empty();
      feed.paths[i] = model::feed_path(
          is_own ? std::string_view(own->second[i]) : model::default_feed_path(feed.kind), format,
          term, slug);
    }
  }

  struct Owner {
    std::string name;
    std::optional<FeedKind> kind;  ///< none of a file that is no feed
  };
  using Owners = std::map<std::string, Owner>;

  void add(Feed feed) {
    const Owner own{feed.name, feed.kind};
    for (const Format format : feed.formats) {
      const std::string& path = feed.paths[static_cast<std::size_t>(format)];
      const auto [owner, is_free] = owners_.emplace(path, own);
      if (!is_free) return report_collision(owner->second, own, path);
      if (const auto* other = find_crossing(path)) return report_crossing(*other, own, path);
      if (has_archives(choice_, feed))
        owners_.emplace(path.substr(0, path.rfind('/') + 1) + "archive/", own);
    }
    feeds_.push_back(std::move(feed));
  }

  /// A file above `path`, where it needs a folder, or one below it.
  [[nodiscard]] const Owners::value_type* find_crossing(const std::string& path) const {
    for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1))
      if (const auto above = owners_.find(path.substr(0, slash)); above != owners_.end())
        return &*above;
    const auto below = owners_.lower_bound(path + '/');
    return below != owners_.end() && below->first.starts_with(path + '/') ? &*below : nullptr;
  }

  static const char* way_out(const Owner& first, const Owner& second) {
    if (first.name == second.name) return "write {file} in its path, or give each format its own";
    if (first.kind == second.kind && first.kind != FeedKind::extra)
      return "write both terms in one way, or give one its own slug in `feeds: {slugs: {TERM: "
             "SLUG}}`";
    return "give one of the two another path, in `feeds: {paths: {KIND: …}}` or `feeds: {extra: "
           "…}`";
  }

  void report_collision(const Owner& first, const Owner& second, const std::string& path) {
    report(first.name == second.name
               ? second.name + " would have one file for all its formats: " + path
               : first.name + " and " + second.name + " would have one file: " + path,
           way_out(first, second));
  }

  void report_crossing(const Owners::value_type& first, const Owner& second,
                       const std::string& path) {
    const bool is_below = first.first.size() > path.size();
    const std::string& folder = is_below ? path : first.first;
    report((is_below ? first.second.name : second.name) + " would have a folder where " +
               (is_below ? second.name : first.second.name) + " has a file: " + folder,
           way_out(first.second, second));
  }

  void report(std::string message, const char* hint) {
    Diagnostic finding;
    finding.code = Code::pipeline_feed_collision;
    finding.message = std::move(message);
    finding.hint = hint;
    if (!config_.file.empty()) finding.file = io::shown(config_.file);
    findings_.add(std::move(finding));
  }

  const Site& site_;
  const model::SiteConfig& config_;
  const model::FeedChoice& choice_;
  Diagnostics& findings_;
  std::vector<Feed> feeds_;
  Owners owners_;  ///< of paths; a folder of archives ends in '/'
};

}  // namespace

std::vector<Feed> plan_feeds(const Site& site, Diagnostics& findings) {
  return Planner(site, findings).plan();
}

bool has_archives(const model::FeedChoice& choice, const Feed& feed) {
  return choice.archives == model::Archives::all ||
         (choice.archives == model::Archives::main && feed.kind == FeedKind::main);
}

}  // namespace blogsearch::pipeline
