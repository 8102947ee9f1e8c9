// SPDX-License-Identifier: GPL-2.0-or-later
//
// How much of a body the index takes.
#pragma once

#include <cstddef>

#include "blogsearch/core/diagnostic.hpp"
#include "blogsearch/model/body.hpp"
#include "blogsearch/model/post.hpp"

namespace blogsearch::pipeline {

/// The parts up to `most_bytes` of text, the last one cut in front of a word; with a warning where
/// that is not all. Xapian holds some twenty times the text of a post in memory.
[[nodiscard]] model::Body searched(const model::Post& post, model::Body body,
                                   std::size_t most_bytes, Diagnostics& findings);

}  // namespace blogsearch::pipeline
