// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/edition.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>

#include "blogsearch/feed/writer.hpp"
#include "io/read.hpp"
#include "pipeline/channel.hpp"
#include "pipeline/directory.hpp"
#include "pipeline/feed_body.hpp"
#include "pipeline/preview.hpp"
#include "pipeline/query_selection.hpp"
#include "pipeline/stop.hpp"

namespace blogsearch::pipeline {
namespace {

namespace fs = std::filesystem;

/// How many of the newest posts of a feed a document may have.
std::size_t reach_of(const Feed& feed, const model::FeedChoice& choice) {
  const bool is_whole = feed.limit == 0 || has_archives(choice, feed) || !feed.query.empty();
  return is_whole ? feed.posts.size() : std::min(feed.limit, feed.posts.size());
}

/// Refuses what readers must not see.
Result<void> permit(const FeedChanges& changes, const FailOn& fail_on) {
  Diagnostic finding;
  finding.code = Code::pipeline_refused;
  if (fail_on.id_change && !changes.id_changes.empty()) {
    const IdChange& first = changes.id_changes.front();
    finding.message = std::to_string(changes.id_changes.size()) +
                      " published entries would have another id, the first " + first.after.id +
                      " in place of " + first.before.id + "; nothing was published";
    finding.hint = "run `blogsearch adopt` with the feed that is published, so that ids stay";
    return finding;
  }
  if (fail_on.shrink && changes.is_shrinking()) {
    finding.message = "the main feed would have " + std::to_string(changes.after) +
                      " entries in place of " + std::to_string(changes.before) +
                      "; nothing was published";
    finding.hint = "if that is meant, build once without `--fail-on shrink`";
    return finding;
  }
  return {};
}

}  // namespace

Result<Edition> Edition::begin(const model::Site& site, const std::optional<fs::path>& scratch,
                               Diagnostics& findings) {
  const model::SiteConfig& config = site.config();
  const fs::path folder = scratch ? *scratch / "index" : config.search.index;
  Result<index::Writer> index = index::Writer::create(folder, config.search);
  if (!index) return std::move(index).error();
  Result<io::Spool> spool = io::Spool::make(folder);
  if (!spool) return std::move(spool).error();
  Edition edition(site, scratch ? io::Release::Kind::rehearsal : io::Release::Kind::real,
                  std::move(*index), Entries(std::move(*spool), site.posts().size()));
  edition.plan(findings);
  return edition;
}

void Edition::plan(Diagnostics& findings) {
  feeds_ = plan_feeds(site_, findings);
  forms_.resize(site_.posts().size());
  for (const Feed& feed : feeds_) {
    const std::size_t reach = reach_of(feed, site_.config().feeds.choice);
    for (std::size_t i = 0; i < reach; ++i) {
      std::vector<Form>& forms = forms_[feed.posts[i]];
      for (const model::Format format : feed.formats)
        if (const Form form{format, feed.content};
            std::find(forms.begin(), forms.end(), form) == forms.end())
          forms.push_back(form);
    }
  }
}

Result<void> Edition::add(std::size_t i, const markup::Document& body, Diagnostics& findings) {
  const model::Post& post = site_.posts()[i];
  if (post.in_search)
    if (auto added = index_.add(post, body.parts(site_.config().search.anchors)); !added)
      return added;
  std::map<model::Content, FeedBody> bodies;
  for (const auto& [format, content] : forms_[i]) {
    auto known = bodies.find(content);
    if (known == bodies.end())
      known =
          bodies.emplace(content, feed_body_of(post, body, content, site_.config().feeds, findings))
              .first;
    const FeedBody& made = known->second;
    entries_.add(i, format, content,
                 feed::entry(format, post, {made.html, made.summary}, home_of(site_.config())));
  }
  return {};
}

/// Leaves in a feed by a query what the new index says.
Result<void> Edition::answer_queries() {
  std::optional<index::Searcher> searcher;
  for (Feed& feed : feeds_) {
    if (feed.query.empty()) continue;
    if (!searcher) {
      Result<index::Searcher> opened = index_.finish();
      if (!opened) return std::move(opened).error();
      searcher.emplace(std::move(*opened));
    }
    const Result<model::Selection> found = select_by_query(site_, *searcher, feed.query);
    if (!found) return found.error();
    model::Selection both;
    std::set_intersection(feed.posts.begin(), feed.posts.end(), found->begin(), found->end(),
                          std::back_inserter(both));
    feed.posts = std::move(both);
  }
  return {};
}

/// Of the main feed, which is the first.
Result<void> Edition::look_ahead(const BuildOptions& options, Report& report) const {
  if (!options.preview && !options.fail_on.id_change && !options.fail_on.shrink) return {};
  if (feeds_.empty()) return {};
  const std::vector<Document> documents = documents_of(site_, feeds_.front(), {}, entries_);
  const auto xml = std::find_if(documents.begin(), documents.end(), [](const Document& each) {
    return each.format != model::Format::json;
  });
  const Document& document = xml == documents.end() ? documents.front() : *xml;
  report.entries = preview(document, entries_, site_.config().feeds.out / document.path);
  if (!report.entries) return {};
  return permit(*report.entries, options.fail_on);
}

Result<void> Edition::publish(const BuildOptions& options, Report& report) {
  if (auto finished = entries_.finish(); !finished) return finished;
  if (auto answered = answer_queries(); !answered) return answered;
  if (auto permitted = look_ahead(options, report); !permitted) return permitted;
  io::Release release(kind_);
  for (const Feed& feed : feeds_)
    if (auto released = release_feed(feed, release, report); !released) return released;
  for (const Companion& file : directory_of(site_, feeds_)) {
    const io::Content content = [&file](const io::Sink& sink) {
      sink(file.bytes);
      return Result<void>();
    };
    if (auto released = release_file(file.path, content, release, report); !released)
      return released;
  }
  if (const auto made = index_.finish(); !made) return made.error();
  if (is_stopped(options, report)) return {};  // from here on there are only renames
  if (auto published = index_.publish(); !published) return published;
  return release.commit();
}

Result<void> Edition::release_feed(const Feed& feed, io::Release& release, Report& report) const {
  for (const Document& document :
       documents_of(site_, feed, alternates_of(feed, feeds_), entries_)) {
    auto released = release_file(document.path, bytes_of(document, entries_), release, report);
    if (!released) return released;
  }
  return {};
}

Result<void> Edition::release_file(const std::string& path, const io::Content& content,
                                   io::Release& release, Report& report) const {
  const fs::path file = site_.config().feeds.out / path;
  const Result<io::Change> change = release.add(file, content);
  if (!change) return change.error();
  report.files.push_back(io::shown(file));
  if (*change == io::Change::written) report.files_changed.push_back(report.files.back());
  return {};
}

}  // namespace blogsearch::pipeline
