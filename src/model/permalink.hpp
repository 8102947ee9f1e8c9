// SPDX-License-Identifier: GPL-2.0-or-later
//
// The URL of a post, by the site's pattern.
#pragma once

#include <string>
#include <string_view>

#include "blogsearch/core/result.hpp"
#include "blogsearch/time/timestamp.hpp"

namespace blogsearch::model {

/// What a pattern's placeholders stand for.
struct PermalinkParts {
  std::string_view path;  ///< of the source below its posts folder: `2024/hello.md`
  std::string_view slug;  ///< the author's; when empty, made of `path`
  std::string_view title;
  std::string_view lang;
  time::Timestamp published;
  std::string_view categories = {};  ///< joined by '/'
};

/// `{slug} {path} {title} {year} {month} {day} {lang} {section}` and plain text, no other braces.
/// A slug of the author's is also the last element of `{path}`; one that begins with '/' is all
/// of it. Spans in the error are relative to `pattern`.
[[nodiscard]] Result<void> check_pattern(std::string_view pattern);

/// `pattern`, which check_pattern has passed, with its placeholders filled in.
[[nodiscard]] std::string expand(std::string_view pattern, const PermalinkParts& parts);

/// The absolute URL: `site_url` (which ends in '/') with the expanded pattern appended to its
/// path. Unsafe bytes are percent-encoded; empty, `.` and `..` segments are dropped, so that the
/// URL never leaves the site's path. `index` as a file name stands for its folder.
[[nodiscard]] std::string permalink(std::string_view site_url, std::string_view pattern,
                                    const PermalinkParts& parts);

/// The same for a path that an author wrote in front matter: `/2024/hello/`.
[[nodiscard]] std::string permalink(std::string_view site_url, std::string_view path);

}  // namespace blogsearch::model
