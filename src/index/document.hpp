// SPDX-License-Identifier: GPL-2.0-or-later
//
// Makes a post's Xapian document: its terms, values and data (schema.hpp).
#pragma once

#include <xapian.h>

#include "blogsearch/model/body.hpp"
#include "blogsearch/model/post.hpp"
#include "index/facet_values.hpp"
#include "index/terms.hpp"

namespace blogsearch::index {

/// `stems` are those of the post's language; values of facets that are new are added to `facets`.
[[nodiscard]] Xapian::Document make_document(const model::Post& post, const model::Body& body,
                                             Stems& stems, FacetValues& facets);

}  // namespace blogsearch::index
