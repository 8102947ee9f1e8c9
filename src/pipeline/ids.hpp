// SPDX-License-Identifier: GPL-2.0-or-later
//
// Permanent ids: which post was published under which id, whatever became of its file, its slug
// and the site's domain since.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "blogsearch/model/ledger.hpp"
#include "blogsearch/model/post.hpp"
#include "blogsearch/pipeline/build.hpp"
#include "io/ground.hpp"
#include "io/release.hpp"
#include "pipeline/site.hpp"

namespace blogsearch::pipeline {

/// How a ledger names files and URLs, so that neither the place of the site on a disk nor its
/// domain is in it.
class LedgerNames {
 public:
  explicit LedgerNames(const model::SiteConfig& config);

  /// From the ledger's folder. Where a symbolic link on the way there leads out of the folder
  /// and back, it is followed.
  [[nodiscard]] std::string path(const std::string& file) const;

  /// What of `url` is below the site's, with a leading '/'; one that is elsewhere stays whole.
  [[nodiscard]] std::string_view url(std::string_view url) const;

  [[nodiscard]] model::Ledger::Entry entry(const model::Post& post) const;

 private:
  [[nodiscard]] const std::filesystem::path& canonical(const std::filesystem::path& folder) const;

  std::string site_url_;
  io::Ground ground_;
  std::filesystem::path folder_;
  mutable std::map<std::filesystem::path, std::filesystem::path> canonical_;  ///< asked for so far
};

/// The ids of a site in one run.
class Ids {
 public:
  /// Reads the ledger; where there is none, no post has been published yet. Empty after an error:
  /// without the ledger every id could be another one, so nothing may be published.
  [[nodiscard]] static std::optional<Ids> load(const model::SiteConfig& config,
                                               Diagnostics& findings);

  /// Gives every post its id: front matter's, which is there already; else that of the ledger's
  /// entry with the same file; else with the same body, if that body is nowhere else; else with
  /// the same URL or one of the post's aliases; else a new one. An entry whose file is still there
  /// is not given to another post, unless body and URL agree. The order of `posts` has no
  /// influence. An id in front matter that is not the published one is pipeline.id-changed.
  void assign(Posts& posts, Report& report, Diagnostics& findings);

  [[nodiscard]] const model::Ledger& ledger() const { return ledger_; }
  [[nodiscard]] const LedgerNames& names() const { return names_; }
  void put(model::Ledger::Entry entry);

  /// Writes down the ids of `posts`; entries of other posts stay. A ledger that says all this
  /// already is not touched.
  [[nodiscard]] Result<io::Change> keep(const Posts& posts);

  /// Writes the ledger as it is, unless that is how it was read.
  [[nodiscard]] Result<io::Change> write() const;

 private:
  Ids(const model::SiteConfig& config, model::Ledger ledger)
      : config_(config), names_(config), ledger_(std::move(ledger)) {}

  const model::SiteConfig& config_;
  LedgerNames names_;
  model::Ledger ledger_;
  bool is_changed_ = false;  ///< since it was read
};

}  // namespace blogsearch::pipeline
