// SPDX-License-Identifier: GPL-2.0-or-later
//
// From what an author typed to what a parser of Markdown or HTML reads: everything that the site's
// generator would have evaluated is replaced by what it leaves on the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markup/flavour.hpp"
#include "markup/marks.hpp"

namespace blogsearch::markup {

struct Rewritten {
  std::string text;                  ///< HTML if the body was, else Markdown
  std::vector<std::string> unknown;  ///< shortcodes as they are typed, `{{< name >}}`; each once
  HeadingIds ids;                    ///< of Markdown, by lines of `text`
};

/// Any bytes, in time linear in them. Code between fences and backticks stays as it is, except for
/// the marks by which a generator is told to leave it alone.
[[nodiscard]] Rewritten rewrite(std::string_view body, Flavour flavour);

}  // namespace blogsearch::markup
