// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which URL a post has, and what it can be known by.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "blogsearch/model/post.hpp"
#include "core/source_text.hpp"
#include "frontmatter/draft.hpp"

namespace blogsearch::pipeline {

/// The place of `value` in the front matter of `draft`; the text's first byte when it is not
/// there as written.
[[nodiscard]] Span place_of(const SourceText& source, const frontmatter::Draft& draft,
                            std::string_view value);

/// Sets `url` of `post`, whose other fields are set, and its `id` if front matter has one; `path`
/// is that of its file below its posts folder. A permalink that cannot be used is reported with the
/// URL used instead.
void identify(model::Post& post, const SourceText& source, const frontmatter::Draft& draft,
              const model::SiteConfig& config, std::string_view path, Diagnostics& findings);

/// By which a post is known again whose file was renamed: the same for the same text whatever its
/// line ends; 0 for one of less than a line, which many posts may have.
[[nodiscard]] std::uint64_t digest_of_body(std::string_view body);

/// The id of a post that never had one: its URL, or by config `tag:host,day:path` (RFC 4151) of
/// the day when it was published: a day when its author had the host.
[[nodiscard]] std::string new_id(const model::Post& post, const model::SiteConfig& config);

}  // namespace blogsearch::pipeline
