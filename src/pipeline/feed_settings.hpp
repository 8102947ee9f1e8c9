// SPDX-License-Identifier: GPL-2.0-or-later
//
// The keys of the section `feeds` that are more than one word, and say which feeds there are.
#pragma once

#include <string>

#include "blogsearch/model/config.hpp"
#include "pipeline/setting.hpp"

namespace blogsearch::pipeline {

/// `[tag, author]`, or none: `[]`.
void read_kinds(const Setting& setting, model::FeedsConfig& feeds);

/// `{main: {rss: index.xml}, tag: "topics/{slug}/{file}"}`
void read_paths(const Setting& setting, model::FeedsConfig& feeds);

/// `{C++: cpp}`
void read_slugs(const Setting& setting, model::FeedsConfig& feeds);

/// `[{path: rust.xml, tags: [rust], not: [drafty]}]`
void read_extra_feeds(const Setting& setting, model::FeedsConfig& feeds);

/// `summary`, for all feeds, or `{main: full, tag: summary}`.
void read_content(const Setting& setting, model::FeedsConfig& feeds);

/// `20`, for all feeds, or `{main: 20, tag: 10}`.
void read_limit(const Setting& setting, model::FeedsConfig& feeds);

/// The name of a file below `feeds.out`.
void read_file_name(const Setting& setting, std::string& name);

}  // namespace blogsearch::pipeline
