// SPDX-License-Identifier: GPL-2.0-or-later
#include "pipeline/ids.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "io/read.hpp"
#include "pipeline/identity.hpp"
#include "pipeline/source.hpp"
#include "text/encoding.hpp"

namespace blogsearch::pipeline {
namespace {

namespace fs = std::filesystem;
using model::Ledger;
using model::Post;

fs::path normal(const fs::path& path) {
  std::error_code error;
  return fs::absolute(path, error).lexically_normal();
}

bool leads_out(std::string_view path) {
  return path.empty() || path == ".." || path.starts_with("../") || path.starts_with('/');
}

Diagnostic id_changed(const Post& post, const Ledger::Entry& published) {
  Diagnostic finding;
  finding.code = Code::pipeline_id_changed;
  finding.message = "the id of this post changes from " + published.id + " to " + post.id +
                    ": feed readers will show it as new";
  finding.hint = "write `id: " + published.id + "` to keep the id that readers know";
  finding.file = model::shown(post);
  const Result<Source> source = read_source(post.source);
  if (!source) return finding;
  const std::string_view header = source->text.bytes().substr(0, post.body.begin);
  const std::size_t begin = header.find(post.id);
  if (begin == std::string_view::npos) return finding;
  finding.span = {begin, begin + post.id.size()};
  return source->text.place(std::move(finding));
}

/// Brings posts and entries together. An entry is claimed once.
class Matching {
 public:
  Matching(Posts& site, const Ledger& ledger, const LedgerNames& names, fs::path folder)
      : site_(site), ledger_(ledger), folder_(std::move(folder)) {
    posts_.reserve(site.size());
    for (const Post& post : site) {
      Candidate& candidate = posts_.emplace_back();
      candidate.post = posts_.size() - 1;
      candidate.id = post.id;
      candidate.path = names.path(post.source);
      candidate.url = names.url(post.url);
      for (const std::string& alias : post.aliases)
        candidate.aliases.emplace_back(names.url(alias));
      candidate.body_digest = post.body_digest;
    }
    std::sort(posts_.begin(), posts_.end(),
              [](const Candidate& a, const Candidate& b) { return a.path < b.path; });
  }

  void by_front_matter(Diagnostics& findings) {
    for (Candidate& candidate : posts_) {
      if (is_free(candidate)) continue;
      const Ledger::Entry* published = ledger_.with_path(candidate.path);
      if (published != nullptr && published->id != candidate.id)
        findings.add(id_changed(site_[candidate.post], *published));
      if (published != nullptr) claimed_.insert(published->id);
      claimed_.insert(candidate.id);
    }
  }

  void by_path() {
    for (Candidate& candidate : posts_)
      if (const auto* entry = ledger_.with_path(candidate.path); is_free(candidate) && entry)
        give(candidate, entry->id);
  }

  void by_body() {
    std::map<std::uint64_t, std::vector<Candidate*>> seekers;
    for (Candidate& candidate : posts_)
      if (is_free(candidate) && candidate.body_digest != 0)
        seekers[candidate.body_digest].push_back(&candidate);
    std::map<std::uint64_t, std::vector<const Ledger::Entry*>> entries;
    for (const Ledger::Entry& entry : ledger_.entries())
      if (seekers.count(entry.digest) != 0 && !is_claimed(entry))
        entries[entry.digest].push_back(&entry);
    for (const auto& [digest, found] : entries)
      if (const auto& posts = seekers[digest]; posts.size() == 1 && found.size() == 1)
        if (is_left_to(*posts.front(), *found.front())) give(*posts.front(), found.front()->id);
  }

  /// First the URL that a post has, then those that it had.
  void by_url() {
    std::map<std::string_view, std::vector<const Ledger::Entry*>> entries;
    for (const Ledger::Entry& entry : ledger_.entries())
      if (!is_claimed(entry)) entries[entry.url].push_back(&entry);
    const auto offer = [&](Candidate& candidate, std::string_view url) {
      const auto found = entries.find(url);
      if (!is_free(candidate) || found == entries.end() || found->second.size() != 1) return;
      const Ledger::Entry& entry = *found->second.front();
      if (!is_claimed(entry) && is_left_to(candidate, entry)) give(candidate, entry.id);
    };
    for (Candidate& candidate : posts_) offer(candidate, candidate.url);
    for (Candidate& candidate : posts_)
      for (const std::string& alias : candidate.aliases) offer(candidate, alias);
  }

  void by_making(const model::SiteConfig& config, Report& report) {
    for (Candidate& candidate : posts_) {
      if (!is_free(candidate)) continue;
      const std::string base = new_id(site_[candidate.post], config);
      std::string id = base;
      for (int n = 2; claimed_.count(id) != 0 || ledger_.with_id(id) != nullptr; ++n)
        id = base + "#" + std::to_string(n);
      give(candidate, std::move(id));
    }
    if (ledger_.empty()) return;
    for (const Candidate& candidate : posts_) {
      const Ledger::Entry* before = ledger_.with_id(candidate.id);
      if (before == nullptr || before->path != candidate.path)
        report.ids.push_back({model::shown(site_[candidate.post]), candidate.id,
                              before == nullptr ? "" : before->path});
    }
  }

 private:
  /// Places as LedgerNames says them.
  struct Candidate {
    std::size_t post = 0;  ///< its place in `site_`
    std::string id;        ///< empty: none yet
    std::string path, url;
    std::vector<std::string> aliases;
    std::uint64_t body_digest = 0;
  };

  static bool is_free(const Candidate& candidate) { return candidate.id.empty(); }
  [[nodiscard]] bool is_claimed(const Ledger::Entry& entry) const {
    return claimed_.count(entry.id) != 0;
  }

  void give(Candidate& candidate, std::string id) {
    candidate.id = std::move(id);
    claimed_.insert(candidate.id);
    Post post = site_[candidate.post];
    post.id = candidate.id;
    site_.put(candidate.post, post);
  }

  /// Whether the entry's post is no more, or is the same one in another place.
  [[nodiscard]] bool is_left_to(const Candidate& candidate, const Ledger::Entry& entry) const {
    const auto same = std::lower_bound(
        posts_.begin(), posts_.end(), entry.path,
        [](const Candidate& post, const std::string& path) { return post.path < path; });
    if (same != posts_.end() && same->path == entry.path) return false;
    const bool is_same = entry.digest == candidate.body_digest && entry.url == candidate.url;
    std::error_code error;
    return is_same || !fs::exists(folder_ / entry.path, error);
  }

  Posts& site_;
  const Ledger& ledger_;
  fs::path folder_;
  std::vector<Candidate> posts_;        ///< by path
  std::set<std::string_view> claimed_;  ///< ids, of posts and of the ledger
};

}  // namespace

LedgerNames::LedgerNames(const model::SiteConfig& config)
    : site_url_(config.site.url),
      ground_(config.ledger.parent_path()),
      folder_(normal(config.ledger).parent_path()) {}

const fs::path& LedgerNames::canonical(const fs::path& folder) const {
  const auto [place, is_new] = canonical_.try_emplace(folder);
  std::error_code ignored;
  if (is_new) place->second = fs::weakly_canonical(folder, ignored);
  return place->second;
}

std::string LedgerNames::path(const std::string& file) const {
  if (std::string inward = ground_.inward(file); !leads_out(inward)) return inward;
  const fs::path place = normal(file);
  const fs::path relative = place.lexically_relative(folder_);
  const fs::path canonical = (this->canonical(place.parent_path()) / place.filename())
                                 .lexically_relative(this->canonical(folder_));
  return (leads_out(canonical.native()) ? relative : canonical).native();
}

std::string_view LedgerNames::url(std::string_view url) const {
  if (site_url_.empty() || !url.starts_with(site_url_)) return url;
  return url.substr(site_url_.size() - 1);
}

Ledger::Entry LedgerNames::entry(const Post& post) const {
  return {post.id, post.body_digest, std::string(url(post.url)), path(post.source)};
}

std::optional<Ids> Ids::load(const model::SiteConfig& config, Diagnostics& findings) {
  if (config.ledger.empty()) return Ids(config, {});
  Result<std::string> bytes = io::read(config.ledger);
  if (!bytes && bytes.error().code == Code::io_not_found) return Ids(config, {});
  if (!bytes) {
    findings.add(std::move(bytes).error());
    return std::nullopt;
  }
  const SourceText source(io::shown(config.ledger), text::to_utf8(*std::move(bytes)));
  Diagnostics mistakes;
  std::optional<Ledger> ledger = Ledger::parse(source.bytes(), mistakes);
  for (const Diagnostic& mistake : mistakes) findings.add(source.place(mistake));
  if (!ledger) return std::nullopt;
  return Ids(config, *std::move(ledger));
}

void Ids::assign(Posts& posts, Report& report, Diagnostics& findings) {
  Matching matching(posts, ledger_, names_, config_.ledger.parent_path());
  matching.by_front_matter(findings);
  matching.by_path();
  matching.by_body();
  matching.by_url();
  matching.by_making(config_, report);
}

void Ids::put(Ledger::Entry entry) { is_changed_ = ledger_.put(std::move(entry)) || is_changed_; }

Result<io::Change> Ids::keep(const Posts& posts) {
  for (const Post& post : posts) put(names_.entry(post));
  return write();
}

Result<io::Change> Ids::write() const {
  if (config_.ledger.empty() || !is_changed_) return io::Change::unchanged;
  return io::replace(config_.ledger, ledger_.print());
}

}  // namespace blogsearch::pipeline
