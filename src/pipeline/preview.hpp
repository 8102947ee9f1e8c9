// SPDX-License-Identifier: GPL-2.0-or-later
//
// A look at the main feed before it is published.
#pragma once

#include <optional>
#include <vector>

#include "blogsearch/pipeline/build.hpp"
#include "blogsearch/pipeline/changes.hpp"
#include "pipeline/documents.hpp"

namespace blogsearch::pipeline {

/// What readers of the main feed will see when `document`, which is its own in one of its
/// formats, takes the place of `file`. Nothing when no feed is there yet, or none that can be read.
[[nodiscard]] std::optional<FeedChanges> preview(const Document& document, const Entries& entries,
                                                 const std::filesystem::path& file);

/// Refuses what readers must not see.
[[nodiscard]] Result<void> permit(const FeedChanges& changes, const FailOn& fail_on);

}  // namespace blogsearch::pipeline
