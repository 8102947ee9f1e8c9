// SPDX-License-Identifier: GPL-2.0-or-later
//
// What of HTML may stand in a feed entry: an allow-list. Feed readers show entries inside their
// own pages, and each filters in its own way; what is on this list is what nearly all of them keep.
#pragma once

#include <string_view>

namespace blogsearch::markup {

enum class Fate {
  keep,
  unwrap,  ///< its content stays: unknown and custom elements, forms
  drop,    ///< it goes with all its content: scripts, styles, controls
};

enum class Language { html, math, svg };

/// Names in lower case, SVG's in its own spelling. What HTML does not know is unwrapped, what
/// MathML and SVG do not know is dropped.
[[nodiscard]] Fate fate_of(Language language, std::string_view element);

/// What an attribute of an element holds.
enum class Attribute {
  forbidden,
  plain,
  link,     ///< a URL to go to
  source,   ///< a URL that is fetched to be shown
  sources,  ///< srcset's list of those
  style,
};
[[nodiscard]] Attribute kind_of(Language language, std::string_view element,
                                std::string_view attribute);

/// Elements without content and end tag.
[[nodiscard]] bool is_void(std::string_view element);

}  // namespace blogsearch::markup
