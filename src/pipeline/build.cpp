// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/pipeline/build.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

#include "io/read.hpp"
#include "io/temporary_folder.hpp"
#include "markup/document.hpp"
#include "pipeline/built_page.hpp"
#include "pipeline/completeness.hpp"
#include "pipeline/directory.hpp"
#include "pipeline/edition.hpp"
#include "pipeline/feed_links.hpp"
#include "pipeline/ids.hpp"
#include "pipeline/left_out.hpp"
#include "pipeline/load.hpp"
#include "pipeline/source.hpp"
#include "pipeline/stop.hpp"
#include "pipeline/turn.hpp"

namespace blogsearch::pipeline {
namespace {

using model::Site;

/// Tells the report how long each stage took; no output depends on it.
class Stopwatch {
 public:
  explicit Stopwatch(Report& report) : report_(report) {}
  void stop(std::string stage) {
    const auto now = std::chrono::steady_clock::now();
    report_.seconds.emplace_back(std::move(stage),
                                 std::chrono::duration<double>(now - begin_).count());
    begin_ = now;
  }

 private:
  Report& report_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

Site assemble(const model::SiteConfig& config, std::vector<model::Post> posts, Report& report,
              Diagnostics& findings) {
  Diagnostics doubles;
  Site site = Site::assemble(config, std::move(posts), doubles);
  for (const Diagnostic& finding : doubles)
    report.broken.push_back(broken_by(finding.file, finding));
  findings.add(std::move(doubles));
  report.posts = site.posts().size();
  return site;
}

/// Nothing found is rather a mistyped path, a disk that is not mounted or a header in another
/// dialect than an empty site: what was published stays. A post held back is found, and empties
/// the feeds.
bool is_nothing_found(const Report& report) {
  return report.posts == 0 && report.held_back.empty();
}

bool is_git_asked(const model::SiteConfig& config) {
  const auto& sources = config.posts.date_from;
  return std::find(sources.begin(), sources.end(), model::DateSource::git) != sources.end();
}

void warn_of_no_posts(const model::SiteConfig& config, const Report& report,
                      Diagnostics& findings) {
  Diagnostic finding;
  finding.code = Code::pipeline_no_posts;
  if (report.read == 0) {
    finding.message = "no file matches posts.include; nothing was written";
    finding.hint = "check the path, posts.include and posts.exclude";
  } else {
    const std::string files =
        report.read == 1 ? "1 file matches" : std::to_string(report.read) + " files match";
    finding.message = files + " posts.include, none has a date; nothing was written";
    finding.hint = "add a line `date: 2024-05-17` to the front matter of each post";
    if (!is_git_asked(config))
      finding.hint += ", or `posts: {date_from: [frontmatter, filename, git]}` to blogsearch.yaml";
  }
  finding.file = io::shown(config.posts.paths.front());
  findings.add(std::move(finding));
}

Result<markup::Document> fetch_body(const model::Post& post) {
  Result<Source> source = read_source(post.source);
  const bool is_gone = !source && source.error().code == Code::io_not_found;
  if (!source && !is_gone) return std::move(source).error();
  if (is_gone || source->digest != post.digest) {
    Diagnostic finding;
    finding.code = Code::pipeline_post_changed;
    finding.message = std::string("the file ") + (is_gone ? "vanished" : "changed") +
                      " while the site was being built";
    finding.hint = "build again";
    finding.file = post.path;
    return finding;
  }
  return markup::Document(source->text.at(post.body), post.url, markup::flavour_of(post.source),
                          post.excerpt_separator);
}

/// Each kind once, in the order of names.
void note_unknown_shortcodes(const model::Post& post, const markup::Document& body,
                             Report& report) {
  auto& known = report.unknown_shortcodes;
  for (const std::string& name : body.unknown_shortcodes()) {
    const auto place = std::lower_bound(
        known.begin(), known.end(), name,
        [](const UnknownShortcode& a, const std::string& b) { return a.name < b; });
    const bool is_new = place == known.end() || place->name != name;
    ++(is_new ? known.insert(place, {name, 0, post.path}) : place)->posts;
  }
}

/// Post by post: body in, feeds and index on, body dropped.
Result<void> render(const Site& site, const BuildOptions& options, Edition& edition, Report& report,
                    Diagnostics& findings) {
  Diagnostics found;
  for (std::size_t i = 0; i < site.posts().size() && !is_stopped(options, report); ++i) {
    Result<markup::Document> body = fetch_body(site.posts()[i]);
    if (body) {
      note_unknown_shortcodes(site.posts()[i], *body, report);
      if (auto added = edition.add(i, *body, found); !added) {
        findings.add(std::move(found));
        return added;
      }
    } else {
      report.broken.push_back(broken_by(site.posts()[i].path, body.error()));
      found.add(std::move(body).error());
    }
    if (options.progress) options.progress("indexing", i + 1, site.posts().size());
  }
  findings.add(summed_up(found));
  return {};
}

Result<void> publish(const Site& site, const BuildOptions& options, Report& report,
                     Diagnostics& findings, Stopwatch& watch) {
  std::optional<io::TemporaryFolder> scratch;
  if (!options.keep) {
    Result<io::TemporaryFolder> made = io::TemporaryFolder::make();
    if (!made) return std::move(made).error();
    scratch.emplace(std::move(*made));
  }
  Result<Edition> edition =
      Edition::begin(site, scratch ? std::optional(scratch->path()) : std::nullopt, findings);
  if (!edition) return std::move(edition).error();
  if (auto rendered = render(site, options, *edition, report, findings); !rendered) return rendered;
  watch.stop("index");
  if (report.stopped || (options.strict && findings.has_errors())) return {};
  if (auto published = edition->publish(options, report); !published) return published;
  report.published = options.keep && !report.stopped;
  watch.stop("publish");
  return {};
}

/// Whether each built page names a feed that is for every page, such as that of its language;
/// pages may name any of the others, too.
void check_pages(const Site& site, const BuildOptions& options, Diagnostics& findings) {
  Diagnostics told;  // while the feeds were written
  std::vector<FeedLink> main, others;
  for (const Feed& feed : plan_feeds(site, told)) {
    std::vector<FeedLink>& links = is_for_every_page(feed) ? main : others;
    for (FeedLink& link : links_of(site.config(), feed)) links.push_back(std::move(link));
  }
  check_feed_links(site, options.html, main, others, findings);
}

/// Against the ledger, which knows all posts ever published.
bool has_id_change(const Diagnostics& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Diagnostic& finding) {
    return finding.code == Code::pipeline_id_changed;
  });
}

Diagnostic refusal() {
  Diagnostic finding;
  finding.code = Code::pipeline_refused;
  finding.message = "ids of published entries would change; nothing was published";
  finding.hint = "give the posts named above their old ids";
  return finding;
}

}  // namespace

Report build(const model::SiteConfig& config, const BuildOptions& options, Diagnostics& findings) {
  Report report;
  if (!is_complete(config, findings)) return report;

  const Result<std::optional<io::Lock>> turn = take_turn(config, options, report);
  if (!turn) {
    findings.add(turn.error());
    return report;
  }
  Stopwatch watch(report);
  std::optional<Ids> ids = Ids::load(config, findings);
  if (!ids) return report;
  std::optional<std::vector<model::Post>> posts = load(config, options, report, findings);
  if (!posts) return report;
  ids->assign(*posts, report, findings);
  const Site site = assemble(config, *std::move(posts), report, findings);
  watch.stop("read");
  if (is_nothing_found(report)) {
    if (!findings.has_errors()) warn_of_no_posts(config, report, findings);
    return report;
  }
  if (options.strict && findings.has_errors()) return report;
  if (options.fail_on.id_change && has_id_change(findings)) {
    findings.add(refusal());
    return report;
  }

  if (auto published = publish(site, options, report, findings, watch); !published)
    findings.add(std::move(published).error());
  if (!options.html.empty() && !report.stopped) check_pages(site, options, findings);
  if (!report.published) return report;
  if (auto kept = ids->keep(site.posts()); !kept) findings.add(std::move(kept).error());
  return report;
}

}  // namespace blogsearch::pipeline
