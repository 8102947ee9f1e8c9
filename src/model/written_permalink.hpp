// SPDX-License-Identifier: GPL-2.0-or-later
//
// The URL that an author wrote into front matter, in the ways of the generators.
#pragma once

#include <string>
#include <string_view>

#include "blogsearch/core/result.hpp"
#include "model/permalink.hpp"

namespace blogsearch::model {

/// Whether `written` is a URL at all: `permalink: false` says that there is no page.
[[nodiscard]] bool is_permalink(std::string_view written);

/// An absolute URL stays itself; anything else is a path below `site_url`, with or without a
/// slash in front (then it is a folder, as Zola has it, unless it ends in a file's name), a last
/// `index.html` stands for its folder. Placeholders of Jekyll and Hugo (`:year`, `:title`, …) and
/// our own (`{year}`) are filled in; of `:title` and `:slug` both are made of the file's name, as
/// in Jekyll. Unknown ones: model.unused-permalink, its span relative to `written`.
[[nodiscard]] Result<std::string> written_permalink(std::string_view site_url,
                                                    std::string_view written,
                                                    const PermalinkParts& parts);

}  // namespace blogsearch::model
