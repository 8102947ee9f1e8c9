// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a post's front matter says, typed. A Draft is not yet a Post: what it lacks is filled in
// by the pipeline (from the body, the file's name, the config).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "blogsearch/model/config.hpp"
#include "blogsearch/model/post.hpp"
#include "core/source_text.hpp"
#include "frontmatter/keys.hpp"
#include "time/read.hpp"

namespace blogsearch::frontmatter {

/// A file that comes with a post, as its author tells of it. Spans are of the source.
struct Enclosure {
  std::string url;  ///< as written; never empty
  Span url_span;
  std::string type;  ///< media type; may be empty
  Span type_span;
  std::optional<std::uint64_t> length;  ///< bytes
  Span length_span;
  std::string title;          ///< plain text; may be empty
  std::uint64_t seconds = 0;  ///< it plays; 0 = not said
};

struct Draft {
  std::string title;              ///< plain text; empty when not given
  std::string summary;            ///< plain text
  std::string excerpt_separator;  ///< the text in the body that ends its excerpt
  std::string slug;
  std::string permalink;  ///< a path or an absolute URL, as written
  std::string id;
  std::string canonical;             ///< a path or an absolute URL, as written
  std::vector<std::string> aliases;  ///< former paths
  std::string external;              ///< absolute URL
  std::vector<model::Link> via;      ///< URLs are absolute, or paths as written
  std::vector<model::Link> related;  ///< as `via`
  std::string lang;                  ///< BCP 47 by its shape
  model::Image image;                ///< as written
  std::vector<Enclosure> enclosures;
  std::string rights;
  std::string license;  ///< an absolute URL, or a path as written
  std::optional<time::Timestamp> published;
  std::optional<time::Timestamp> updated;
  std::optional<time::Timestamp> expires;
  std::vector<model::Person> authors;
  std::vector<std::string> tags;
  std::vector<std::string> categories;
  std::vector<std::string> path_categories;  ///< the same as permalinks name them (Jekyll)
  std::vector<std::string> series;
  bool is_draft = false;
  bool in_feeds = true;
  bool in_search = true;
  Span body;  ///< of the source
};

/// How dates are read.
using Dates = time::Conventions;

/// Empty when anything was wrong: every finding of the front matter is reported, not just the
/// first. A text without front matter is a Draft that has only a body.
[[nodiscard]] std::optional<Draft> read(const SourceText& source, const Dates& dates,
                                        const Keys& keys, const model::Limits& limits,
                                        Diagnostics& findings);

}  // namespace blogsearch::frontmatter
