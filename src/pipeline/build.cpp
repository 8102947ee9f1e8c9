// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/pipeline/build.hpp"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <utility>

#include "io/read.hpp"
#include "io/release.hpp"
#include "io/temporary_folder.hpp"
#include "pipeline/completeness.hpp"
#include "pipeline/directory.hpp"
#include "pipeline/edition.hpp"
#include "pipeline/feed_links.hpp"
#include "pipeline/ground.hpp"
#include "pipeline/ids.hpp"
#include "pipeline/left_out.hpp"
#include "pipeline/load.hpp"
#include "pipeline/memory.hpp"
#include "pipeline/on_change.hpp"
#include "pipeline/render_all.hpp"
#include "pipeline/stop.hpp"
#include "pipeline/turn.hpp"
#include "state/fields.hpp"
#include "state/state.hpp"

namespace blogsearch::pipeline {
namespace {

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

Site assemble(const model::SiteConfig& config, Posts posts, Report& report, Diagnostics& findings) {
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

std::string joined(const std::vector<std::string>& patterns) {
  std::string text;
  for (const std::string& pattern : patterns) text += (text.empty() ? "" : ", ") + pattern;
  return text;
}

void warn_of_no_posts(const model::SiteConfig& config, const Report& report,
                      Diagnostics& findings) {
  Diagnostic finding;
  finding.code = Code::pipeline_no_posts;
  if (report.read == 0) {
    finding.message = "no file matches posts.include; nothing was written";
    finding.hint = "check the path; posts.include is " + joined(config.posts.include);
    if (!config.posts.exclude.empty())
      finding.hint += ", posts.exclude " + joined(config.posts.exclude);
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

/// What was remembered of some posts is not enough for the documents that have to change.
Result<void> render_missing(const BuildOptions& options, Edition& edition) {
  const Result<std::vector<std::size_t>> missing = edition.missing(options);
  if (!missing) return missing.error();
  for (const std::size_t i : *missing)
    if (auto made = edition.make_again(i); !made) return made;
  return {};
}

/// What publishing leaves for the state.
struct Published {
  std::vector<state::Output> outputs;
  state::Indexed indexed;
  std::size_t posts = 0;
  std::string rendered;  ///< what became of them, packed
  std::vector<state::Witness> looked_at;
};

/// Counts changes, too.
Published published_by(const Edition& edition, const Memory& memory, Report& report) {
  Published published;
  published.outputs = edition.outputs();
  published.indexed = edition.indexed();
  edition.for_each_rendered(
      published.outputs, [&](const model::Post& post, const state::Rendered& rendered) {
        memory.count_change(post.path, rendered.post, report);
        ++published.posts;
        published.rendered += state::pack(post.path, rendered, memory.ground());
        published.looked_at.insert(published.looked_at.end(), rendered.looked_at.begin(),
                                   rendered.looked_at.end());
      });
  memory.count_removed(report);
  return published;
}

/// Everything but the ids and the state, which is to be written when these are.
Result<Published> publish(const Site& site, const BuildOptions& options, const Memory& memory,
                          Start start, Report& report, Diagnostics& findings) {
  std::optional<io::TemporaryFolder> scratch;
  if (!options.keep) {
    Result<io::TemporaryFolder> made = io::TemporaryFolder::make();
    if (!made) return std::move(made).error();
    scratch.emplace(std::move(*made));
  }
  Stopwatch watch(report);
  Result<Edition> edition = Edition::begin(
      site, memory, scratch ? std::optional(scratch->path()) : std::nullopt, start, findings);
  if (!edition) return std::move(edition).error();
  if (auto rendered = render_all(site, options, *edition, report, findings); !rendered)
    return std::move(rendered).error();
  watch.stop("index");
  if (report.stopped || (options.strict && findings.has_errors())) return Published();
  if (auto rendered = render_missing(options, *edition); !rendered)
    return std::move(rendered).error();
  if (auto published = edition->publish(options, report); !published)
    return std::move(published).error();
  report.published = options.keep && !report.stopped;
  watch.stop("publish");
  return published_by(*edition, memory, report);
}

/// Once more, without the published index, where that is damaged: the posts are all that counts.
Result<Published> publish_surely(const Site& site, const BuildOptions& options,
                                 const Memory& memory, Report& report, Diagnostics& findings) {
  Report told = report;
  Diagnostics found = findings;
  Result<Published> published = publish(site, options, memory, Start::resumed, told, found);
  const bool is_damaged = !published && published.error().code == Code::index_damaged;
  if (is_damaged) {
    told = report;
    found = findings;
    Diagnostic finding = std::move(published).error();
    finding.code = Code::index_rebuilt;
    finding.hint = "it is built anew from the posts";
    found.add(std::move(finding));
    published = publish(site, options, memory, Start::anew, told, found);
  }
  report = std::move(told);
  findings = std::move(found);
  return published;
}

/// Where it cannot be written the next build does more than it need.
Result<void> remember(const model::SiteConfig& config, const Memory& memory, Stock stock,
                      state::Glance glance, Published published) {
  const std::filesystem::path file = state_file(config);
  if (file.empty()) return {};
  glance.asked = memory.asked();
  glance.here = memory.here();
  glance.looked = memory.looked();
  glance.period = stock.period;
  glance.looked_at = std::move(stock.looked_at);
  glance.looked_at.insert(glance.looked_at.end(), published.looked_at.begin(),
                          published.looked_at.end());
  glance.outputs = std::move(published.outputs);
  glance.indexed = published.indexed;
  if (!config.ledger.empty()) glance.looked_at.push_back(state::look_at(config.ledger));
  const state::List rendered{published.posts, io::content_of(published.rendered)};
  const Result<io::Change> written =
      io::replace(file, state::encode(stock.sources, glance, rendered, memory.ground()));
  return written ? Result<void>() : written.error();
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

/// Whether another run might not say all this again: an id is changed once, and a disk may be well
/// again.
bool has_news(const Diagnostics& findings) {
  return std::any_of(findings.begin(), findings.end(), [](const Diagnostic& finding) {
    return finding.code == Code::pipeline_id_changed || finding.fault() == Fault::environment;
  });
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

/// The story of who has the turn.
Report build_site(const model::SiteConfig& config, const BuildOptions& options,
                  const std::optional<io::Lock>& turn, Diagnostics& findings) {
  Report report;
  Stopwatch watch(report);
  Memory memory = Memory::open(config, options, findings);
  Walk walk;
  walk.files = find_files(config, walk.findings);
  if (memory.is_up_to_date(walk, options.now)) return memory.repeat(options, findings);
  if (turn) sign(*turn);
  memory.recollect();
  findings.add(walk.findings);
  std::optional<Ids> ids = Ids::load(config, findings);
  if (!ids) return report;
  std::optional<Stock> stock =
      load(config, std::exchange(walk.files, {}), options, memory, report, findings);
  if (!stock) return report;
  ids->assign(stock->posts, report, findings);
  const Site site = assemble(config, std::move(stock->posts), report, findings);
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

  Result<Published> published = publish_surely(site, options, memory, report, findings);
  if (!published) findings.add(published.error());
  if (!options.html.empty() && !report.stopped) check_pages(site, options, findings);
  if (!report.published) return report;
  if (auto kept = ids->keep(site.posts()); !kept) findings.add(std::move(kept).error());
  if (!published) return report;
  state::Glance glance;
  glance.walked = walk.digest();
  glance.findings = findings;
  glance.has_news = has_news(findings);
  glance.report = pack(report, memory.ground());
  if (auto kept =
          remember(config, memory, *std::move(stock), std::move(glance), *std::move(published));
      !kept)
    findings.add(std::move(kept).error());
  return report;
}

}  // namespace

Report build(const model::SiteConfig& given, const BuildOptions& options,
             Diagnostics& all_findings) {
  const model::SiteConfig config = settled(given);
  Report report;
  Diagnostics findings;
  if (is_complete(config, findings)) {
    const Result<std::optional<io::Lock>> turn = take_turn(config, options, report);
    if (turn) {
      report = build_site(config, options, *turn, findings);
      if (report.published) tell_changes(config, options, report, findings);
    } else {
      findings.add(turn.error());
    }
  }
  all_findings.add(std::move(findings));
  return report;
}

}  // namespace blogsearch::pipeline
