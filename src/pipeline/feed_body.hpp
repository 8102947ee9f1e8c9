// SPDX-License-Identifier: GPL-2.0-or-later
//
// What of a post's body a feed entry carries.
#pragma once

#include <string>

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/model/config.hpp"
#include "blogsearch/model/post.hpp"
#include "markup/document.hpp"
#include "pipeline/built_page.hpp"

namespace blogsearch::pipeline {

/// Either may be empty.
struct FeedBody {
  std::string html;     ///< fit for feed readers, its URLs absolute
  std::string summary;  ///< plain text
};

/// As much of it as `content` wants.
[[nodiscard]] FeedBody feed_body_of(const model::Post& post, const markup::Document& body,
                                    model::Content content, const model::SiteConfig& config,
                                    const BuiltArticles& articles, Diagnostics& findings);

}  // namespace blogsearch::pipeline
