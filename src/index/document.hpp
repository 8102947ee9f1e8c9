// SPDX-License-Identifier: GPL-2.0-or-later
//
// Makes a post's Xapian document: its terms, values and data (schema.hpp).
#pragma once

#include <xapian.h>

#include <string_view>

#include "blogsearch/model/post.hpp"

namespace blogsearch::index {

/// `text` is the body as plain text. `generator` brings the stemmer.
[[nodiscard]] Xapian::Document make_document(const model::Post& post, std::string_view text,
                                             Xapian::TermGenerator& generator);

}  // namespace blogsearch::index
