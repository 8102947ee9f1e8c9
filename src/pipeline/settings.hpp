// SPDX-License-Identifier: GPL-2.0-or-later
//
// The keys of blogsearch.yaml.
#pragma once

#include <filesystem>

#include "blogsearch/model/config.hpp"
#include "core/source_text.hpp"
#include "syntax/node.hpp"

namespace blogsearch::pipeline {

/// Lays the values of `tree` over `config`. Paths are taken relative to `folder`. Unknown keys
/// and values of the wrong shape are reported at their place, all of them.
void apply_settings(const syntax::Node& tree, const SourceText& source,
                    const std::filesystem::path& folder, model::SiteConfig& config,
                    Diagnostics& findings);

}  // namespace blogsearch::pipeline
