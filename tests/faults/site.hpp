// SPDX-License-Identifier: GPL-2.0-or-later
//
// A site that comes in two versions, and what each of them becomes.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "faults/process.hpp"
#include "support/temp_dir.hpp"

namespace blogsearch::faults {

/// What readers see of a site.
struct Outputs {
  std::map<std::string, std::string> files;  ///< feeds and the ledger, by path from the site
  std::string index;                         ///< all its terms, values and data; or why none

  bool operator==(const Outputs&) const = default;
};

[[nodiscard]] Outputs outputs_of(const std::filesystem::path& site);

/// A line for each thing that a dead build may leave.
[[nodiscard]] std::string litter_in(const std::filesystem::path& site);

/// A dozen posts; half of them differ between version 0 and 1. Posts and tags are the same.
class Site {
 public:
  explicit Site(int version = 0) { write(version); }
  /// A copy of the folder of another.
  explicit Site(const std::filesystem::path& other);

  [[nodiscard]] const std::filesystem::path& path() const { return dir_.path(); }
  void write(int version) const;
  void write(const std::string& name, const std::string& bytes) const { dir_.write(name, bytes); }

  /// `blogsearch build` with these words more.
  [[nodiscard]] Run build(const Words& more = {}) const;
  [[nodiscard]] Run query(const std::string& word) const;
  /// `blogsearch check --outputs`.
  [[nodiscard]] Run check_outputs() const;

  [[nodiscard]] Outputs outputs() const { return outputs_of(path()); }
  [[nodiscard]] std::string litter() const { return litter_in(path()); }

  /// A line for everything that is half, mixed up or too much: each feed and the index must be as
  /// in one of the two. What a dead build may leave is passed over.
  [[nodiscard]] std::string flaws(const Outputs& before, const Outputs& after) const;

 private:
  support::TempDir dir_;
};

/// What a version becomes where there was nothing before.
[[nodiscard]] const Outputs& fresh(int version);

/// The folder of a site that is as version 0 and published; to be copied.
[[nodiscard]] const std::filesystem::path& published();

}  // namespace blogsearch::faults
