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
  std::string_view slug;  ///< the author's; may be empty
  std::string_view title;
  std::string_view lang;
  time::Timestamp published;
  std::string_view categories = {};  ///< joined by '/'
};

/// Plain text and placeholders in braces:
///
///     {path}    `2024/2024-03-05-hello` of `2024/2024-03-05-hello.md`, and of `…/index.md`
///     {folder}  `2024`            {name}  `2024-03-05-hello`       {stem}  `hello`
///     {slug}    the author's, else {stem}          {dated_path}  `2024/03/05/2024/hello`
///     {title}   as a slug         {section}  the first folder      {categories}  `a/b`
///     {year} {month} {day} {lang}  and as Jekyll calls them {short_year} `24` {i_month} `3`
///     {i_day} `5` {y_day} `065` {week} `10` {short_day} `Tue`
///
/// `{slug|title}` is the first of them that the post has; {slug} is then the author's only.
/// A slug of the author's is also the last element of {path}; one that begins with '/' is all of
/// it. `{path:hugo}` is written as that generator writes slugs (text::SlugStyle). Spans in the
/// error are relative to `pattern`.
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
