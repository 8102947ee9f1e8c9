// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which URL and which id a post has.
#pragma once

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

/// Sets `url` and `id` of `post`, whose other fields are set; `path` is that of its file below
/// its posts folder. A permalink that cannot be used is reported with the URL used instead.
void identify(model::Post& post, const SourceText& source, const frontmatter::Draft& draft,
              const model::SiteConfig& config, std::string_view path, Diagnostics& findings);

}  // namespace blogsearch::pipeline
