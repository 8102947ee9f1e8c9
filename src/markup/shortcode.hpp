// SPDX-License-Identifier: GPL-2.0-or-later
//
// Where the shortcodes and template tags of a body stand.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "blogsearch/core/span.hpp"
#include "markup/flavour.hpp"

namespace blogsearch::markup {

struct Shortcode {
  /// hugo: `{{< name … >}}` and `{{% name … %}}`; tag: `{% name … %}` of Liquid, Nunjucks, Tera and
  /// Hexo; call: `{{ name(…) }}` and `{% name(…) %}` of Zola; output: `{{ expression }}`;
  /// text: what stands for `arguments`, whatever the generator (an escape, a comment, a mark of
  /// raw text).
  enum class Form { hugo, tag, call, output, text };
  enum class Shape { open, close, empty };

  static constexpr std::size_t no_partner = static_cast<std::size_t>(-1);

  Form form = Form::text;
  Shape shape = Shape::open;
  Span span;
  std::string_view name;       ///< of a closing tag without its `end` or '/'
  std::string_view arguments;  ///< of `output` the expression
  bool is_in_code = false;
  bool encloses_text = false;        ///< what lies up to the partner is not to be read
  std::size_t partner = no_partner;  ///< the place, in the list, of the one that closes this
};

/// All shortcodes of `body` in their order. Between the marks of raw text, and inside those that
/// enclose code, none are sought. Linear in `body`.
[[nodiscard]] std::vector<Shortcode> find_shortcodes(std::string_view body, Flavour flavour);

}  // namespace blogsearch::markup
