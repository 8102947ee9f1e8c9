// SPDX-License-Identifier: GPL-2.0-or-later
//
// What is made of the body of one post. Nothing here changes anything: it is done on any thread.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "blogsearch/core/result.hpp"
#include "blogsearch/model/body.hpp"
#include "blogsearch/model/config.hpp"
#include "blogsearch/model/post.hpp"
#include "markup/document.hpp"
#include "pipeline/built_page.hpp"
#include "pipeline/entries.hpp"

namespace blogsearch::pipeline {

/// Reads the file again. pipeline.post-changed where it is not what it was when the post was made.
[[nodiscard]] Result<markup::Document> fetch_body(const model::Post& post,
                                                  const model::Limits& limits);

/// Of all forms, in their order.
[[nodiscard]] std::vector<std::pair<Form, std::string>> entries_of(
    const model::Post& post, const markup::Document& body, const std::vector<Form>& forms,
    const model::SiteConfig& config, const BuiltArticles& articles, Diagnostics& findings);

/// Where the built page of a post is looked for, if one of its forms wants it.
[[nodiscard]] std::vector<state::Witness> built_pages(const model::Post& post,
                                                      const std::vector<Form>& forms,
                                                      const model::BuiltPages& built);

/// That its markup was too much to be parsed.
[[nodiscard]] Diagnostic too_much_markup(const model::Post& post);

}  // namespace blogsearch::pipeline
