// SPDX-License-Identifier: GPL-2.0-or-later
//
// A piece of HTML in parts.
#pragma once

#include <string>
#include <string_view>

#include "blogsearch/model/body.hpp"

namespace blogsearch::markup {

/// `<h1>` to `<h6>` are headings with their ids as anchors, `<pre>` is code; in between, the words
/// as `html_text` has them, where there are any. One linear pass over any bytes.
[[nodiscard]] model::Body html_parts(std::string_view html);

/// The language of code by its classes (`language-rust`, `lang-rust`, `highlight-source-rust`) or
/// of a fence by its info string: `rust,ignore`, `{.rust}`, `js title="x"`, `js{1,3}`. In lower
/// case; empty when there is none.
[[nodiscard]] std::string language_of_classes(std::string_view classes);
[[nodiscard]] std::string language_of_fence(std::string_view info);

}  // namespace blogsearch::markup
