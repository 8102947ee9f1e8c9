// SPDX-License-Identifier: GPL-2.0-or-later
//
// When a post was published and changed, by the sources the config names, in its order.
#pragma once

#include <mutex>
#include <optional>
#include <string>

#include "blogsearch/model/config.hpp"
#include "core/source_text.hpp"
#include "frontmatter/draft.hpp"
#include "io/walk.hpp"
#include "pipeline/history.hpp"
#include "time/read.hpp"

namespace blogsearch::pipeline {

class Dating {
 public:
  Dating(const model::SiteConfig& config, const time::Conventions& conventions)
      : config_(config), conventions_(conventions) {}

  /// Sets `published` and `updated` of `draft`; what no source knows stays empty. A day in a path
  /// that no calendar has is reported. Error: git, which was asked, cannot tell; then no post's
  /// date is certain. May be called by several threads.
  [[nodiscard]] Result<void> complete(frontmatter::Draft& draft, const SourceText& source,
                                      const io::Found& found, Diagnostics& findings) const;

 private:
  using Date = std::optional<time::Timestamp>;

  Date written(const frontmatter::Draft& draft, const SourceText& source,
               Diagnostics& findings) const;
  Date filed(const SourceText& source, const io::Found& found, Diagnostics& findings) const;
  [[nodiscard]] Result<std::optional<FileHistory>> history(const io::Found& found) const;

  const model::SiteConfig& config_;
  const time::Conventions& conventions_;
  mutable std::mutex reading_;
  mutable Histories histories_;
};

}  // namespace blogsearch::pipeline
