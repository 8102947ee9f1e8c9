// SPDX-License-Identifier: GPL-2.0-or-later
//
// Small pieces of a page, spelled in Markdown or, in a body of HTML, in HTML.
#pragma once

#include <string>
#include <string_view>

#include "markup/flavour.hpp"

namespace blogsearch::markup {

/// `text` as words: none of its characters is markup.
[[nodiscard]] std::string plain(std::string_view text, Flavour flavour);

/// HTML, which Markdown takes everywhere, also inside a block of HTML.
[[nodiscard]] std::string link(std::string_view label, std::string_view address);

/// The caption, if any, is a block of its own.
[[nodiscard]] std::string picture(std::string_view address, std::string_view description,
                                  std::string_view caption, Flavour flavour);

/// The closing fence of a block of Markdown stands behind `indent`, as the opening one will.
[[nodiscard]] std::string code_block(std::string_view code, std::string_view language,
                                     std::string_view indent, Flavour flavour);
[[nodiscard]] std::string code_span(std::string_view code, Flavour flavour);

}  // namespace blogsearch::markup
