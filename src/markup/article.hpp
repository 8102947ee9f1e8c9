// SPDX-License-Identifier: GPL-2.0-or-later
//
// The article of a page that a site generator has built: components and shortcodes come out as
// the site shows them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "markup/clean.hpp"
#include "markup/selector.hpp"

namespace blogsearch::markup {

/// What is inside the first element of `page` that `selector` matches, cleaned. Nothing when none
/// does or when the page is not tame.
[[nodiscard]] std::optional<std::string> article(std::string_view page, const Selector& selector,
                                                 const Base& base, Embeds embeds = Embeds::link);

}  // namespace blogsearch::markup
