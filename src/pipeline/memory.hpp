// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the last build left to be gone by, so that a build does only what has changed since.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "blogsearch/pipeline/build.hpp"
#include "io/ground.hpp"
#include "io/walk.hpp"
#include "pipeline/site.hpp"
#include "state/state.hpp"

namespace blogsearch::pipeline {

/// The files of the posts' folders, and what was wrong there.
struct Walk {
  std::vector<io::Found> files;
  Diagnostics findings;

  [[nodiscard]] std::uint64_t digest() const;  ///< of the findings
};

/// Nothing of it is believed that the file system does not confirm.
class Memory {
 public:
  /// Knows nothing.
  explicit Memory(const model::SiteConfig& config);

  /// Nothing is known in a rehearsal, under `options.full`, and where there is no state of use;
  /// one that is damaged is reported. Of a build that was asked for something else only the files
  /// it wrote are known.
  [[nodiscard]] static Memory open(const model::SiteConfig& config, const BuildOptions& options,
                                   Diagnostics& findings);

  /// Whether a build would do nothing but repeat the last one.
  [[nodiscard]] bool is_up_to_date(const Walk& walk, const time::Timestamp& now) const;

  /// To be called before the functions below, once there is something to do.
  void recollect();

  /// What the last build reported, as one that had nothing to do.
  [[nodiscard]] Report repeat(const BuildOptions& options, Diagnostics& findings) const;

  /// Counts how a post differs from that of the last build by the same path, by its digest.
  void count_change(const std::string& path, std::uint64_t post, Report& report) const;

  /// To be called when all posts are counted.
  void count_removed(Report& report) const;

  struct Known {
    state::Loaded loaded;
    std::string packed;
  };

  /// What became of `source`, if it is what it was by its stamp; sets the digest.
  [[nodiscard]] std::optional<Known> by_stamp(state::Source& source,
                                              const time::Timestamp& now) const;

  /// The same by its digest.
  [[nodiscard]] std::optional<Known> by_digest(const state::Source& source,
                                               const time::Timestamp& now) const;

  /// What became of the body of a post, if it was made of this.
  [[nodiscard]] const state::Rendered* rendered(const model::Post& post,
                                                std::uint64_t made_of) const;

  /// What is known of `file`, if it is as the last build wrote it, made of this.
  [[nodiscard]] const state::Output* written(const std::filesystem::path& file,
                                             std::uint64_t made_of) const;

  /// Whether `files` are there and as the last build left them.
  [[nodiscard]] bool are_untouched(const std::vector<std::filesystem::path>& files) const;

  /// What the last build wrote and nobody has touched since.
  [[nodiscard]] std::vector<std::filesystem::path> untouched_outputs() const;

  /// The file of a place that the last build has noted; nothing where there is none.
  [[nodiscard]] const std::filesystem::path* file_of(const state::Place& place) const;

  /// Whether the published index may be gone on with.
  [[nodiscard]] bool may_resume() const { return may_resume_; }

  /// From which paths are written down.
  [[nodiscard]] const io::Ground& ground() const { return ground_; }

  /// The current folder.
  [[nodiscard]] const std::filesystem::path& here() const { return here_; }

  /// Of `config`, `options` and the program.
  [[nodiscard]] std::uint64_t asked() const { return asked_; }

  /// When this build began.
  [[nodiscard]] std::int64_t looked() const { return looked_; }

 private:
  [[nodiscard]] std::optional<Known> known(std::size_t place, const time::Timestamp& now) const;
  [[nodiscard]] bool can_repeat(const Diagnostics& findings) const;

  io::Ground ground_;
  std::filesystem::path here_;
  std::uint64_t asked_ = 0;
  std::int64_t looked_ = 0;
  std::optional<state::State> state_;
  state::RenderedPosts rendered_;
  bool may_resume_ = false;
  bool is_same_ = false;                       ///< what was asked for then
  std::map<std::string, std::size_t> places_;  ///< of sources, by their files
  std::map<std::filesystem::path, std::size_t> outputs_;
};

/// Where the state of `config` is kept; empty: nowhere.
[[nodiscard]] std::filesystem::path state_file(const model::SiteConfig& config);

/// What is there. Errors as of io::read, or state.damaged.
[[nodiscard]] Result<state::State> read_state(const model::SiteConfig& config);

/// The report's part of a state.
[[nodiscard]] std::string pack(Report report, const io::Ground& ground);

}  // namespace blogsearch::pipeline
