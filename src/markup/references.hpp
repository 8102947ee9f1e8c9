// SPDX-License-Identifier: GPL-2.0-or-later
//
// URLs in attributes: made absolute where they are safe, dropped where they are not.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "blogsearch/model/config.hpp"

namespace blogsearch::markup {

using model::Fragments;

struct Base {
  std::string_view url;  ///< where the post is published
  Fragments fragments = Fragments::absolute;
};

/// Where a reader may be led to. Nothing when the scheme is not one of a list (`javascript:`,
/// `data:`, …), however it is disguised by white space and controls (WHATWG URL, 4.4).
[[nodiscard]] std::optional<std::string> link(std::string_view reference, const Base& base);

/// What may be fetched and shown: http, https, and images inside the page (`data:image/png`;
/// never SVG, which can hold scripts).
[[nodiscard]] std::optional<std::string> source(std::string_view reference, const Base& base);

/// srcset (HTML, 4.8.4.2.1): each candidate that may be fetched.
[[nodiscard]] std::optional<std::string> sources(std::string_view list, const Base& base);

/// The declarations of a style attribute that change looks only: known properties, no `url()` but
/// of what may be fetched, nothing hidden behind escapes or comments.
[[nodiscard]] std::optional<std::string> style(std::string_view declarations, const Base& base);

}  // namespace blogsearch::markup
