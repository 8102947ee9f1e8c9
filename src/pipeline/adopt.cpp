// SPDX-License-Identifier: GPL-2.0-or-later
#include "blogsearch/pipeline/adopt.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "io/read.hpp"
#include "pipeline/completeness.hpp"
#include "pipeline/ids.hpp"
#include "pipeline/load.hpp"
#include "pipeline/old_entries.hpp"
#include "pipeline/turn.hpp"

namespace blogsearch::pipeline {
namespace {

using feed::OldEntry;
using model::Post;

/// Old feeds may hold a whole blog with its pictures inside.
constexpr std::size_t size_limit = 256U << 20U;

/// The entries of all feeds, each id once: one blog's feeds repeat their entries.
std::optional<std::vector<OldEntry>> read_feeds(std::span<const std::filesystem::path> feeds,
                                                Diagnostics& findings) {
  std::vector<OldEntry> all;
  std::set<std::pair<std::string, std::string>> known;
  bool are_all_read = true;
  for (const std::filesystem::path& file : feeds) {
    Result<std::string> bytes = io::read(file, size_limit);
    if (!bytes) {
      findings.add(std::move(bytes).error());
      are_all_read = false;
      continue;
    }
    auto entries = feed::read(io::shown(file), *std::move(bytes), findings);
    if (!entries) are_all_read = false;
    if (!entries) continue;
    for (OldEntry& entry : *entries)
      if (known.emplace(entry.id, page_key(entry.url).path).second) all.push_back(std::move(entry));
  }
  return are_all_read ? std::optional(std::move(all)) : std::nullopt;
}

std::vector<Page> pages_of(std::span<const Post> posts) {
  std::vector<Page> pages;
  for (const Post& post : posts) {
    Page page{{post.url}, post.title, post.published};
    page.urls.insert(page.urls.end(), post.aliases.begin(), post.aliases.end());
    if (!post.external.empty()) page.urls.push_back(post.external);
    pages.push_back(std::move(page));
  }
  return pages;
}

/// Gives entries to posts, in three passes: what is certain goes first.
class Adopting {
 public:
  Adopting(std::span<const Post> posts, const std::set<std::string>& written, Ids& ids,
           Adoption& adoption)
      : posts_(posts),
        pages_list_(pages_of(posts)),
        pages_(pages_list_),
        written_(written),
        ids_(ids),
        adoption_(adoption),
        given_(posts.size()) {
    for (std::size_t i = 0; i < posts.size(); ++i) owners_.emplace(posts[i].id, i);
  }

  void adopt(std::vector<OldEntry> entries) {
    entries = pass(std::move(entries), [this](const OldEntry& e) { return by_id(e); });
    entries = pass(std::move(entries), [this](const OldEntry& e) { return pages_.by_url(e); });
    adoption_.unmatched = by_title(std::move(entries));
  }

 private:
  /// The entries that `find` knows no post for.
  template <class Find>
  std::vector<OldEntry> pass(std::vector<OldEntry> entries, const Find& find) {
    std::vector<OldEntry> rest;
    for (OldEntry& entry : entries)
      if (const std::optional<std::size_t> post = find(entry))
        give(*post, entry.id);
      else
        rest.push_back(std::move(entry));
    return rest;
  }

  /// A title that two entries share tells neither; a post that has its entry takes no other.
  std::vector<OldEntry> by_title(std::vector<OldEntry> entries) {
    std::map<std::size_t, std::size_t> seekers;
    for (const OldEntry& entry : entries)
      if (const auto post = pages_.by_title(entry)) ++seekers[*post];
    return pass(std::move(entries), [&](const OldEntry& entry) -> std::optional<std::size_t> {
      const auto post = pages_.by_title(entry);
      if (!post || seekers[*post] != 1 || given_[*post]) return std::nullopt;
      return post;
    });
  }

  /// What the ledger or front matter says already.
  [[nodiscard]] std::optional<std::size_t> by_id(const OldEntry& entry) const {
    const auto owner = owners_.find(entry.id);
    if (owner == owners_.end() || !is_kept(owner->second)) return std::nullopt;
    return owner->second;
  }

  /// Whether the post's id is more than the one it would get today.
  [[nodiscard]] bool is_kept(std::size_t post) const {
    return is_written(post) || ids_.ledger().with_id(posts_[post].id) != nullptr;
  }
  [[nodiscard]] bool is_written(std::size_t post) const {
    return written_.count(posts_[post].path) != 0;
  }

  void give(std::size_t i, const std::string& id) {
    const Post& post = posts_[i];
    const std::string& own = given_[i] ? *given_[i] : post.id;
    if (own == id && (given_[i] || is_kept(i))) {
      given_[i] = id;
      ++adoption_.already;
      return;
    }
    using Reason = NotTaken::Reason;
    if (is_written(i))
      return adoption_.not_taken.push_back({model::shown(post), id, own, Reason::front_matter});
    if (given_[i])
      return adoption_.not_taken.push_back({model::shown(post), id, own, Reason::earlier_feed});
    const auto owner = owners_.find(id);
    if (owner != owners_.end() && owner->second != i && (is_kept(owner->second)))
      return adoption_.not_taken.push_back(
          {model::shown(post), id, model::shown(posts_[owner->second]), Reason::another_post});
    model::Ledger::Entry entry = ids_.names().entry(post);
    entry.id = id;
    ids_.put(std::move(entry));
    given_[i] = id;
    owners_[id] = i;
    adoption_.adopted.push_back(model::shown(post));
  }

  std::span<const Post> posts_;
  std::vector<Page> pages_list_;
  Pages pages_;
  const std::set<std::string>& written_;
  Ids& ids_;
  Adoption& adoption_;
  std::vector<std::optional<std::string>> given_;  ///< to each post: the id of its entry
  std::map<std::string, std::size_t> owners_;      ///< of ids
};

std::set<std::string> with_id_in_front_matter(const Posts& posts) {
  std::set<std::string> paths;
  for (const Post& post : posts)
    if (!post.id.empty()) paths.insert(post.path);
  return paths;
}

}  // namespace

std::optional<Adoption> adopt(const model::SiteConfig& config, const BuildOptions& options,
                              std::span<const std::filesystem::path> feeds, Diagnostics& findings) {
  if (!is_complete(config, findings)) return std::nullopt;
  Report report;
  const Result<std::optional<io::Lock>> turn = take_turn(config, options, report);
  if (!turn) {
    findings.add(turn.error());
    return std::nullopt;
  }
  std::optional<std::vector<OldEntry>> entries = read_feeds(feeds, findings);
  std::optional<Ids> ids = Ids::load(config, findings);
  if (!entries || !ids) return std::nullopt;
  std::optional<Stock> stock =
      load(config, find_files(config, findings), options, Memory(config), report, findings);
  if (!stock) return std::nullopt;
  const std::set<std::string> written = with_id_in_front_matter(stock->posts);
  ids->assign(stock->posts, report, findings);
  const Site site = Site::assemble(config, std::move(stock->posts), findings);
  const std::vector<Post> posts(site.posts().begin(), site.posts().end());

  Adoption adoption;
  Adopting(posts, written, *ids, adoption).adopt(*std::move(entries));
  if (!options.keep) return adoption;
  const Result<io::Change> change = ids->write();
  if (!change) {
    findings.add(change.error());
    return std::nullopt;
  }
  adoption.written = *change == io::Change::written;
  return adoption;
}

}  // namespace blogsearch::pipeline
