// SPDX-License-Identifier: GPL-2.0-or-later
//
// What a post's front matter says, typed. A Draft is not yet a Post: what it lacks is filled in
// by the pipeline (from the body, the file's name, the config).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "blogsearch/model/config.hpp"
#include "blogsearch/model/post.hpp"
#include "core/source_text.hpp"
#include "frontmatter/keys.hpp"
#include "time/read.hpp"

namespace blogsearch::frontmatter {

struct Draft {
  std::string title;              ///< plain text; empty when not given
  std::string summary;            ///< plain text
  std::string excerpt_separator;  ///< the text in the body that ends its excerpt
  std::string slug;
  std::string permalink;  ///< a path or an absolute URL, as written
  std::string id;
  std::string canonical;             ///< a path or an absolute URL, as written
  std::vector<std::string> aliases;  ///< former paths
  std::string lang;                  ///< BCP 47 by its shape
  model::Image image;                ///< as written
  std::optional<time::Timestamp> published;
  std::optional<time::Timestamp> updated;
  std::optional<time::Timestamp> expires;
  std::vector<model::Person> authors;
  std::vector<std::string> tags;
  std::vector<std::string> categories;  ///< for permalinks that name them; also among the tags
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
                                        const Keys& keys, Diagnostics& findings);

}  // namespace blogsearch::frontmatter
