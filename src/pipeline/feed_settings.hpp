// SPDX-License-Identifier: GPL-2.0-or-later
//
// The keys of the section `feeds` that say which feeds there are. Spans in findings are those of
// `node`.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/model/feeds.hpp"
#include "syntax/node.hpp"

namespace blogsearch::pipeline {

/// `[tag, author]`, or none: `[]`.
void read_kinds(const syntax::Node& node, std::vector<model::FeedKind>& kinds,
                Diagnostics& findings);

/// `{main: {rss: index.xml}, tag: "topics/{slug}/{file}"}`
void read_paths(const syntax::Node& node, std::map<model::FeedKind, model::FeedPaths>& paths,
                Diagnostics& findings);

/// `{C++: cpp}`
void read_slugs(const syntax::Node& node, std::map<std::string, std::string>& slugs,
                Diagnostics& findings);

/// `[{path: rust.xml, tags: [rust], not: [drafty]}]`
void read_extra_feeds(const syntax::Node& node, std::vector<model::ExtraFeed>& feeds,
                      Diagnostics& findings);

/// `summary`, for all feeds, or `{main: full, tag: summary}`.
void read_contents(const syntax::Node& node, model::Content& content,
                   std::map<model::FeedKind, model::Content>& contents, Diagnostics& findings);

/// `20`, for all feeds, or `{main: 20, tag: 10}`.
void read_limits(const syntax::Node& node, std::size_t& limit,
                 std::map<model::FeedKind, std::size_t>& limits, Diagnostics& findings);

/// The name of a file below `feeds.out`.
void read_file_name(const syntax::Node& node, std::string& name, Diagnostics& findings);

}  // namespace blogsearch::pipeline
