// SPDX-License-Identifier: GPL-2.0-or-later
//
// The URL of a post, by the site's pattern.
#pragma once

#include <span>
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
  std::span<const std::string> categories = {};
};

/// Plain text and placeholders in braces:
///
///     {path}    `2024/2024-03-05-hello` of `2024/2024-03-05-hello.md`, and of `…/index.md`
///     {folder}  `2024`            {name}  `2024-03-05-hello`       {stem}  `hello`
///     {slug}    the author's, else {stem}          {dated_path}  `2024/03/05/2024/hello`
///     {title}   as a slug         {section}  the first folder      {categories}  `a/b`,
///              the folders above `_posts` first, as Jekyll has it
///     {year} {month} {day} {lang}
///
/// `{slug|title}` is the first of them that the post has; {slug} is then the author's only.
/// `{path:hugo}` is written as that generator writes slugs (text::SlugStyle). Spans in the error
/// are relative to `pattern`.
[[nodiscard]] Result<void> check_pattern(std::string_view pattern);

/// The absolute URL: `site_url` (which ends in '/') with the expanded pattern appended to its
/// path. Unsafe bytes are percent-encoded; empty, `.` and `..` segments are dropped, so that the
/// URL never leaves the site's path. `index` as a file name stands for its folder.
[[nodiscard]] std::string permalink(std::string_view site_url, std::string_view pattern,
                                    const PermalinkParts& parts);

/// The same for a path that an author wrote in front matter: `/2024/hello/`.
[[nodiscard]] std::string permalink(std::string_view site_url, std::string_view path);

}  // namespace blogsearch::model
