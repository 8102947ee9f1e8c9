// SPDX-License-Identifier: GPL-2.0-or-later
//
// Makes a post's Xapian document: its terms, values and data (schema.hpp).
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <utility>

#include "blogsearch/model/body.hpp"
#include "blogsearch/model/post.hpp"
#include "index/facet_values.hpp"
#include "index/terms.hpp"

namespace blogsearch::index {

/// Numbers what facets have of a post.
void note_facets(const model::Post& post, FacetValues& facets);

/// `stems` are those of the post's language; the post's facets are noted.
/// `made_of` is a digest of all that `post` and `body` are made of.
[[nodiscard]] Xapian::Document make_document(const model::Post& post, const model::Body& body,
                                             std::uint64_t made_of, Stems& stems,
                                             const FacetValues& facets);

/// The id and the digest in a value of slot::made_of.
[[nodiscard]] std::pair<std::string, std::uint64_t> read_made_of(const std::string& value);

}  // namespace blogsearch::index
