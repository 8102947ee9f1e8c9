// SPDX-License-Identifier: GPL-2.0-or-later
//
// Posts that are about the same as another.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <optional>
#include <string>

namespace blogsearch::index {

/// The post with this URL or source path.
[[nodiscard]] std::optional<Xapian::docid> find_post(const Xapian::Database& database,
                                                     const std::string& post);

/// The posts nearest to it, by the words that tell it best from the others; in its own language,
/// neither itself nor a translation of it.
[[nodiscard]] Xapian::MSet find_related(const Xapian::Database& database, Xapian::docid post,
                                        std::size_t limit);

}  // namespace blogsearch::index
