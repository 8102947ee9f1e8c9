// SPDX-License-Identifier: GPL-2.0-or-later
//
// A whole build: posts in, feeds and an index out.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/core/result.hpp"
#include "blogsearch/model/config.hpp"
#include "blogsearch/pipeline/changes.hpp"
#include "blogsearch/time/timestamp.hpp"

namespace blogsearch::pipeline {

/// Words of the command line that go over the config file's. Paths are relative to the current
/// folder (those in a config file: to the file's folder).
struct Overrides {
  std::optional<std::filesystem::path> config;  ///< else the nearest blogsearch.yaml upwards
  std::vector<std::filesystem::path> posts;
  std::optional<std::string> site_url;
  std::optional<std::filesystem::path> out;
  std::optional<std::filesystem::path> index;
  std::optional<std::size_t> jobs;
  bool strict = false;  ///< true: whatever the config says
  bool drafts = false;  ///< the same
  std::optional<model::FailOn> fail_on;
  std::optional<std::filesystem::path> report;
  std::optional<std::size_t> wait;
};

/// Reads and completes the configuration. On any error finding the result is empty.
/// A site URL is demanded by `build` only, not here: `query` needs none.
[[nodiscard]] std::optional<model::SiteConfig> configure(const Overrides& overrides,
                                                         Diagnostics& findings);

/// `done` of `total` posts in a stage (`read`, `index`); called often, from one thread.
using Progress = std::function<void(std::string_view stage, std::size_t done, std::size_t total)>;

using model::FailOn;

struct BuildOptions {
  time::Timestamp now;   ///< what `published` is compared with; posts after it are held back
  bool drafts = false;   ///< drafts count as published
  bool strict = false;   ///< an error in any post publishes nothing
  bool full = false;     ///< nothing of the last build is gone by
  bool preview = false;  ///< the report is to tell what readers of the main feed will see
  FailOn fail_on = {};
  bool keep = true;  ///< false: `check` and --dry-run, all is done in a folder that is removed
  /// The folder of the built site, whose pages are to name the feeds; empty: they are not looked at
  std::filesystem::path html = {};
  std::size_t jobs = 1;              ///< threads; no output depends on their number
  Progress progress = {};            ///< may be empty
  std::chrono::seconds patience{0};  ///< how long to wait for another build of the site to end
  /// Asked often, from one thread: whether to end now. May be empty.
  std::function<bool()> is_stopped = {};
};

/// A source file that is in no output, and why.
struct LeftOut {
  std::string path;
  std::string reason;
};

/// A shortcode that blogsearch does not know: what it shows is in no output.
struct UnknownShortcode {
  std::string name;       ///< as it is typed, `{{< name >}}`
  std::size_t posts = 0;  ///< that have it
  std::string path;       ///< of the newest of them
};

/// An id that the ledger has not yet, or has for a file of another name.
struct IdNews {
  std::string path;
  std::string id;
  std::string former_path;  ///< from the ledger's folder; empty: the post is new
};

struct Report {
  std::size_t read = 0;     ///< files
  std::size_t posts = 0;    ///< published: in the index, and in feeds within their limit
  std::size_t pages = 0;    ///< files without a date
  std::size_t fresh = 0;    ///< posts that the last build did not publish
  std::size_t changed = 0;  ///< those it did otherwise
  std::size_t unchanged = 0;
  std::size_t removed = 0;                           ///< that it published and this one does not
  std::vector<LeftOut> held_back;                    ///< drafts, future and expired posts
  std::vector<LeftOut> broken;                       ///< posts with an error
  std::vector<UnknownShortcode> unknown_shortcodes;  ///< by name
  std::vector<std::string> files;                    ///< feeds, as the user would type their paths
  std::vector<std::string> files_changed;            ///< those of them whose bytes are new
  std::vector<std::string> files_removed;            ///< feeds of the last build that are no more
  std::vector<IdNews> ids;                           ///< by path; none while there is no ledger
  std::optional<time::Timestamp> next_due;           ///< of the next future post
  std::optional<FeedChanges> entries;  ///< of the main feed, unless it is new or not asked for
  std::vector<std::pair<std::string, double>> seconds;  ///< per stage, in order
  bool published = false;  ///< false: nothing the user keeps was touched
  bool stopped = false;    ///< on request, before anything was published
};

/// Findings are complete: everything wrong with the site is reported in one run, and the good
/// posts are published nevertheless (unless `strict`). One build of a site at a time: the others
/// find pipeline.locked.
[[nodiscard]] Report build(const model::SiteConfig& config, const BuildOptions& options,
                           Diagnostics& findings);

}  // namespace blogsearch::pipeline
