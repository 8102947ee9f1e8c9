// SPDX-License-Identifier: GPL-2.0-or-later
//
// The files that come with a post: its picture and its enclosures.
#pragma once

#include "blogsearch/model/post.hpp"
#include "core/source_text.hpp"
#include "frontmatter/draft.hpp"
#include "io/walk.hpp"
#include "state/state.hpp"

namespace blogsearch::pipeline {

/// Sets `image` and `enclosures` of `post`, whose `url` is set. A path is a file beside the post
/// (`found`) or below one of `posts.static` or `feeds.out`, and its URL is where that file is
/// published; without such a file it is resolved against the post's URL. Type and length are
/// those of the file; what front matter says otherwise, and what nobody knows, is
/// reported to `loaded`, and so are the files that were looked for.
void attach(model::Post& post, const SourceText& source, const frontmatter::Draft& draft,
            const model::SiteConfig& config, const io::Found& found, state::Loaded& loaded);

}  // namespace blogsearch::pipeline
