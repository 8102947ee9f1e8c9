// SPDX-License-Identifier: GPL-2.0-or-later
//
// Shortcodes and template tags → what they leave on the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markup/flavour.hpp"

namespace blogsearch::markup {

/// `body` without the shortcodes of Hugo, Zola and Hexo and the tags of Liquid, Nunjucks and Tera;
/// their syntaxes tell them apart. The table says what a known one leaves; an unknown one leaves
/// what it encloses and its name, once, in `unknown`.
///
/// In code only marks of raw text and escapes are taken away, unless the body shows that a template
/// engine reads it before Markdown does (it has Liquid or Nunjucks outside code): then what that
/// would have evaluated in code vanishes too.
[[nodiscard]] std::string without_shortcodes(std::string_view body, Flavour flavour,
                                             std::vector<std::string>& unknown);

}  // namespace blogsearch::markup
