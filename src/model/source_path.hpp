// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the path of a post's file says about the post.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "blogsearch/core/span.hpp"

namespace blogsearch::model {

/// Of a path below its posts folder, `2024/2024-03-05-hello.de.md`.
struct SourcePath {
  std::string path;     ///< without extension, language and `index`: `2024/2024-03-05-hello`
  std::string name;     ///< its last element without a date in front: `hello`
  std::string section;  ///< its first folder: `2024`; may be empty
  std::string lang;     ///< `de`; empty when the file's name has none
};

/// A language is an ISO 639-1 code, perhaps with script and region (`pt-br`, `zh_Hans`), between
/// name and extension: `v1.2.md` and `jquery.min.md` have none.
[[nodiscard]] SourcePath read_source_path(std::string_view path);

/// `_index.md`: the page of a section in Zola and Hugo, whatever its front matter says.
[[nodiscard]] bool is_section_page(std::string_view path);

/// Whether one of its folders is `_drafts`, where Jekyll and Hexo keep what is not ready.
[[nodiscard]] bool is_in_drafts(std::string_view path);

/// A day in a path, as people file posts: `2013-05-05-title`, `2013-05-05/title`,
/// `2013/05/05/title`, `2013/5/5-title`. The one nearest to the end; no part of it is guessed.
struct WrittenDay {
  std::string date;  ///< `2013-05-05`, with as many digits as written; there may be no such day
  Span span;         ///< of the path
};
/// `path` has no extension.
[[nodiscard]] std::optional<WrittenDay> find_day(std::string_view path);

}  // namespace blogsearch::model
