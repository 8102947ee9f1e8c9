// SPDX-License-Identifier: GPL-2.0-or-later
//
// Players of other sites. Most feed readers drop iframes, and with them every hint that there was
// something to see.
#pragma once

#include <string>

#include "markup/clean.hpp"
#include "markup/tree.hpp"

namespace blogsearch::markup {

/// An iframe (or a lite-youtube, lite-vimeo element) as a link, with the video's picture where
/// the site has one at a fixed address; or, by `Embeds::keep`, as an iframe when it is a video.
/// Empty when it leads nowhere.
[[nodiscard]] std::string embed(const GumboNode& frame, const Base& base, Embeds embeds);

}  // namespace blogsearch::markup
