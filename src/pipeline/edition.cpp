// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/edition.hpp"

#include <algorithm>
#include <future>
#include <iterator>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "blogsearch/feed/writer.hpp"
#include "io/read.hpp"
#include "pipeline/built_page.hpp"
#include "pipeline/channel.hpp"
#include "pipeline/directory.hpp"
#include "pipeline/feed_body.hpp"
#include "pipeline/on_change.hpp"
#include "pipeline/preview.hpp"
#include "pipeline/query_selection.hpp"
#include "pipeline/render.hpp"
#include "pipeline/searched.hpp"
#include "pipeline/stop.hpp"
#include "state/config_fields.hpp"

namespace blogsearch::pipeline {
namespace {

namespace fs = std::filesystem;

/// How many of the newest posts of a feed a document may have.
std::size_t reach_of(const Feed& feed, const model::FeedChoice& choice) {
  const bool is_whole = feed.limit == 0 || has_archives(choice, feed) || !feed.query.empty();
  return is_whole ? feed.posts.size() : std::min(feed.limit, feed.posts.size());
}

Form form_of(const Document& document) { return {document.format, document.content}; }

std::vector<std::uint64_t> digests_of(const Posts& posts) {
  std::vector<std::uint64_t> digests;
  digests.reserve(posts.size());
  for (std::size_t i = 0; i < posts.size(); ++i) digests.push_back(posts.digest(i));
  return digests;
}

/// Goes on from the published index where that can be read.
Result<index::Writer> resume(const fs::path& folder, const Site& site, const Memory& memory,
                             const std::vector<std::uint64_t>& made_of) {
  const model::SiteConfig& config = site.config();
  std::vector<index::Holding> posts;
  for (std::size_t i = 0; i < made_of.size(); ++i)
    if (const model::Post post = site.posts()[i]; post.in_search)
      posts.push_back({post.id, post.lang, index_digest(made_of[i], config)});
  const bool is_known = memory.are_untouched(index::files_of(folder));
  return index::Writer::resume(folder, config.search, posts,
                               is_known ? index::Trust::known : index::Trust::unknown);
}

bool is_below(const fs::path& file, const fs::path& folder) {
  const fs::path relative = file.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

}  // namespace

Result<Edition> Edition::begin(const Site& site, const Memory& memory,
                               const std::optional<fs::path>& scratch, Start start,
                               Diagnostics& findings) {
  const model::SiteConfig& config = site.config();
  const fs::path folder = scratch ? *scratch / "index" : config.search.index;
  const std::vector<std::uint64_t> made_of = digests_of(site.posts());
  const bool resumes = start == Start::resumed && memory.may_resume();
  Result<index::Writer> index = resumes ? resume(folder, site, memory, made_of)
                                        : index::Writer::create(folder, config.search);
  if (!index) return std::move(index).error();
  Result<io::Spool> spool = io::Spool::make(folder);
  if (!spool) return std::move(spool).error();
  Result<BuiltArticles> articles = BuiltArticles::make(config);
  if (!articles) return std::move(articles).error();
  Edition edition(site, memory, scratch ? io::Release::Kind::rehearsal : io::Release::Kind::real,
                  std::move(*index), Entries(std::move(*spool), site.posts().size()),
                  *std::move(articles));
  edition.made_of_ = made_of;
  edition.plan(findings);
  return edition;
}

void Edition::plan(Diagnostics& findings) {
  feeds_ = plan_feeds(site_, findings);
  is_made_.resize(site_.posts().size());
  wanted_.resize(site_.posts().size());
  for (const Feed& feed : feeds_) {
    std::uint32_t wanted = 0;
    for (const model::Format format : feed.formats) {
      const Form form{format, feed.content};
      const auto place = std::find(forms_.begin(), forms_.end(), form);
      wanted |= std::uint32_t{1} << (place - forms_.begin());
      if (place == forms_.end()) forms_.push_back(form);
    }
    const std::size_t reach = reach_of(feed, site_.config().feeds.choice);
    for (std::size_t i = 0; i < reach; ++i) wanted_[feed.posts[i]] |= wanted;
  }
}

std::vector<Form> Edition::forms_of(std::size_t post) const {
  std::vector<Form> forms;
  for (std::size_t i = 0; i < forms_.size(); ++i)
    if ((wanted_[post] >> i & 1U) != 0) forms.push_back(forms_[i]);
  return forms;
}

std::vector<Edition::Hand> Edition::hands(std::size_t count) {
  for (std::size_t i = 0; i < site_.posts().size(); ++i)
    if (site_.posts().head(i).in_search) index_.expect(site_.posts()[i]);
  std::vector<Hand> hands;
  for (std::size_t i = 0; i < count; ++i) hands.push_back(index_.indexer());
  return hands;
}

const state::Rendered* Edition::recall(std::size_t i, const model::Post& post) const {
  if (post.in_search && !index_.has(post.id)) return nullptr;
  return memory_.rendered(post, state::digest_of(made_of_[i], forms_of(i)));
}

Made Edition::make(Hand& hand, std::size_t i) const {
  Made made;
  const model::Post post = site_.posts()[i];
  made.known = recall(i, post);
  if (made.known != nullptr) return made;
  const model::SiteConfig& config = site_.config();
  const std::vector<Form> forms = forms_of(i);
  if (forms.empty() && !post.in_search) return made;  // nobody will read it
  state::Rendered& rendered = made.rendered;
  const Result<markup::Document> body = fetch_body(post, config.limits);
  if (!body) {
    made.broken = body.error();
    return made;
  }
  if (body->is_unparsed()) rendered.findings.add(too_much_markup(post));
  if (post.in_search) {
    const model::Body parts = searched(post, body->parts(config.search.anchors),
                                       config.limits.search_size, rendered.findings);
    if (!index_.has(post.id))
      made.indexed = hand.add(post, parts, index_digest(made_of_[i], config));
  }
  rendered.looked_at = built_pages(post, forms, config.feeds.built);
  for (const std::string& name : body->unknown_shortcodes())
    rendered.unknown_shortcodes.push_back(name);
  made.entries = entries_of(post, *body, forms, config, articles_, rendered.findings);
  return made;
}

void Edition::take(std::size_t i, Made made) {
  is_made_[i] = true;
  if (made.known != nullptr) {
    for (const state::Entry& entry : made.known->entries) entries_.know(i, entry);
    made.rendered = *made.known;
    made.rendered.entries.clear();
  }
  for (const auto& [form, text] : made.entries) entries_.add(i, form, text);
  const state::Rendered& said = made.rendered;
  if (!said.unknown_shortcodes.empty() || !said.findings.empty() || !said.looked_at.empty())
    remarks_.emplace(i, std::move(made.rendered));
}

/// Whether all entries of a post that are only known stand in documents that are published still.
bool Edition::find_published(std::size_t i, const model::Post& post) {
  const state::Rendered* const before = recall(i, post);
  if (before == nullptr) return false;
  const std::vector<Form> forms = forms_of(i);
  return std::all_of(forms.begin(), forms.end(), [&](const Form& form) {
    const auto entry =
        std::find_if(before->entries.begin(), before->entries.end(),
                     [form](const state::Entry& each) { return each.form == number_of(form); });
    if (entry == before->entries.end() || !entry->place) return false;
    const fs::path* const file = memory_.file_of(*entry->place);
    return file != nullptr && entries_.find(i, form, *file, entry->place->begin);
  });
}

Result<void> Edition::make_again(std::size_t i) {
  const model::Post post = site_.posts()[i];
  if (find_published(i, post)) return {};
  const model::SiteConfig& config = site_.config();
  const Result<markup::Document> body = fetch_body(post, config.limits);
  if (!body) return body.error();
  Diagnostics said_already;
  for (const auto& [form, text] :
       entries_of(post, *body, forms_of(i), config, articles_, said_already))
    entries_.add(i, form, text);
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
    const Result<Selection> found = select_by_query(site_, *searcher, feed.query);
    if (!found) return found.error();
    Selection both;
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
  report.entries = preview(document, entries_, file_of(document.path));
  if (!report.entries) return {};
  return permit(*report.entries, options.fail_on);
}

Result<std::vector<std::size_t>> Edition::missing(const BuildOptions& options) {
  if (auto answered = answer_queries(); !answered) return std::move(answered).error();
  const bool is_main_wanted =
      options.preview || options.fail_on.id_change || options.fail_on.shrink;
  std::set<std::size_t> posts;
  for (const Feed& feed : feeds_) {
    const bool is_wanted = is_main_wanted && &feed == &feeds_.front();
    for (const Document& document :
         documents_of(site_, feed, alternates_of(feed, feeds_), entries_)) {
      if (!is_wanted && is_published(document)) continue;
      for (const std::size_t post : document.posts)
        if (!entries_.has_text(post, form_of(document))) posts.insert(post);
    }
  }
  return std::vector<std::size_t>(posts.begin(), posts.end());
}

/// All that its bytes are made of.
std::uint64_t Edition::made_of(const Document& document) const {
  std::vector<std::uint64_t> entries;
  entries.reserve(document.posts.size());
  for (const std::size_t post : document.posts)
    entries.push_back(entries_.digest(post, form_of(document)));
  const feed::Frame& frame = document.frame;
  return state::digest_of(frame.head, frame.separator, frame.tail, entries);
}

/// Where a feed of this path is, as the state knows it.
fs::path Edition::file_of(const std::string& path) const {
  return (site_.config().feeds.out / path).lexically_normal();
}

bool Edition::is_published(const Document& document) const {
  return memory_.written(file_of(document.path), made_of(document)) != nullptr;
}

Result<void> Edition::publish(const BuildOptions& options, Report& report) {
  if (auto finished = entries_.finish(); !finished) return finished;
  if (auto permitted = look_ahead(options, report); !permitted) return permitted;
  io::Release release(kind_);
  // The two have nothing to do with each other, and each takes one processor.
  std::future<Result<index::Searcher>> made =
      std::async(options.jobs > 1 ? std::launch::async : std::launch::deferred,
                 [this] { return index_.finish(); });
  for (const Feed& feed : feeds_)
    if (auto released = release_feed(feed, release, report); !released) return released;
  for (const Companion& file : directory_of(site_, feeds_)) {
    if (auto released = release_file(file.path, state::digest_of(file.bytes),
                                     io::content_of(file.bytes), release, report);
        !released)
      return released;
  }
  for (const fs::path& file : memory_.untouched_outputs())
    if (is_below(file, site_.config().feeds.out) && !outputs_.contains(file)) {
      release.remove(file);
      report.files_removed.push_back(io::shown(file));
    }
  if (auto synced = release.sync(); !synced) return synced;
  if (const auto index = made.get(); !index) return index.error();
  if (is_stopped(options, report)) return {};  // from here on there are only renames
  if (options.keep)
    if (auto noted = note_changes(site_.config(), report); !noted) return noted;
  if (auto published = index_.publish(); !published) return published;
  return release.commit();
}

Result<void> Edition::release_feed(const Feed& feed, io::Release& release, Report& report) {
  for (const Document& document :
       documents_of(site_, feed, alternates_of(feed, feeds_), entries_)) {
    auto released = release_file(document.path, made_of(document), bytes_of(document, entries_),
                                 release, report);
    if (!released) return released;
  }
  return {};
}

Result<void> Edition::release_file(const std::string& path, std::uint64_t made_of,
                                   const io::Content& content, io::Release& release,
                                   Report& report) {
  const fs::path file = file_of(path);
  report.files.push_back(io::shown(file));
  Written& written = outputs_[file];
  written.made_of = made_of;
  if (memory_.written(file, made_of) != nullptr) return {};
  const Result<io::Change> change = release.add(file, [&](const io::Sink& sink) {
    io::Digest digest;
    auto said = content([&](std::string_view bytes) {
      digest.add(bytes);
      sink(bytes);
    });
    written.bytes = digest.value();
    return said;
  });
  if (!change) return change.error();
  if (*change == io::Change::written) report.files_changed.push_back(report.files.back());
  return {};
}

std::vector<state::Output> Edition::outputs() const {
  std::vector<state::Output> outputs;
  for (const auto& [file, written] : outputs_) {
    const state::Output* known = memory_.written(file, written.made_of);
    outputs.push_back(
        known != nullptr ? *known
                         : state::Output{file, io::stamp_of(file), written.made_of, written.bytes});
  }
  for (fs::path& file : index::files_of(site_.config().search.index))
    outputs.push_back({file, io::stamp_of(file), 0, 0});
  return outputs;
}

void Edition::for_each_rendered(const std::vector<state::Output>& outputs,
                                const EachRendered& give) const {
  const PlacesByForm places = this->places(outputs);
  for (std::size_t i = 0; i < is_made_.size(); ++i) {
    if (!is_made_[i]) continue;
    const auto remark = remarks_.find(i);
    state::Rendered rendered = remark == remarks_.end() ? state::Rendered() : remark->second;
    rendered.post = made_of_[i];
    rendered.made_of = state::digest_of(made_of_[i], forms_of(i));
    rendered.entries = entries_.of(i);
    for (state::Entry& entry : rendered.entries)
      for (const auto& [form, of_posts] : places)
        if (entry.form == number_of(form)) entry.place = of_posts[i];
    give(site_.posts()[i], rendered);
  }
}

/// Of all entries, in the first of their documents.
Edition::PlacesByForm Edition::places(const std::vector<state::Output>& outputs) const {
  std::map<fs::path, std::uint64_t> numbers;
  for (const state::Output& output : outputs) numbers.emplace(output.file, numbers.size());
  PlacesByForm places;
  for (const Form& form : forms_) places[form].resize(site_.posts().size());
  for (const Feed& feed : feeds_)
    for (const Document& document :
         documents_of(site_, feed, alternates_of(feed, feeds_), entries_)) {
      const auto output = numbers.find(file_of(document.path));
      if (output == numbers.end()) continue;
      auto& of_posts = places[form_of(document)];
      for (const auto& [post, begin] : beginnings_of(document, entries_))
        if (!of_posts[post]) of_posts[post] = state::Place{output->second, begin};
    }
  return places;
}

state::Indexed Edition::indexed() const {
  std::map<std::string, std::uint64_t> posts;
  for (std::size_t i = 0; i < made_of_.size(); ++i) {
    if (!site_.posts().head(i).in_search || !is_made_[i]) continue;
    const model::Post post = site_.posts()[i];
    posts.emplace(post.id, index_digest(made_of_[i], site_.config()));
  }
  return indexed_of(posts);
}

state::Indexed indexed_of(const std::map<std::string, std::uint64_t>& posts) {
  return {posts.size(), state::digest_of(posts)};
}

std::uint64_t index_digest(std::uint64_t post, const model::SiteConfig& config) {
  return state::digest_of(post, config.search.language, config.search.anchors, config.limits.markup,
                          config.limits.search_size, std::string(BLOGSEARCH_VERSION));
}

}  // namespace blogsearch::pipeline
