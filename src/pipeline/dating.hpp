// SPDX-License-Identifier: GPL-2.0-or-later
//
// When a post was published and changed, by the sources the config names, in its order.
#pragma once

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
  /// that no calendar has is reported.
  void complete(frontmatter::Draft& draft, const SourceText& source, const io::Found& found,
                Diagnostics& findings);

  /// Why git, which was asked, could not tell: then no post's date is certain.
  [[nodiscard]] const std::optional<Diagnostic>& refusal() const { return refusal_; }

 private:
  using Date = std::optional<time::Timestamp>;

  Date written(const frontmatter::Draft& draft, const SourceText& source, Diagnostics& findings);
  Date filed(const SourceText& source, const io::Found& found, Diagnostics& findings);
  std::optional<FileHistory> history(const io::Found& found);

  const model::SiteConfig& config_;
  const time::Conventions& conventions_;
  Histories histories_;
  std::optional<Diagnostic> refusal_;
};

}  // namespace blogsearch::pipeline
