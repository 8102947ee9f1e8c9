// SPDX-License-Identifier: GPL-2.0-or-later
//
// A parsed post in parts.
#pragma once

#include <string_view>

#include "blogsearch/model/anchors.hpp"
#include "blogsearch/model/body.hpp"
#include "markup/marks.hpp"

struct cmark_node;

namespace blogsearch::markup {

/// What a tree was made of.
struct Source {
  std::string_view markdown;
  const HeadingIds& ids;
};

/// In one walk over the tree. Headings and code blocks are a part each, what lies between is one,
/// where there are words in it; so is the text of raw HTML, see `html_parts`.
[[nodiscard]] model::Body parts_of(cmark_node* root, const Source& source, model::Anchors rule);

}  // namespace blogsearch::markup
