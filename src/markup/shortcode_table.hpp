// SPDX-License-Identifier: GPL-2.0-or-later
//
// What each known shortcode of each generator leaves on the page.
#pragma once

#include <string_view>

#include "markup/shortcode.hpp"

namespace blogsearch::markup {

enum class Effect {
  unknown,    ///< as `inner`, and named to the site's owner
  inner,      ///< what it encloses; alone: nothing
  control,    ///< as `inner`, and leaves no empty line
  gone,       ///< nothing, also of what it encloses
  raw,        ///< what it encloses as it is typed
  code,       ///< what it encloses as code
  variable,   ///< what it encloses, where the variable is shown
  target,     ///< the address it names: `ref`, `asset_path`
  page,       ///< Jekyll's `link`: a source file's address
  post,       ///< Jekyll's `post_url`
  figure,     ///< picture and caption
  embed,      ///< a link to what a service shows
  gist,       ///< the same; a user and an id
  tweet,      ///< the same; a user and an id, or an id
  summary,    ///< its title and what it encloses
  include,    ///< Jekyll's; as the shortcode of the file's name if that shows something
  quotation,  ///< what it encloses and who said it
};

[[nodiscard]] Effect effect_of(const Shortcode& code);

/// Whether a string in `{{ "…" | filters }}` is, behind them, still what a reader sees.
[[nodiscard]] bool keeps_text(std::string_view filters);

/// How a service that `name` embeds is called, and the address in front of an id.
struct Service {
  std::string_view name, label, address;
};
[[nodiscard]] const Service* service_of(std::string_view name);

}  // namespace blogsearch::markup
